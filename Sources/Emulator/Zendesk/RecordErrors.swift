internal import Values

/// What is wrong with a record, attribute by attribute, collected for one 422.
struct RecordErrors {
  private var details: Members = [:]

  /// - Parameter attribute: Its name, or `base` for the record as a whole.
  /// - Parameter error: The machine-readable part; errors of the base have none.
  mutating func add(_ attribute: String, _ description: String, error: String? = nil) {
    var item: Members = ["description": .string(description)]
    if let error { item["error"] = .string(error) }
    details[attribute] = .list((details[attribute]?.items ?? []) + [.object(item)])
  }

  mutating func blank(_ attribute: String, _ label: String) {
    add(attribute, "\(label): cannot be blank", error: "BlankValue")
  }

  mutating func invalid(_ attribute: String, _ label: String) {
    add(attribute, "\(label): is invalid", error: "InvalidValue")
  }

  mutating func taken(_ attribute: String, _ label: String, _ value: String) {
    add(attribute, "\(label): \(value) has already been taken", error: "DuplicateValue")
  }

  func throwIfAny() throws(Refusal) {
    guard !details.isEmpty else { return }
    throw Refusal(
      status: 422,
      body: [
        "error": "RecordInvalid", "description": "Record validation errors",
        "details": .object(details),
      ]
    )
  }
}
