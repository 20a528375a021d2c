internal import Model
internal import Values

/// What a campaign and a Canvas say of themselves as a whole, and the API reads back of both.
///
/// https://www.braze.com/docs/api/endpoints/export/campaigns/get_campaign_details
enum MessageState {
  static let tags = Attribute(.list(.text), "Names of tags.").unordered.labelled("Tags")

  static let enabled = Attribute(.boolean, "Whether users get it, or enter it; true.")
    .defaulting(to: true).labelled("Launched, and not stopped")

  static let draft = Attribute(.boolean, "Whether it was never launched; false.")
    .defaulting(to: false).labelled("Draft")

  static let archived = Attribute(.boolean, "Whether it is in the archive; false.")
    .defaulting(to: false).labelled("Archived")
}
