internal import Liquid

extension Dialect {
  /// Of a text that may have been written for either system: Braze's, which reads what Zendesk's does and
  /// `${…}` too, so that one copied from Braze to Zendesk is read like any other.
  static let widest = braze
}
