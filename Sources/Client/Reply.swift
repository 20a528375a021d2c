internal import Messages

/// An answer of success, and what must not be shown of it.
struct Reply: Sendable {
  let response: Response
  let redaction: Redaction
}
