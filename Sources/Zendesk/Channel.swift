/// The channels a ticket or an update comes by, as conditions on `via_id` and `current_via_id` name them.
///
/// Numbers: https://developer.zendesk.com/documentation/ticketing/reference-guides/via-types/
enum Channel {
  /// The number of the channel called `name`, as text; nil for a name that is not known.
  static func number(of name: String) -> String? { numbers[name].map(String.init) }

  /// The names of the channels that are known.
  static var names: [String] { numbers.keys.sorted() }

  private static let numbers: [String: Int] = [
    "web_form": 0, "mail": 4, "web_service": 5, "rule": 8, "linked_problem": 9,
    "group_deletion": 10, "user_change": 11, "user_deletion": 12, "group_change": 13,
    "resource_push": 14, "iphone": 15, "get_satisfaction": 16, "dropbox": 17, "merge": 19,
    "batch": 20, "recovered_from_suspended_tickets": 21, "automatic_solution_suggestions": 22,
    "twitter_favorite": 23, "topic": 24, "twitter_dm": 26, "closed_ticket": 27, "chat": 29,
    "twitter": 30, "ticket_sharing": 31, "voicemail": 33, "phone_call_inbound": 34,
    "phone_call_outbound": 35, "facebook_post": 38, "facebook_message": 41, "api_voicemail": 44,
    "api_phone_call_inbound": 45, "api_phone_call_outbound": 46, "web_widget": 48,
    "mobile_sdk": 49, "helpcenter": 50, "satisfaction_prediction": 54, "any_channel": 55,
    "mobile": 56, "sms": 57, "answer_bot_for_web_widget": 67, "line": 72, "wechat": 73,
    "whatsapp": 74, "native_messaging": 75, "instagram_dm": 86,
  ]
}
