internal import Model
internal import Planning
internal import Platform
internal import Rendering
internal import Values

/// A plan on disk: what was asked, and what came of it.
///
/// Applying it asks the same again and goes on only if the same comes of it, so that what a person
/// approved is what happens. It holds no secret.
struct SavedPlan: Sendable {
  let wish: Preparation.Wish
  /// What must not have changed.
  let fingerprint: Value

  private static let formatVersion = 1
  /// The largest plan that is read: 10,000 changes take about 30 MiB.
  static let limitBytes = 256 * 1024 * 1024

  init(_ wish: Preparation.Wish, _ plan: Plan) {
    var fixed = wish
    fixed.environment = plan.environment
    self.wish = fixed
    fingerprint = Self.fingerprint(of: plan)
  }

  /// Why a text is not a plan that can be applied.
  enum Unreadable: Error {
    /// It is something else, such as a spec.
    case isNoPlan
    case damaged(String)
  }

  init(_ text: String) throws(Unreadable) {
    let value: Value
    do throws(JSONError) {
      value = try Value(json: text)
    } catch {
      throw text.contains("\"lockstep_plan\"") ? .damaged("it is not JSON: \(error)") : .isNoPlan
    }
    guard let version = value["lockstep_plan"] else { throw .isNoPlan }
    guard version.integer == Self.formatVersion else {
      throw .damaged("another version of lockstep wrote it")
    }
    guard let path = value["spec"]?.text, let environment = value["environment"]?.text,
      let fingerprint = value["plan"]
    else { throw .damaged("a part is missing") }
    var options = PlanningOptions()
    let texts = { (name: String) in (value[name]?.items ?? []).compactMap(\.text) }
    options.selection = Selection(only: texts("only"), exclude: texts("exclude"))
    options.setsSecrets = value["set_secrets"]?.boolean ?? false
    options.allowsDataLoss = value["allow_data_loss"]?.boolean ?? false
    options.allowedReplacements = Set(texts("allow_replace").compactMap(Address.init(_:)))
    wish = Preparation.Wish(
      path: path,
      environment: environment,
      variables: texts("variables"),
      options: options
    )
    self.fingerprint = fingerprint
  }

  /// Whether the file at `path` is a saved plan, of whatever version.
  static func isOne(_ path: String) -> Bool {
    do throws(FileError) {
      let bytes = try FileText.read(path, limitBytes: limitBytes) ?? []
      return bytes.first == UInt8(ascii: "{")
        && String(decoding: bytes, as: UTF8.self).contains("\"lockstep_plan\"")
    } catch {
      // What cannot be read is not ours to overwrite.
      return false
    }
  }

  var text: String {
    let list = { (texts: [String]) in Value.list(texts.map(Value.string)) }
    let value: Value = [
      "lockstep_plan": .integer(Self.formatVersion),
      "spec": .string(wish.path),
      "environment": .string(wish.environment ?? ""),
      "variables": list(wish.variables),
      "only": list(wish.options.selection.only),
      "exclude": list(wish.options.selection.exclude),
      "set_secrets": .boolean(wish.options.setsSecrets),
      "allow_replace": list(wish.options.allowedReplacements.map(\.description).sorted()),
      "allow_data_loss": .boolean(wish.options.allowsDataLoss),
      "plan": fingerprint,
    ]
    return value.json(.pretty) + "\n"
  }

  /// Compared as text: what is saved has placeholders where the plan has secrets and references.
  func isSame(as plan: Plan) -> Bool {
    fingerprint.json(.canonical) == Self.fingerprint(of: plan).json(.canonical)
  }

  /// The plan without what may differ between two equal ones: places in the spec, requests, warnings.
  private static func fingerprint(of plan: Plan) -> Value {
    guard case .object(let whole) = PlanJSON.value(of: plan) else { return .null }
    var kept = whole.filter { name, _ in !["requests", "diagnostics", "drift"].contains(name) }
    let changes = (whole["changes"]?.items ?? []).map { change in
      Value.object((change.members ?? Members()).filter { name, _ in name != "source" })
    }
    kept["changes"] = .list(changes)
    kept["arrangements"] = .list(
      plan.arrangements.map { arrangement in
        .list(
          arrangement.placements.map { placement in
            switch placement.item {
            case .object(let id): [.string(id), .integer(placement.position)]
            case .resource(let address):
              [.string(address.description), .integer(placement.position)]
            }
          }
        )
      }
    )
    return .object(kept)
  }
}
