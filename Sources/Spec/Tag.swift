internal import Model

/// A tag of the spec's own language.
enum Tag: String, CaseIterable, Sendable {
  case reference = "!ref"
  case format = "!format"
  case variable = "!var"
  case environment = "!env"
  case file = "!file"
  case json = "!json"
  case zendesk = "!zendesk"
  case braze = "!braze"
  case basic = "!basic"
  case bearer = "!bearer"

  /// Whether the value is a secret, which only a secret attribute may hold.
  var isSecret: Bool {
    switch self {
    case .environment, .basic, .bearer: true
    default: false
    }
  }

  /// Whether a value of this tag can have `shape`; no shape is that of a value inside `!json`.
  func fits(_ shape: Shape?) -> Bool {
    switch (self, shape) {
    case (_, .either(let shapes)?): shapes.contains { fits($0) }
    case (.variable, .order?): false
    case (.variable, _), (.reference, .identifier?): true
    case (_, .text?), (_, .body?): true
    case (_, nil): !isSecret
    default: false
    }
  }

  /// How it is written, for messages.
  var usage: String {
    switch self {
    case .reference: "!ref ADDRESS"
    case .format: "!format \"text {ADDRESS}\""
    case .variable, .environment: "\(rawValue) NAME"
    case .file: "!file PATH"
    case .json: "!json VALUE"
    case .zendesk, .braze: "\(rawValue) /PATH"
    case .basic: "!basic {username: NAME, password: !env VARIABLE}"
    case .bearer: "!bearer {token: !env VARIABLE}"
    }
  }
}

extension Shape {
  /// Whether the id of an object of `kind` may stand here.
  func takesID(of kind: String) -> Bool {
    switch self {
    case .identifier(let expected): expected == kind
    case .text, .body: true
    case .either(let shapes): shapes.contains { $0.takesID(of: kind) }
    default: false
    }
  }
}
