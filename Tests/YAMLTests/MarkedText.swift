import Diagnostics

/// A text in which `▸` stands before the character that a message should point at.
struct MarkedText {
  let text: String
  /// Of each mark, 1-based.
  let places: [Place]

  init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var places: [Place] = []
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      if scalar == "▸" {
        places.append(Place(file: "spec.yaml", line: line, column: column))
        continue
      }
      text.append(scalar)
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    self.text = String(text)
    self.places = places
  }
}
