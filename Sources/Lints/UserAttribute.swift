internal import Diagnostics
internal import Liquid

/// What Braze's Liquid knows of a user without a namespace: `{{${first_name}}}`.
///
/// https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/supported_personalization_tags
enum UserAttribute {
  static let all = [
    "braze_id", "city", "country", "date_of_birth", "email_address", "first_name", "gender",
    "language", "last_name", "last_used_app_date", "most_recent_app_version",
    "most_recent_locale", "most_recent_location", "phone_number", "random_bucket_number",
    "set_user_to_opted_in_url", "set_user_to_subscribed_url", "set_user_to_unsubscribed_url",
    "time_zone", "twitter_handle", "user_id",
  ]

  /// In bytes, `${` and `}` included: none is longer.
  private static let longest = 40

  /// What the API calls otherwise.
  private static let spellings = [
    "email": "email_address", "phone": "phone_number", "dob": "date_of_birth",
    "home_city": "city", "external_id": "user_id",
  ]

  /// As Liquid calls what Liquid or the API calls `name`; nil where neither knows it.
  static func named(_ name: String) -> String? {
    all.contains(name) ? name : spellings[name]
  }

  /// What `name`, which is none, was probably to be.
  static func closest(to name: String) -> String? {
    spellings[name] ?? Suggestion.closest(to: name, in: all)
  }

  /// Every `${first_name}` of `text` that stands outside of braces, each with how many bytes of UTF-8
  /// precede it.
  static func bareKeys(in text: String) -> [(key: String, offset: Int)] {
    guard text.contains("${") else { return [] }
    let bytes = Array(text.utf8)
    return Template(text, dialect: .braze).stretches.filter { $0.form == .text }.flatMap {
      stretch in
      bareKeys(in: bytes[stretch.range])
    }
  }

  private static func bareKeys(in bytes: ArraySlice<UInt8>) -> [(key: String, offset: Int)] {
    bytes.indices.compactMap { index in
      let rest = bytes[index...].prefix(longest)
      // `custom_attribute.${key}` is none of these.
      guard rest.starts(with: "${".utf8),
        index == bytes.startIndex || bytes[index - 1] != UInt8(ascii: "."),
        let end = rest.firstIndex(of: UInt8(ascii: "}"))
      else { return nil }
      let key = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
      return named(key).map { _ in (key, index) }
    }
  }
}
