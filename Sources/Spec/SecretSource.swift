/// Where the texts of secrets come from.
///
/// For an emulated environment no source is asked: there every secret is a dummy.
package enum SecretSource: Sendable {
  /// Nowhere: secrets stay unread, for commands that talk to no instance.
  case unread
  /// From the process environment: the value of the variable with this name, nil if it is not set.
  case process(@Sendable (String) -> String?)
}
