package import Model

/// Every kind of resource that Zendesk has for us; a kind that is not listed here does not exist.
package enum ZendeskKinds {
  package static let all: [Kind] = [
    .userField,
    .organizationField,
    .ticketField,
    .ticketForm,
    .group,
    .brand,
    .webhook,
    .triggerCategory,
    .trigger,
    .automation,
  ]
}
