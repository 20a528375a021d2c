extension Dialect {
  /// Liquid 5 as Braze extends it.
  ///
  /// Braze's list of filters "may not be complete", so that Shopify's count as known, but for those that
  /// Braze says are not supported.
  /// https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/filters
  package static let braze = Dialect(
    title: "Braze",
    tags: standardTags.merging(brazeTags) { $1 },
    filters: standardFilters.subtracting(["lstrip", "rstrip", "find_index"]).union(brazeFilters),
    readsAttributes: true,
    dropsHTMLComments: true,
    namespaces: [
      "api_trigger_properties", "app", "campaign", "canvas", "canvas_entry_properties", "card",
      "content_blocks", "context", "custom_attribute", "event_properties",
      "most_recently_used_device", "sms", "subscribed_state", "targeted_device", "whats_app",
    ],
    advice: standardAdvice.merging(
      ["to_json": " To put text into JSON, write \"json_escape\"."]
    ) { $1 }
  )

  private static let brazeTags: [String: TagGrammar] = [
    "abort_message": .abort, "connected_content": .call, "catalog_items": .call,
    "catalog_selection_items": .call, "promotion": .call, "message_extras": .call,
  ]

  private static let brazeFilters: Set<String> = [
    "as_json_string", "hmac_sha1_base64", "hmac_sha1_hex", "hmac_sha256", "hmac_sha256_base64",
    "hmac_sha256_hex", "hmac_sha512", "json_escape", "json_parse", "md5", "money",
    "number_with_delimiter", "property_accessor", "sha1", "sha2", "time_zone", "url_escape",
    "url_param_escape",
    // Braze writes `| id: 'cb1'` behind a content block by itself.
    "id",
  ]
}
