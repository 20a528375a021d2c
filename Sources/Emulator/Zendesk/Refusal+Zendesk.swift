internal import Values

/// The envelopes of Zendesk's services, of which each has its own.
///
/// <https://developer.zendesk.com/api-reference/introduction/requests/>
extension Refusal {
  /// What every endpoint says that does not exist or that the account has no right to know of.
  static let invalidEndpoint = named(404, "InvalidEndpoint", "Not found")
  static let recordNotFound = named(404, "RecordNotFound", "Not found")
  static let unauthenticated = Refusal(status: 401, body: ["error": "Couldn't authenticate you"])

  /// `{"error": "Name", "description": "…"}`
  static func named(_ status: Int, _ error: String, _ description: String) -> Refusal {
    Refusal(
      status: status,
      body: ["error": .string(error), "description": .string(description)]
    )
  }

  /// A parameter of the wrong type: `{"error": {"title": …, "message": …}}`.
  ///
  /// - Parameter action: Where the parameter was read: `api/v2/rules/triggers/create`.
  static func invalidAttribute(
    _ attribute: String,
    _ parameter: String,
    mustBe type: String,
    in action: String
  ) -> Refusal {
    let message =
      "You passed an invalid value for the \(attribute) attribute. "
      + "Invalid parameter: \(parameter) must be \(type) from \(action)"
    return Refusal(
      status: 400,
      body: ["error": ["title": "Invalid attribute", "message": .string(message)]]
    )
  }

  /// Rails' answer to a body without its wrapper. The value of `error` is unconfirmed.
  static func missingParameter(_ name: String) -> Refusal {
    named(400, "BadRequest", "param is missing or the value is empty or invalid: \(name)")
  }

  /// `{"errors": [{"code": …, "title": …, …}]}`, of webhooks, categories, jobs and pagination.
  static func coded(
    _ status: Int,
    _ code: String,
    title: String,
    _ further: Members = [:]
  ) -> Refusal {
    let item: Members = ["code": .string(code), "title": .string(title)]
    return Refusal(status: status, body: ["errors": [.object(item.merging(further))]])
  }

  /// That it is a 422 is unconfirmed, and so is every text.
  static func recordInvalid(_ reason: String) -> Refusal {
    Refusal(
      status: 422,
      body: [
        "error": "RecordInvalid", "description": "Record validation errors",
        "details": ["base": [["description": .string(reason)]]],
      ]
    )
  }

  static func invalidPagination(_ parameter: String) -> Refusal {
    coded(400, "InvalidPaginationParameter", title: "\(parameter) is not valid")
  }
}
