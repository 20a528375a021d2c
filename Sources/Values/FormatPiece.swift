/// A part of a `Value.format`.
package enum FormatPiece: Sendable, Hashable {
  case text(String)
  case reference(Reference)
}
