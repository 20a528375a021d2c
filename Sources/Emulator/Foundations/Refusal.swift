internal import Values

/// An answer that is an error, in the envelope of whoever gives it.
struct Refusal: Error, Sendable, Equatable {
  var status: Int
  var body: Value
}
