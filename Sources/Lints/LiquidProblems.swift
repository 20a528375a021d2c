internal import Diagnostics
internal import Liquid

extension Survey {
  /// What is wrong with the Liquid of Braze's texts, where `isMeant`.
  func liquidProblems(where isMeant: (TemplateProblem.Code) -> Bool) -> [(
    BrazeText, TemplateProblem
  )] {
    brazeTexts.flatMap { text in
      text.template.problems.filter { isMeant($0.code) }.map { (text, $0) }
    }
  }
}

extension Template {
  /// Whether there is more wrong with it than filters that nobody knows.
  var isMalformed: Bool { problems.contains { $0.severity == .error } }
}
