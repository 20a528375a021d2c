extension Dialect {
  /// Zendesk's placeholders in triggers, automations and webhooks: Liquid's outputs and tags.
  ///
  /// https://support.zendesk.com/hc/en-us/articles/4408886858138
  package static let zendesk = Dialect(
    title: "Zendesk",
    tags: standardTags,
    filters: standardFilters,
    readsAttributes: false,
    dropsHTMLComments: false,
    namespaces: [
      "account", "agent", "current_user", "dc", "organization", "satisfaction", "ticket", "user",
    ],
    advice: standardAdvice
  )
}
