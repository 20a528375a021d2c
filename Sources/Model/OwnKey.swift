/// A key of a resource in the spec that is no attribute of its kind: what is said about the
/// resource as a whole.
package enum OwnKey: String, Sendable, CaseIterable {
  case absent, external, match, ignore, protect, lint

  /// What it says, in a sentence, for the reference and for editors.
  package var summary: String {
    switch self {
    case .absent: "true deletes the object; nothing but its identity or match stands beside it."
    case .external: "true finds, refers to and compares an object that is never written."
    case .match: "Finds the object by its id, or by its identity before a rename."
    case .ignore: "Attributes that are sent when the object is made and never compared."
    case .protect: "true refuses to delete or replace the object."
    case .lint: "Rules that do not hold here, and why: {CODE: off, reason: WHY}."
    }
  }
}
