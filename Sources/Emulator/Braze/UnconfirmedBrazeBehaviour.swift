/// What Braze's documents leave open, each with the reading taken unless told otherwise.
package struct UnconfirmedBrazeBehaviour: Sendable, Hashable {
  /// The documents have `X-RateLimit-Reset` as seconds since 1970; a recorded answer of a real
  /// account holds a small number, as if it were the seconds that are left.
  package var resetsAtEpoch = true
  /// Whether a 429 comes with `Retry-After`, in seconds. The documents name no such header.
  package var sendsRetryAfter = false
  /// The status for a content block that is not there: 404 in one client's experience, 200 with
  /// another `message` than `success` in another's.
  package var unknownContentBlockStatus = 404
  /// The status of an update of a content block: 200 and 201 were both seen.
  package var contentBlockUpdateStatus = 201
  /// From how many bytes on the content of a content block is too large: "50 kB" may be 50,000.
  package var contentBlockLimit = 51_200
  /// The documents say no; clients report that it can be done.
  package var renamesActiveContentBlocks = false
  /// Whether a description that is empty is refused, as the list of errors says, or taken.
  package var refusesBlankDescriptions = true
  /// Whether a content block without tags has `null` for them, as one client met it, or `[]`.
  package var readsNoTagsAsNull = false
  /// Whether archived content blocks are in the list.
  package var listsArchivedContentBlocks = false
  /// Whether the list's `count` is that of all content blocks that match, or of the page.
  package var countsBeyondThePage = false
  /// Whether saving by API adds `| id: 'cb1'` to references as saving in the dashboard does.
  package var numbersReferencesOnUpdate = false
  /// Whether campaigns and canvases get that addition too when they are saved.
  package var numbersReferencesInMessages = false
  /// What `schedule_type` of a campaign's details says for each delivery; no value is documented.
  package var scheduleTypes = [
    "api_triggered": "api_triggered", "action_based": "action_based", "scheduled": "time_based",
  ]
  /// The body content type in a webhook's message, `type`; no value is documented.
  package var webhookBodyType = "raw_text"
  /// Whether `/users/export/ids` insists on `fields_to_export`, as for accounts since August 2024.
  package var demandsExportFields = true

  package init() {}
}
