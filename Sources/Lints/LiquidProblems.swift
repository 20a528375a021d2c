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
