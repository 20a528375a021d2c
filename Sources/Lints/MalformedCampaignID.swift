internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// The ids of campaigns and Canvases are UUIDs.
  static let malformedCampaignID = Lint(
    code: "malformed-campaign-id",
    severity: .warning,
    summary: "No id of a campaign",
    why: """
      Braze answers 400, `Invalid Campaign ID`, to every call. Its dashboard shows the id of an API-triggered
      campaign or Canvas as a UUID: 32 hexadecimal digits in five groups. A warning, since Braze's documents
      show no other form but promise none either.
      """,
    passing: [
      message("/campaigns/trigger/send", "{campaign_id: 3bbc4555-8fa0-4c9b-a5c0-4505edf3e064}"),
      message("/campaigns/trigger/send", "{campaign_id: '{{ticket.ticket_field_5}}'}"),
      message("/users/track", "{campaign_id: Welcome}"), message("/campaigns/trigger/send", "{}"),
      message("/campaigns/trigger/send", "!json text"),
    ],
    failing: [
      message("/campaigns/trigger/send", "{campaign_id: ⟦Agent reply}"),
      message("/canvas/trigger/send", "{canvas_id: ⟦3bbc4555-8fa0-4c9b-a5c0-4505edf3e06}"),
      message(
        "/campaigns/trigger/send",
        #"'{"campaign_id": "⟦3bbc45558fa04c9ba5c04505edf3e064",, "recipients": []}'"#,
        format: "xml"
      ),
    ]
  ) { survey in
    survey.brazeMessages.compactMap { message in
      guard let subject = message.subject, let text = subject.text, !isUUID(text),
        !text.contains("{{"), !text.contains("{%")
      else { return nil }
      return Hit(
        address: message.sender,
        path: subject.path,
        detail: "\"\(text)\" is no id: Braze's are UUIDs, such as "
          + "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064. Copy it from the campaign's or Canvas's delivery "
          + "settings, or write a !var that holds it.",
        offset: subject.offset
      )
    }
  }

  private static func isUUID(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { group in
        group.allSatisfy { "0123456789abcdefABCDEF".utf8.contains($0) }
      }
  }

  private static func message(_ path: String, _ body: String, format: String = "json") -> String {
    ZendeskExample.call(body, to: "!braze \(path)", format: format)
  }
}
