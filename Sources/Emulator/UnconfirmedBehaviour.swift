/// What the vendors' documents leave open, each with the reading taken unless told otherwise: here
/// Zendesk's, and under `braze` Braze's.
package struct UnconfirmedBehaviour: Sendable, Hashable {
  /// The documents say 200 for a created trigger category; everything else that is created gets 201.
  package var createdCategoryStatus = 201
  /// Whether blanks around titles and names are cut off.
  package var trimsNames = true
  /// Whether a webhook can be deleted while triggers use it; if so, they keep its id.
  package var deletesUsedWebhooks = true
  /// Whether a rule is refused that names a group, a brand, a form or a custom field that is not
  /// there. The documents only say so of webhooks and categories.
  package var refusesUnknownIDs = false
  /// Whether a group, a brand or a form can be deleted that is the account's default.
  package var deletesDefaults = false
  /// Whether deleted groups are in a list that was not asked to leave them out.
  package var listsDeletedGroups = true
  /// The documents want an automation to test status, type, group, assignee or requester; real
  /// accounts took one that only tests the hours since a status.
  package var takesStatusHoursForProperty = true
  /// Whether an automation is refused that nothing stops from running on a ticket again and again.
  package var refusesEndlessAutomations = true
  /// Whether two active automations with the same conditions and actions are refused.
  package var refusesEqualAutomations = true
  /// Whether the requester of a ticket that the API makes is its submitter, and so the author of the
  /// first comment, unless the request says otherwise; else it is the user whose credentials they
  /// are. Zendesk's own documents say both.
  package var submitsAsRequester = true
  /// Whether a new requester gets the `phone` that a ticket's `requester` holds, which no document
  /// names.
  package var keepsRequesterPhone = false

  package var braze = UnconfirmedBrazeBehaviour()

  package init() {}
}
