/// A difference between the emulator and the vendor's documents that is meant.
struct Deviation {
  /// The end of the place in an answer, or the start of an operation's name.
  var place: String
  /// How the answer breaks the document, as `SchemaCheck` says it.
  var text: String
  var reason: String

  static let all = [
    Deviation(
      place: "POST /api/v2/trigger_categories",
      text: "answers 201, which is not in the documents",
      reason: "Everything else that is created gets 201; a switch makes it the documents' 200."
    ),
    Deviation(
      place: "PUT /api/v2/triggers/reorder",
      text: "has nothing that the document names",
      reason: "The document shows one trigger, while the request names all of them."
    ),
    Deviation(
      place: "trigger.description",
      text: "is null",
      reason: "So real accounts answer for a trigger without a description."
    ),
    Deviation(
      place: "triggers[].description",
      text: "is null",
      reason: "So real accounts answer for a trigger without a description."
    ),
    Deviation(
      place: "conditions.all[].value",
      text: "is null",
      reason: "So real accounts answer for operators that need no value."
    ),
    Deviation(
      place: "conditions.all[].value",
      text: "fits 0 of oneOf",
      reason: "Real accounts answer whether a comment is public with a boolean."
    ),
    Deviation(
      place: "agent_description",
      text: "is null",
      reason: "So real accounts answer for a ticket field without one."
    ),
    Deviation(
      place: "meta.has_more",
      text: "is not of type string",
      reason: "The webhooks document was made from examples with every value in quotes."
    ),
    Deviation(
      place: "attempts[].request.payload",
      text: "is not of type object",
      reason: "Real attempts show the body as the text that was sent, JSON or not."
    ),
    Deviation(
      place: "tickets[].recipient",
      text: "is null",
      reason: "So real accounts answer for a ticket that came by no mail."
    ),
    Deviation(
      place: "tag",
      text: "is null",
      reason: "A checkbox without a tag; nothing else could stand for none."
    ),
    Deviation(
      place: "user",
      text: "fits 0 of anyOf",
      reason: "Real accounts answer null for an alias, a signature, details and notes unset."
    ),
    Deviation(
      place: "users[]",
      text: "fits 0 of anyOf",
      reason: "As for one user."
    ),
    Deviation(
      place: "custom_fields[].value",
      text: "is null",
      reason: "A ticket field without a value; real accounts list every field."
    ),
    Deviation(
      place: "fields[].value",
      text: "is null",
      reason: "A ticket field without a value; real accounts list every field."
    ),
    Deviation(
      place: "forum_topic_id",
      text: "is null",
      reason: "So real accounts answer for every ticket."
    ),
    Deviation(
      place: "satisfaction_rating",
      text: "is null",
      reason: "So real accounts answer for a ticket without one."
    ),
    Deviation(
      place: "host_mapping",
      text: "is null",
      reason: "A brand without one; nothing else could stand for none."
    ),
    Deviation(
      place: "logo",
      text: "is null",
      reason: "A brand without one; nothing else could stand for none."
    ),
    Deviation(
      place: "GET /api/v2/organization_fields/",
      text: "is not in the documents",
      reason: "The fields of organizations are those of users in all but the owner."
    ),
    Deviation(
      place: "POST /api/v2/organization_fields/",
      text: "is not in the documents",
      reason: "The fields of organizations are those of users in all but the owner."
    ),
    Deviation(
      place: "DELETE /api/v2/organization_fields/",
      text: "is not in the documents",
      reason: "The fields of organizations are those of users in all but the owner."
    ),
  ]

  func covers(_ problem: SchemaCheck.Problem) -> Bool {
    guard problem.text == text else { return false }
    if place.contains(" /") { return problem.place.hasPrefix(place) }
    return problem.place == place || problem.place.hasSuffix(".\(place)")
  }
}
