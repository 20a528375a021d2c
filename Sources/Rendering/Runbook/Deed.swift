package import Model

/// A step that was done on an emulator in a person's stead.
package struct Deed: Sendable, Equatable {
  package enum Action: String, Sendable {
    case made, changed, archived
  }

  package let address: Address
  package let action: Action
  /// The object's id, if it has one.
  package let id: String?

  package init(address: Address, action: Action, id: String?) {
    self.address = address
    self.action = action
    self.id = id
  }
}
