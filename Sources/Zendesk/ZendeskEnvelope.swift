internal import Client
internal import Values

/// Zendesk's error bodies: five envelopes, plain text and HTML.
///
/// Zendesk: https://developer.zendesk.com/api-reference/introduction/requests/#response-format
enum ZendeskEnvelope {
  /// The most values in an error's body: what holds more is shown as text.
  private static let valueLimit = 10_000

  static func message(in body: [UInt8]) -> ServerMessage {
    var budget = valueLimit
    let answer: Value
    do throws(JSONError) {
      answer = try Value(json: body, budget: &budget)
    } catch {
      // Anything may stand in front of the API and answer in its own way: that is shown as it is.
      return ServerMessage(Excerpt.text(of: body))
    }
    if let errors = answer["errors"]?.items, !errors.isEmpty { return list(errors) }
    switch answer["error"] {
    case .string(let error): return named(error, answer)
    case .object(let error):
      let title = error["title"]?.text
      return ServerMessage(
        error["message"]?.text ?? title ?? Value.object(error).json(),
        code: title
      )
    default: return ServerMessage(answer["message"]?.text ?? Excerpt.text(of: body))
    }
  }

  /// `{"error": "RecordInvalid", "description": …, "details": {…}}`, or a sentence as `error` alone.
  private static func named(_ error: String, _ answer: Value) -> ServerMessage {
    let description =
      answer["description"]?.scalarText ?? answer["error_description"]?.scalarText
      ?? answer["message"]?.scalarText
    let details = (answer["details"]?.members ?? [:]).map { attribute, problems in
      (attribute, sentence(problems))
    }.filter { !$0.1.isEmpty }
    let code = description == nil && error.contains(" ") ? nil : error
    guard !details.isEmpty else { return ServerMessage(description ?? error, code: code) }
    return ServerMessage(
      details.map(\.1).joined(separator: "; "),
      code: code,
      // What is said of the base is said of the whole.
      attributes: Dictionary(details.filter { $0.0 != "base" }) { "\($0); \($1)" }
    )
  }

  private static func sentence(_ problems: Value) -> String {
    (problems.items ?? [problems]).compactMap { problem in
      problem["description"]?.scalarText ?? problem["error"]?.scalarText ?? problem.scalarText
    }.joined(separator: "; ")
  }

  /// `{"errors": [{"code", "title", "detail", "source": {"pointer": "/webhook/endpoint"}}]}`
  private static func list(_ errors: [Value]) -> ServerMessage {
    var attributes: [String: String] = [:]
    var sentences: [String] = []
    for error in errors {
      let text =
        error["detail"]?.scalarText ?? error["title"]?.scalarText ?? error.scalarText
        ?? error.json()
      sentences.append(text)
      let pointer = (error["source"]?["pointer"]?.text ?? "").split(separator: "/")
      if pointer.count > 1 {
        let name = String(pointer[1])
        attributes[name] = attributes[name].map { "\($0); \(text)" } ?? text
      }
    }
    return ServerMessage(
      sentences.joined(separator: "; "),
      code: errors.first?["code"]?.scalarText,
      attributes: attributes
    )
  }
}
