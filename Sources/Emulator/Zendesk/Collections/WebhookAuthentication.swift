internal import Values

/// How a webhook proves itself to its endpoint.
enum WebhookAuthentication {
  /// By type: the members of `data`, those that no answer shows last.
  private static let data: [String: (visible: [String], secret: [String])] = [
    "basic_auth": (["username"], ["password"]),
    "bearer_token": ([], ["token"]),
    "api_key": (["name"], ["value"]),
  ]

  /// What of it is wrong, as the place below `authentication` and the reason; nil if nothing is.
  static func fault(in value: Value) -> (pointer: String, reason: String)? {
    guard let type = value["type"]?.text, let parts = data[type] else {
      return ("/type", "type must be one of api_key, basic_auth, bearer_token")
    }
    guard value["add_position"] == "header" else {
      return ("/add_position", "add_position must be header")
    }
    for name in parts.visible + parts.secret {
      guard let text = value["data"]?[name]?.text, !text.isEmpty else {
        return ("/data/\(name)", "\(name) is required for \(type)")
      }
    }
    return nil
  }

  /// As an answer shows it: a bearer token's `data` is missing altogether.
  ///
  /// That an API key's shows the header's name is unconfirmed.
  static func masked(_ value: Value) -> Value {
    var shown: Members = [:]
    shown["type"] = value["type"]
    let visible = data[value["type"]?.text ?? ""]?.visible ?? []
    if !visible.isEmpty {
      shown["data"] = .object(
        Members(visible.compactMap { name in value["data"]?[name].map { (name, $0) } })
      )
    }
    shown["add_position"] = value["add_position"]
    return .object(shown)
  }
}
