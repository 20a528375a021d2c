internal import Braze
internal import Liquid
internal import Model

extension Variable {
  /// The namespace of content blocks, which Braze's Liquid calls as its API does.
  static let blocks = Kind.contentBlock.collection

  /// The content block that it stands for: `content_blocks.${name}`.
  var contentBlock: String? { namespace == Self.blocks ? key : nil }

  /// The custom attribute that it stands for, or is a member of: `custom_attribute.${address.city}`.
  var customAttribute: String? { namespace == "custom_attribute" ? key : nil }

  /// What a request must send along for it: `api_trigger_properties.${name}`.
  var triggerProperty: String? { namespace == "api_trigger_properties" ? key : nil }
}
