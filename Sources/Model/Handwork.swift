package import Values

/// What a person does in the vendor's console about an object that no API writes.
package struct Handwork: Sendable {
  /// Where it is made, for an object with these attributes: `Messaging > Campaigns > Create Campaign`.
  package let place: @Sendable (Members) -> String
  /// Where one that is there is found and changed.
  package let placeOfChange: String
  /// How one is got rid of, in a sentence.
  package let removal: String
  /// How it is seen afterwards that it was done, in a sentence.
  package let verification: String
  /// What the emulator's console is told in the person's stead.
  package let rehearsal: Rehearsal

  package init(
    place: @escaping @Sendable (Members) -> String,
    placeOfChange: String,
    removal: String = "",
    verification: String,
    rehearsal: Rehearsal
  ) {
    self.place = place
    self.placeOfChange = placeOfChange
    self.removal = removal
    self.verification = verification
    self.rehearsal = rehearsal
  }

  /// The form of an object in the emulator's console.
  package struct Rehearsal: Sendable {
    /// The emulator's collection: `campaigns`.
    package let collection: String
    /// Whether the console archives objects of it, which is how they are got rid of.
    package let archives: Bool
    /// The object as that collection takes it; references have been replaced by ids, or by names where
    /// there is no id.
    package let form: @Sendable (Members) -> Members

    package init(
      _ collection: String,
      archives: Bool = true,
      form: @escaping @Sendable (Members) -> Members
    ) {
      self.collection = collection
      self.archives = archives
      self.form = form
    }
  }
}
