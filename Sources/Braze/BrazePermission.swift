/// What a key must be allowed for each request.
///
/// https://www.braze.com/docs/api/basics/#rest-api-key-permissions
enum BrazePermission {
  /// Nil for a path that this tool does not ask for.
  static func name(for path: String) -> String? { names[path] }

  /// All that this tool asks for, in the order of Braze's page.
  static let all = [
    "content_blocks.list", "content_blocks.info", "content_blocks.create", "content_blocks.update",
    "campaigns.list", "campaigns.details", "canvas.list", "canvas.details", "custom_attributes.get",
  ]

  private static let names = [
    "/content_blocks/list": "content_blocks.list",
    "/content_blocks/info": "content_blocks.info",
    "/content_blocks/create": "content_blocks.create",
    "/content_blocks/update": "content_blocks.update",
    "/campaigns/list": "campaigns.list",
    "/campaigns/details": "campaigns.details",
    "/canvas/list": "canvas.list",
    "/canvas/details": "canvas.details",
    "/custom_attributes": "custom_attributes.get",
  ]
}
