internal import Diagnostics

/// The paths of Braze's REST API.
///
/// https://www.braze.com/docs/api/home and, with the limits of each,
/// https://www.braze.com/docs/api/api_limits
enum BrazePaths {
  /// `*` stands for a name or an id.
  private static let known: Set<String> = [
    "/users/track", "/users/track/sync", "/users/track/bulk", "/users/delete", "/users/identify",
    "/users/merge", "/users/alias/new", "/users/alias/update", "/users/external_ids/rename",
    "/users/external_ids/remove", "/users/export/ids", "/users/export/segment",
    "/users/export/global_control_group",
    "/messages/send", "/messages/schedule/create", "/messages/schedule/update",
    "/messages/schedule/delete", "/messages/scheduled_broadcasts", "/messages/live_activity/start",
    "/messages/live_activity/update", "/sends/id/create", "/sends/data_series",
    "/campaigns/trigger/send", "/campaigns/trigger/schedule/create",
    "/campaigns/trigger/schedule/update", "/campaigns/trigger/schedule/delete",
    "/campaigns/duplicate", "/campaigns/translations", "/campaigns/list", "/campaigns/details",
    "/campaigns/data_series", "/campaigns/url_info/details", "/transactional/v1/campaigns/*/send",
    "/canvas/trigger/send", "/canvas/trigger/schedule/create", "/canvas/trigger/schedule/update",
    "/canvas/trigger/schedule/delete", "/canvas/duplicate", "/canvas/translations", "/canvas/list",
    "/canvas/details", "/canvas/data_series", "/canvas/data_summary", "/canvas/url_info/details",
    "/content_blocks/create", "/content_blocks/update", "/content_blocks/list",
    "/content_blocks/info", "/templates/email/create", "/templates/email/update",
    "/templates/email/list", "/templates/email/info",
    "/subscription/status/set", "/v2/subscription/status/set", "/subscription/status/get",
    "/subscription/user/status", "/email/status", "/email/blocklist", "/email/blacklist",
    "/email/bounce/remove", "/email/spam/remove", "/email/hard_bounces", "/email/unsubscribes",
    "/sms/invalid_phone_numbers", "/sms/invalid_phone_numbers/remove",
    "/custom_attributes", "/custom_attributes/blocklist", "/events", "/events/list",
    "/events/data_series", "/purchases/product_list", "/purchases/revenue_series",
    "/purchases/quantity_series", "/segments/list", "/segments/details", "/segments/data_series",
    "/sessions/data_series", "/kpi/new_users/data_series", "/kpi/dau/data_series",
    "/kpi/mau/data_series", "/kpi/uninstalls/data_series",
    "/catalogs", "/catalogs/*", "/catalogs/*/fields", "/catalogs/*/fields/*",
    "/catalogs/*/selections", "/catalogs/*/selections/*", "/catalogs/*/items",
    "/catalogs/*/items/*",
    "/preference_center/v1", "/preference_center/v1/list", "/preference_center/v1/*",
    "/preference_center/v1/*/url/*", "/cdi/integrations", "/cdi/integrations/*/sync",
    "/cdi/integrations/*/job_sync_status", "/media_library/create",
    "/app_group/sdk_authentication/create", "/app_group/sdk_authentication/primary",
    "/app_group/sdk_authentication/delete", "/app_group/sdk_authentication/keys",
    "/scim/v2/Users", "/scim/v2/Users/*",
  ]
  private static let patterns = known.filter { $0.contains("*") }.map { $0.split(separator: "/") }
  private static let plain = known.filter { !$0.contains("*") }.sorted()

  static func isKnown(_ path: String) -> Bool {
    if known.contains(path) { return true }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    return patterns.contains { pattern in
      pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }
  }

  /// The path that `path` is, or probably was meant to be.
  static func meant(by path: String) -> String? {
    isKnown(path) ? path : Suggestion.closest(to: path, in: plain)
  }
}
