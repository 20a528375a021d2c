internal import Diagnostics
internal import Planning
internal import Platform
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

  /// Lays plans out for standard output.
  func planText(isCompact: Bool) -> PlanText {
    PlanText(palette: palette, width: session.outputWidth, isCompact: isCompact)
  }

  /// What a person must have seen before being asked, on standard error.
  func prompt(showing plan: Plan, isCompact: Bool) -> String {
    PlanText(palette: errorPalette, width: session.errorWidth, isCompact: isCompact).text(of: plan)
  }

  /// Shows what is wrong; with `--format json` the report holds it as well.
  func complain(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let text = DiagnosticText(palette: errorPalette, width: session.errorWidth)
    session.complain(text.text(of: diagnostics))
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
