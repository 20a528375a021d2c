/// The header `x-zendesk-api-warn`, by which Zendesk tells of what it left out of a write.
///
/// It is a Ruby hash as text: `{:allowed_parameters=>{:controller=>"triggers", :action=>"update",
/// :unpermitted_keys=>["trigger.id"], :invalid_values=>[]}}`. No page of Zendesk's describes it, so
/// that nothing but the list of keys is relied upon.
enum ZendeskWarning {
  /// The keys as the header names them, with their wrapper.
  static func unpermittedKeys(in header: String) -> [String] {
    guard let name = header.firstRange(of: "unpermitted_keys"),
      let open = header[name.upperBound...].firstIndex(of: "[")
    else { return [] }
    var keys: [String] = []
    var key: String?
    var isEscaped = false
    for character in header[open...].dropFirst() {
      switch (character, key) {
      case ("]", nil): return keys
      case ("\"", nil): key = ""
      case (_, nil): break
      case (_, let text?) where isEscaped:
        key = text + String(character)
        isEscaped = false
      case ("\\", _): isEscaped = true
      case ("\"", let text?):
        keys.append(text)
        key = nil
      case (_, let text?): key = text + String(character)
      }
    }
    return keys
  }
}
