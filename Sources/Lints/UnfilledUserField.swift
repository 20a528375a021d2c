internal import Diagnostics
internal import Model
internal import Values
internal import Zendesk

extension Lint {
  /// A user that Braze is to know must have been given Braze's id.
  static let unfilledUserField = Lint(
    code: "unfilled-user-field",
    severity: .warning,
    summary: "Nothing fills this field of the user",
    why: """
      A request names the user for Braze by a custom field of Zendesk's. Where nobody writes Braze's id into that
      field it is empty, and nothing is sent, without a word. A warning, since an import or another system may
      fill it; a spec none of whose campaigns tells Zendesk of a requester is told nothing.
      """,
    passing: [spec(sent: "braze_id", filled: "braze_id"), spec(sent: "braze_id", filled: nil)],
    failing: [spec(sent: "⟦braze_id", filled: "braze")]
  ) { survey in
    guard survey.writesUsers else { return [] }
    let filled = survey.filledUserFields
    return survey.brazeMessages.flatMap { message in
      message.users.flatMap { user -> [Hit] in
        guard let text = user.text else { return [] }
        return CustomFieldMention.all(in: text, at: user.path, isVerbatim: true)
          .filter { $0.family == "requester.custom_fields." && !filled.contains($0.key) }
          .map { mention in
            Hit(
              address: message.sender,
              path: user.path,
              detail:
                "No campaign or Canvas of the spec writes \"\(mention.key)\" into \"user_fields\" of "
                + "what it sends to Zendesk."
                + Suggestion.sentence(for: mention.key, in: filled.sorted())
                + " If something else fills it, nothing need be done.",
              offset: mention.offset.map { $0 + (user.offset ?? 0) }
            )
          }
      }
    }
  }

  private static func spec(sent: String, filled: String?) -> String {
    let user = "{{ticket.requester.custom_fields.\(sent)}}"
    let fields = filled.map { "{user_fields: {\($0): '{{${user_id}}}'}}" }
    return BrazeExample.trigger(
      "{attributes: [{external_id: '\(user)', a: 1}]}",
      endpoint: "/users/track",
      campaign: fields.map {
        BrazeExample.request("!json {ticket: {requester: \($0)}}").replacing("braze:\n", with: "")
      } ?? BrazeExample.sms("Hello")
    )
  }
}

extension Survey {
  /// Whether a request from Braze makes or changes a user of Zendesk's.
  fileprivate var writesUsers: Bool {
    brazeRequests.contains { request in
      guard case .zendesk = request.url.destination, let body = request.body else { return false }
      var isWritten = false
      body.forEachObject { if $0["requester"] != nil || $0["user"] != nil { isWritten = true } }
      return isWritten
    }
  }

  /// The custom fields of users that requests from Braze write, in an object that Zendesk calls as we do
  /// the section of those fields.
  fileprivate var filledUserFields: Set<String> {
    var keys: Set<String> = []
    for request in brazeRequests {
      guard case .zendesk = request.url.destination else { continue }
      request.body?.forEachObject { object in
        for (key, _) in object[Kind.userField.collection]?.members ?? [] { keys.insert(key) }
      }
    }
    return keys
  }
}

extension BodyNode {
  /// Visits every object in this value, itself included.
  fileprivate func forEachObject(_ visit: (BodyNode) -> Void) {
    if case .object = content { visit(self) }
    for (_, value) in members { value.forEachObject(visit) }
    for item in items { item.forEachObject(visit) }
  }
}
