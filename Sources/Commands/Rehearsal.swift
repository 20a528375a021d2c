internal import Client
internal import Diagnostics
internal import Model
internal import Planning
internal import Rendering
internal import Spec
internal import Values

/// Acts out on an emulator what a runbook asks a person to do.
struct Rehearsal {
  private let console: EmulatorConsole
  private let plan: Plan
  private let resources: [Address: Resource]
  /// The ids so far; those of new objects come in as they are made.
  private var symbols: Symbols
  private(set) var deeds: [Deed] = []

  init(_ preparation: Preparation) {
    plan = preparation.plan
    console = EmulatorConsole(
      transport: preparation.connections.transport,
      origins: preparation.connections.origins
    )
    resources = Dictionary(
      preparation.desired.resources.map { ($0.address, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    symbols = Symbols(ids: plan.ids)
  }

  /// Why nothing is acted out where `desired` would be applied; nil for an emulator.
  static func refusal(of desired: DesiredState) -> Diagnostic? {
    guard !desired.target.isEmulated else { return nil }
    let origins = ["zendesk", "braze"].compactMap { desired.target.origin(of: $0) }
    let foreign = origins.filter { !isLoopback($0) }
    guard !foreign.isEmpty else { return nil }
    return Diagnostic(
      code: "not-an-emulator",
      summary: "A person's part is acted out on emulators alone",
      detail: "The environment \(desired.environment) leads to \(foreign.joined(separator: ", ")). "
        + "--perform is for an environment with `emulator:`, or one whose addresses are all at "
        + "127.0.0.1, [::1] or localhost. Nothing was sent."
    )
  }

  private static func isLoopback(_ origin: String) -> Bool {
    do throws(Origin.Fault) {
      return try Origin(origin).isLoopback
    } catch {
      // What is no origin leads nowhere that is known.
      return false
    }
  }

  /// Does every open step in its order, and makes what would come to be by itself.
  ///
  /// - Throws: a `Diagnostic` about the first that the emulator does not take.
  mutating func perform() async throws(Diagnostic) {
    for change in plan.changes where change.action.isRehearsed && change.waitsFor.isEmpty {
      guard let resource = resources[change.address], let handwork = resource.kind.handwork else {
        continue
      }
      do throws(EmulatorConsole.Refusal) {
        try await perform(change, resource, handwork.rehearsal)
      } catch {
        throw Diagnostic(
          code: "rehearsal-failed",
          summary: "The emulator did not take a step",
          detail: "\(change.address): \(error.explanation)",
          at: resource.range
        )
      }
    }
  }

  private mutating func perform(
    _ change: Change,
    _ resource: Resource,
    _ rehearsal: Handwork.Rehearsal
  ) async throws(EmulatorConsole.Refusal) {
    let door = EmulatorConsole.Door(system: resource.kind.system, collection: rehearsal.collection)
    let identity = resource.identity ?? resource.address.name
    guard change.reason != .unwanted else {
      // What the emulator's console cannot do stays an open step.
      guard rehearsal.archives else { return }
      try await console.archive(change.id ?? identity, at: door)
      deeds.append(Deed(address: change.address, action: .archived, id: change.id))
      return
    }
    let form = rehearsal.form(try filled(resource.attributes))
    if resource.kind.emergence != nil {
      try await console.set(identity, form, at: door)
      note(change, resource, .made, id: identity)
      return
    }
    guard let there = try await object(change, resource, form, at: door) else {
      note(change, resource, .made, id: try await console.make(form, at: door))
      return
    }
    try await console.change(there, to: form, of: resource.kind.schema, at: door)
    note(change, resource, .changed, id: there["id"]?.text)
  }

  private mutating func note(
    _ change: Change,
    _ resource: Resource,
    _ action: Deed.Action,
    id: String?
  ) {
    deeds.append(Deed(address: change.address, action: action, id: id))
    // What no API reads is referred to by its name.
    if resource.kind.mode != .attested, let id { symbols.ids[change.address] = id }
  }

  /// The object that is there already, if there is one.
  private func object(
    _ change: Change,
    _ resource: Resource,
    _ form: Members,
    at door: EmulatorConsole.Door
  ) async throws(EmulatorConsole.Refusal) -> Members? {
    let kind = resource.kind
    if let id = change.id ?? kind.idAttribute.flatMap({ resource.attributes[$0]?.scalarText }) {
      return try await console.object(id, at: door)
    }
    guard kind.mode == .attested else { return nil }
    let ids = Set(
      kind.schema.compactMap { attribute -> String? in
        guard case .identifier = attribute.shape, let value = resource.attributes[attribute.name]
        else { return nil }
        return symbols.replaced(in: value).text
      }
    )
    let name = kind.identity.attribute
    return try await console.objects(at: door).first { object in
      // A name may be there once in each group.
      object[name] == form[name]
        && form.allSatisfy { key, value in !ids.contains(value.text ?? "") || object[key] == value }
    }
  }

  /// `attributes` with ids and secrets filled in, and names where there is no id.
  private func filled(_ attributes: Members) throws(EmulatorConsole.Refusal) -> Members {
    var filled = Members()
    for (name, value) in attributes { filled[name] = try self.filled(value) }
    return filled
  }

  private func filled(_ value: Value) throws(EmulatorConsole.Refusal) -> Value {
    switch symbols.replaced(in: value) {
    case .list(let items):
      var filled: [Value] = []
      for item in items { filled.append(try self.filled(item)) }
      return .list(filled)
    case .object(let members): return .object(try filled(members))
    case .reference(let reference):
      guard let named = Address(reference.address).flatMap({ resources[$0] }),
        let name = named.identity, named.mode.isByHand
      else { throw EmulatorConsole.Refusal(missing: reference.address) }
      return .string(name)
    case .secret(let secret):
      guard let text = secret.reveal() else {
        throw EmulatorConsole.Refusal("the secret \(secret.name) was not read.")
      }
      return .string(text)
    case .format(let pieces):
      for case .reference(let reference) in pieces {
        throw EmulatorConsole.Refusal(missing: reference.address)
      }
      return .string(pieces.displayed)
    case .json(let inner):
      if let reference = inner.references.first {
        throw EmulatorConsole.Refusal(missing: reference.address)
      }
      return .string(inner.json())
    case let plain: return plain
    }
  }
}

extension Action {
  /// Whether a person can do it, now or at all.
  fileprivate var isRehearsed: Bool { self == .manual || self == .waiting }
}
