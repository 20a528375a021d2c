internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// What Braze writes into a ticket is sent back to Braze.
  static let echoToBraze = Lint(
    code: "echo-to-braze",
    severity: .warning,
    summary: "Braze's own comments are sent back to it",
    why: """
      Where Braze writes customers' messages into tickets, each is a public comment that comes by Zendesk's API,
      and a trigger on public comments sends it back to the customer's phone. The condition
      `current_via_id is_not web_service` leaves those out. A warning, since something else may guard against
      it, such as a tag; a spec whose Braze messages write no comments is told nothing.
      """,
    passing: [
      trigger(
        """
        {field: comment_is_public, operator: is, value: true},
                    {field: current_via_id, operator: is_not, value: web_service}
        """
      ),
      trigger("{field: comment_is_public, operator: is, value: false}"),
      trigger("{field: status, operator: changed}"),
      trigger(comment, more: "current_via_id, operator: is, value: mail"),
      trigger(comment, more: "current_via_id, operator: is_not, value: 5"),
      trigger(comment, endpoint: "https://a.example"),
      trigger(comment, head: "active: false"),
    ],
    failing: [
      trigger("⟦{field: comment_is_public, operator: is, value: requester_can_see_comment}"),
      trigger("⟦" + comment, more: "current_via_id, operator: is_not, value: mail"),
      trigger("⟦" + comment, more: "current_via_id, operator: is, value: web_service"),
      trigger(
        "{field: current_via_id, operator: is_not, value: 4}]\n        any: [⟦"
          + "{field: comment_is_public, operator: is, value: not_relevant}"
      ),
    ]
  ) { survey in
    let echoes = survey.commentsByBraze
    guard echoes != .none else { return [] }
    var told: Set<Address> = []
    return survey.calls.compactMap { call in
      guard case .braze = call.destination, call.rule.attributes["active"] != false,
        let path = CommentTrigger.path(of: call.rule), !CommentTrigger.excludesAPI(call.rule),
        told.insert(call.rule.address).inserted
      else { return nil }
      return Hit(
        address: call.rule.address,
        path: path,
        detail:
          "\(call.webhook.address) sends every public comment to Braze, also those that come by "
          + "the API\(echoes.reason). Add the condition {field: current_via_id, operator: is_not, value: "
          + "web_service} to \"all\"."
      )
    }
  }

  private static let comment = "{field: comment_is_public, operator: is, value: true}"

  private static func trigger(
    _ condition: String,
    more: String? = nil,
    endpoint: String = "!braze /campaigns/trigger/send",
    head: String = "description: To Braze"
  ) -> String {
    """
    zendesk:
      webhooks:
        braze: {name: A, endpoint: \(endpoint), http_method: POST, request_format: json}
      triggers:
        reply:
          title: A
          \(head)
          conditions:
            all: [\(condition)\(more.map { ", {field: \($0)}" } ?? "")]
          actions: [{field: notification_webhook, value: [!ref zendesk.webhooks.braze, !json {}]}]
    """
  }
}

/// Whether Braze writes comments into tickets, as far as a spec tells.
private enum CommentsByBraze: Equatable {
  /// The spec declares what Braze sends, and none of it is a comment.
  case none
  /// The spec declares nothing of Braze.
  case unknown
  case by(Address)

  var reason: String {
    switch self {
    case .none: ""
    case .unknown: ", as what Braze writes into tickets does"
    case .by(let address): ", as what \(address) writes does"
    }
  }
}

extension Survey {
  fileprivate var commentsByBraze: CommentsByBraze {
    let senders = urls.filter { $0.address.system == "braze" }
    guard !senders.isEmpty else { return .unknown }
    let writer = sendings.first { sending in
      guard case .zendesk(let path) = sending.destination, sending.sender.system == "braze" else {
        return false
      }
      return path.hasPrefix("/api/v2/tickets")
        && sending.json?["ticket"]?["comment"] != nil
    }
    return writer.map { .by($0.sender) } ?? .none
  }
}

/// What a rule's conditions say of comments and of where they come from.
///
/// https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/
private enum CommentTrigger {
  /// Values of `comment_is_public` for which there is a comment that the requester may see.
  private static let present: Set = ["true", "requester_can_see_comment", "not_relevant"]
  /// The API, by name and by number.
  private static let api: Set = ["web_service", "5"]

  /// Where `rule` asks for a public comment; nil where it does not.
  static func path(of rule: Resource) -> ValuePath? {
    for group in ["all", "any"] {
      for (index, condition) in conditions(rule, group).enumerated()
      where condition["field"] == "comment_is_public" && condition["operator"] == "is"
        && condition["value"]?.scalarText.map(present.contains) == true
      {
        return ["conditions", .key(group), .index(index)]
      }
    }
    return nil
  }

  /// Whether updates that come by the API never run `rule`.
  static func excludesAPI(_ rule: Resource) -> Bool {
    conditions(rule, "all").contains { condition in
      guard condition["field"] == "current_via_id", let value = condition["value"] else {
        return false
      }
      let named = (value.items ?? [value]).compactMap(\.scalarText)
      let namesAPI = named.contains { api.contains($0) }
      switch condition["operator"]?.text {
      case "is_not", "not_includes": return namesAPI
      case "is", "includes": return !namesAPI && !named.isEmpty
      default: return false
      }
    }
  }

  private static func conditions(_ rule: Resource, _ group: String) -> [Value] {
    rule.attributes["conditions"]?[group]?.items ?? []
  }
}
