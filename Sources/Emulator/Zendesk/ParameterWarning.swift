/// The value of `x-zendesk-api-warn`: a Ruby hash as Ruby prints it.
struct ParameterWarning {
  var controller: String
  var action: String
  /// Full paths: `trigger.id`.
  var unpermittedKeys: [String]

  /// Nil if there is nothing to warn about.
  var text: String? {
    guard !unpermittedKeys.isEmpty else { return nil }
    let keys = unpermittedKeys.map { Self.quoted($0) }.joined(separator: ", ")
    return "{:allowed_parameters=>{:controller=>\(Self.quoted(controller)), "
      + ":action=>\(Self.quoted(action)), :unpermitted_keys=>[\(keys)], :invalid_values=>[]}}"
  }

  private static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "#": output += "\\\(scalar)"
      case " "..."~": output.unicodeScalars.append(scalar)
      default: output += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return output + "\""
  }
}
