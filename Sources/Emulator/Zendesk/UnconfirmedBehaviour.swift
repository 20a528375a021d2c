/// What Zendesk's documents leave open, each with the reading taken unless told otherwise.
package struct UnconfirmedBehaviour: Sendable, Hashable {
  /// The documents say 200 for a created trigger category; everything else that is created gets 201.
  package var createdCategoryStatus = 201
  /// Whether blanks around titles and names are cut off.
  package var trimsNames = true
  /// Whether a webhook can be deleted while triggers use it; if so, they keep its id.
  package var deletesUsedWebhooks = true

  package init() {}
}
