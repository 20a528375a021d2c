internal import Diagnostics
internal import Platform
internal import Execution
internal import Rendering
internal import Values

/// Writes reports to standard output and what is wrong to standard error.
struct Reporter: Sendable {
  let session: Session
  let format: OutputArguments.Format
  private let color: OutputArguments.ColorChoice

  init(_ session: Session, _ output: OutputArguments) {
    self.init(session, output.format, output.color)
  }

  init(
    _ session: Session,
    _ format: OutputArguments.Format = .text,
    _ color: OutputArguments.ColorChoice = .auto
  ) {
    self.session = session
    self.format = format
    self.color = color
  }

  var isText: Bool { format == .text }

  /// For standard output.
  var palette: Palette { palette(isTerminal: session.isOutputTerminal) }

  /// For standard error.
  var errorPalette: Palette { palette(isTerminal: session.isErrorTerminal) }

  /// Shows what is wrong; with `--format json` the report holds it as well.
  func complain(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    session.complain(DiagnosticText(palette: errorPalette).text(of: diagnostics))
  }

  /// Ends a run that has nothing to report but what is wrong.
  func fail(_ diagnostics: [Diagnostic], _ status: ExitStatus) -> ExitStatus {
    complain(diagnostics)
    if !isText { write(DiagnosticJSON.report(diagnostics)) }
    return status
  }

  func write(_ value: Value) {
    session.write(value.json(.pretty) + "\n")
  }

  private func palette(isTerminal: Bool) -> Palette {
    switch color {
    case .always: Palette(isColoured: true)
    case .never: Palette(isColoured: false)
    case .auto:
      Palette(isColoured: isTerminal && (session.environment["NO_COLOR"] ?? "").isEmpty)
    }
  }
}
