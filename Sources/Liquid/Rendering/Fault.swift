/// What went wrong, before it is known where.
struct Fault: Sendable, Hashable {
  let code: String
  let summary: String
  let detail: String
  /// Where, if that is not what is being rendered.
  var range: Range<Int>?

  init(_ code: RenderError.Code, _ detail: String) {
    self.code = code.rawValue
    summary = code.summary
    self.detail = detail
  }

  init(_ problem: TemplateProblem) {
    code = problem.code.rawValue
    summary = problem.summary
    detail = problem.detail
    range = problem.range
  }
}
