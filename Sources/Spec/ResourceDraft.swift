internal import Diagnostics
internal import Model
internal import Values

/// A resource as far as it is known before an environment is chosen.
struct ResourceDraft: Sendable {
  /// How to find the object other than by identity.
  enum Match: Sendable {
    case id(Draft)
    case identity(Draft)
  }

  let address: Address
  let kind: Kind
  /// The resource's name in the source.
  let range: SourceRange
  /// In the order of the kind's schema.
  var attributes: [(name: String, value: Draft)] = []
  var places: [String: SourceRange] = [:]
  var mode = Mode.managed
  var isAbsent = false
  /// Errors were found in reading it, so that parts of it may be missing.
  var isFlawed = false
  var isProtected = false
  var ignored: Set<String> = []
  var silencings: [Silencing] = []
  var match: Match?
  /// The place of the match's value.
  var matchRange: SourceRange?
  var uses: [ValueDecoder.Use] = []

  init(address: Address, kind: Kind, range: SourceRange) {
    self.address = address
    self.kind = kind
    self.range = range
  }

  subscript(attribute: String) -> Draft? { attributes.first { $0.name == attribute }?.value }
}
