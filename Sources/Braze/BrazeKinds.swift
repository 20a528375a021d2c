package import Model

/// Every kind of resource that Braze has for us; a kind that is not listed here does not exist.
package enum BrazeKinds {
  package static let all: [Kind] = [
    .subscriptionGroup,
    .keywordCategory,
    .contentBlock,
    .customAttribute,
    .campaign,
    .canvas,
  ]
}
