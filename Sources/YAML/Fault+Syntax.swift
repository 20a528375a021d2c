internal import CYAMLShim
internal import Diagnostics

/// Syntax errors of libyaml's, put into words that say what to do.
///
/// The words matched are those of libyaml 0.2.5's `scanner.c` and `parser.c`; an error that is not
/// among them is reported as libyaml puts it.
extension Fault {
  func syntaxDiagnostic(in source: SourceText) -> Diagnostic {
    if isTab(in: source) {
      return Diagnostic(
        code: "tab-indentation",
        summary: "A tab indents a line",
        detail: """
          YAML indents with spaces only. Replace the tab at the beginning of this line by spaces, as \
          many as its neighbours have.
          """,
        at: source.range(at: place)
      )
    }
    return Diagnostic(
      code: "yaml-syntax",
      summary: "The file is not valid YAML",
      detail: explanation(in: source),
      at: source.range(at: isAboutOpening(in: source) ? opening : place)
    )
  }

  private func isTab(in source: SourceText) -> Bool {
    if problem.hasPrefix("found a tab character") { return true }
    guard problem == "found character that cannot start any token" else { return false }
    return character(in: source) == "\t"
  }

  /// Whether the error was made where that began which could not be finished, and only noticed at
  /// `place`.
  private func isAboutOpening(in source: SourceText) -> Bool {
    switch problem {
    case "found unexpected end of stream", "found unexpected document indicator",
      "could not find expected ':'":
      context != nil
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      source.line(Int(place.line) + 1)?.isEmpty != false
    default: false
    }
  }

  private func character(in source: SourceText) -> Unicode.Scalar? {
    source.line(Int(place.line) + 1)?.unicodeScalars.dropFirst(Int(place.column)).first
  }

  private var openingPlace: String { "line \(opening.line + 1), column \(opening.column + 1)" }

  private func explanation(in source: SourceText) -> String {
    switch (problem, context) {
    case ("found character that cannot start any token", _):
      let character = character(in: source).map { "\"\($0)\"" } ?? "this character"
      return "No value can begin with \(character). Put the value in quotes."
    case ("mapping values are not allowed in this context", _):
      return """
        A ": " may not stand here. If it is part of a text, put the text in quotes; if it ends a \
        key, check the indentation of this line and that the line before is finished.
        """
    case ("mapping keys are not allowed in this context", _):
      return "A key may not begin here. Put it on a line of its own."
    case ("block sequence entries are not allowed in this context", _):
      return "A list item may not begin here. Put \"- \" on a line of its own, below the key."
    case ("could not find expected ':'", _):
      return """
        This should be a key, but no ":" follows it on its line. Write "KEY: VALUE"; if it continues \
        the value before, indent it deeper than that value's key.
        """
    case ("did not find expected key", _):
      return """
        Neither a key of the mapping that begins on \(openingPlace) nor its end is here. Indent this \
        line as that mapping's other keys, and check that the value before is finished: nothing may \
        follow a closing quote or bracket.
        """
    case ("did not find expected '-' indicator", _):
      return """
        Neither an item of the list that begins on \(openingPlace) nor its end is here. Indent this \
        line as that list's other items and begin it with "- ".
        """
    case ("did not find expected ',' or ']'", _):
      return """
        The list that "[" opens on \(openingPlace) lacks a "," or its "]". A text that holds \
        one of []{}, must be in quotes there.
        """
    case ("did not find expected ',' or '}'", _):
      return """
        The mapping that "{" opens on \(openingPlace) lacks a "," or its "}". A text that holds \
        one of []{}, must be in quotes there.
        """
    case ("found unexpected end of stream", _):
      return "The quote that opens here is never closed. Close it."
    case ("found unexpected document indicator", _):
      return """
        The quote that opens here is not closed before a line that begins with "---" or "...". Close \
        it, or indent that line.
        """
    case ("did not find expected node content", _):
      return "A value should be here. Write one, or put a text that begins so in quotes."
    case ("did not find expected <document start>", _):
      return """
        The document is complete before this place, and what is here is not part of it. Check the \
        indentation of this line and that the line before is finished.
        """
    case ("found undefined tag handle", _):
      return """
        A tag with two exclamation marks in it needs a %TAG directive for its beginning. \
        A tag is written with one: "!ref".
        """
    case ("found unknown escape character", _):
      return """
        A backslash in a double-quoted string begins an escape, and this is none. Write "\\\\" for a \
        backslash, or use single quotes.
        """
    case ("did not find expected hexdecimal number", _),
      ("found invalid Unicode character escape code", _):
      return """
        After \\x, \\u or \\U in a double-quoted string come 2, 4 or 8 hexadecimal digits that name \
        a character. Mend them, or write "\\\\" for a backslash.
        """
    case ("did not find expected alphabetic or numeric character", "while scanning an alias"):
      return """
        A "*" at the beginning of a value begins an alias, whose name has letters, digits, "-" and \
        "_" only. If a text is meant, put it in quotes.
        """
    case ("did not find expected alphabetic or numeric character", "while scanning an anchor"):
      return """
        A "&" at the beginning of a value begins an anchor, whose name has letters, digits, "-" and \
        "_" only. If a text is meant, put it in quotes.
        """
    case (_, "while scanning a tag"), (_, "while parsing a tag"):
      return """
        A "!" at the beginning of a value begins a tag, such as "!ref", followed by a blank. This is \
        no tag; if a text is meant, put it in quotes.
        """
    case (_, "while scanning a block scalar"):
      return """
        After "|" or ">" come at most "-" or "+" and a digit from 1 to 9; the text begins on the \
        next line. If a text that begins so is meant, put it in quotes.
        """
    case ("found incompatible YAML document", _):
      return "The %YAML directive names a version that is not read. Write %YAML 1.2, or nothing."
    case ("found duplicate %YAML directive", _), ("found duplicate %TAG directive", _):
      return "This directive is given twice. Keep one of the two."
    case (_, let context?) where context.contains("directive"):
      return """
        A line that begins with "%" before the document is a directive: %YAML 1.2, or %TAG with a \
        handle and a prefix. Mend or remove it.
        """
    default:
      return "libyaml reports: \([context, problem].compactMap(\.self).joined(separator: ", "))."
    }
  }
}
