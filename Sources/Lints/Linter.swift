package import Diagnostics
package import Spec

/// Holds a resolved spec to every lint.
package enum Linter {
  /// In the order of their reference.
  package static let lints: [Lint] = [
    .webhookBodyJSON, .bodyNotAlwaysJSON, .unescapedTextInJSON, .webhookWithoutBody,
    .webhookForEvents, .missingContentType, .undeclaredCustomField, .urlWithoutScheme,
    .unknownBrazePath, .malformedCampaignID, .misplacedMessageID, .notAPITriggered, .notReEligible,
    .unsentTriggerProperty, .unfilledUserField, .requesterFromBraze, .attributeOfOtherType,
    .undeclaredCustomAttribute, .undeclaredContentBlock, .draftContentBlock, .nestedContentBlock,
    .malformedLiquid, .unknownLiquidTag, .unknownLiquidFilter, .unfilledLiquidName,
    .splitAtOneLineBreak,
    .repeatedKeyword, .repeatedKeywordCategory, .tooManyKeywordCategories,
    .keywordCategoryOfOtherGroup, .leftOverPlaceholder,
    .echoToBraze, .capitalisedStatus, .endingAPIToken, .sharedBrazeKey,
  ]

  /// What the lints say of `desired`, which `specification` came to.
  ///
  /// What a resource turns off is left out; what it turns off for nothing is reported.
  package static func diagnostics(
    of desired: DesiredState,
    in specification: Specification
  ) -> [Diagnostic] {
    var silence = Silence(desired.resources)
    let survey = Survey(desired)
    let found = lints.flatMap { lint in
      lint.find(survey).filter { !silence.covers($0, of: lint) }
        .flatMap { specification.diagnostics($0, of: lint) }
    }
    return found + silence.unknown(among: lints.map(\.code))
      + silence.needless(among: lints, in: specification)
  }
}

extension Specification {
  fileprivate func diagnostics(_ hit: Lint.Hit, of lint: Lint) -> [Diagnostic] {
    switch hit.place {
    case .value(let path, let address, let offset):
      diagnostics([lint.finding(hit, at: path, offset: offset)], of: address)
    case .source(let range):
      [
        Diagnostic(
          lint.severity,
          code: lint.code,
          summary: lint.summary,
          detail: hit.detail,
          at: range
        )
      ]
    }
  }
}
