internal import Values

/// Reads a body for the webhooks service.
enum WebhooksBody {
  static func json(_ request: EmulatedRequest) throws(Refusal) -> Value {
    do throws(JSONError) {
      return try Value(json: request.body)
    } catch {
      throw WebhookDraft.invalid("", "the body is not JSON: \(error)")
    }
  }
}
