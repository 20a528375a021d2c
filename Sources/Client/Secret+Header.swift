package import Values

extension Secret {
  /// Why it cannot be sent in a header; nil if it can.
  package var headerFault: String? {
    let text = reveal() ?? ""
    if text.isEmpty { return "\(name) is empty" }
    if text.contains(where: \.isWhitespace) {
      return
        "\(name) holds a blank or a line break; a file read into the variable often ends with one"
    }
    if !text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      return "\(name) holds something else than printable ASCII"
    }
    return nil
  }
}
