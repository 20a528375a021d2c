internal import HTTPTypes
internal import Values

/// Reads a body for the classic endpoints.
enum ClassicBody {
  /// The body's JSON; without a JSON content type Rails does not read the body at all.
  ///
  /// What malformed JSON gets is unconfirmed.
  static func json(_ request: EmulatedRequest) throws(Refusal) -> Value {
    let type = request.headers[.contentType]?.lowercased() ?? ""
    guard type.hasPrefix("application/json"), !request.body.isEmpty else { return [:] }
    do throws(JSONError) {
      return try Value(json: request.body)
    } catch {
      throw .named(400, "InvalidJSON", "The request body is not JSON: \(error)")
    }
  }
}
