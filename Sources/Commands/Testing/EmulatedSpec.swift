internal import Diagnostics
internal import Model
internal import Spec
internal import Values

/// A spec, and what it wants of an emulator in the place of its environment's instances.
struct EmulatedSpec: Sendable {
  let loaded: LoadedSpec
  let desired: DesiredState

  /// Reads the spec at `path`. No secret is read.
  ///
  /// - Throws: `Preparation.Failure` with everything that is wrong with it.
  init(
    _ path: String,
    _ choice: EnvironmentArguments,
    in session: Session
  ) throws(Preparation.Failure) {
    let written: LoadedSpec
    let environment: String
    let variables: [String: String]
    do throws(Diagnostic) {
      written = try LoadedSpec(path, in: session)
      environment =
        written.diagnostics.hasErrors
        ? "" : try written.environmentToTest(choice.environment, in: session)
      variables = try LoadedSpec.variables(choice.variables)
    } catch {
      throw Preparation.Failure(status: .invalid, diagnostics: [error])
    }
    guard !written.diagnostics.hasErrors else {
      throw Preparation.Failure(status: .invalid, diagnostics: written.diagnostics)
    }
    loaded = written.onEmulator
    let (desired, found) = loaded.resolve(
      environment: environment,
      variables: variables,
      secrets: .unread
    )
    guard let desired else {
      throw Preparation.Failure(status: .invalid, diagnostics: written.diagnostics + found)
    }
    self.desired = desired
  }

  /// Where each resource is declared.
  var places: [Address: Place] { byAddress { $0.range.place } }

  /// Where the conditions of each rule are written.
  var conditions: [Address: [String: [Place]]] { byAddress { conditions(of: $0) } }

  private func byAddress<Content>(_ content: (Resource) -> Content) -> [Address: Content] {
    Dictionary(
      desired.resources.map { ($0.address, content($0)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Where the conditions of a rule are written, by their groups; nothing for what has none.
  private func conditions(of resource: Resource) -> [String: [Place]] {
    var places: [String: [Place]] = [:]
    for (group, conditions) in resource.attributes["conditions"]?.members ?? [:] {
      places[group] = (conditions.items ?? []).indices.map { index in
        let path = ValuePath([.key("conditions"), .key(group), .index(index)])
        return (loaded.specification?.range(of: path, in: resource.address) ?? resource.range).place
      }
    }
    return places
  }
}
