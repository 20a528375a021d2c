/// What a server said about a failure, read out of its envelope.
package struct ServerMessage: Sendable, Hashable {
  /// The server's name for the error: `RecordInvalid`.
  package var code: String?
  /// Its words; may be long, of several lines, or "".
  package var text: String
  /// What it said of single attributes, by the attribute's name.
  package var attributes: [String: String]
  /// Whether it says that an object is not there, whatever the status.
  package var isOfAbsence: Bool

  package init(
    _ text: String,
    code: String? = nil,
    attributes: [String: String] = [:],
    isOfAbsence: Bool = false
  ) {
    self.text = text
    self.code = code
    self.attributes = attributes
    self.isOfAbsence = isOfAbsence
  }
}
