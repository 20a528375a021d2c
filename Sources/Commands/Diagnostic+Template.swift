internal import Diagnostics
internal import Liquid

extension Diagnostic {
  /// What is wrong with a template, at its place in the file.
  init(_ problem: TemplateProblem, in source: SourceText, isStrict: Bool) {
    self.init(
      isStrict ? .error : problem.severity,
      code: problem.code.rawValue,
      summary: problem.summary,
      detail: problem.detail,
      at: SourceRange(bytes: problem.range, of: source)
    )
  }

  /// Why a template could not be rendered, at its place in the file or in a content block of the data.
  init(_ error: RenderError, in source: SourceText) {
    let text = error.block.map { SourceText(name: "content block \($0)", text: error.text) }
    self.init(
      code: error.code,
      summary: error.summary,
      detail: error.detail,
      at: SourceRange(bytes: error.range, of: text ?? source)
    )
  }
}
