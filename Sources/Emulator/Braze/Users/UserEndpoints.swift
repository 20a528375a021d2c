internal import HTTPTypes

/// <https://www.braze.com/docs/api/endpoints/user_data>
enum UserEndpoints {
  static let all = [
    BrazeEndpoint(.post, "/users/track", "users.track", pool: .track, UserTracking.answer),
    BrazeEndpoint(
      .post,
      "/users/export/ids",
      "users.export.ids",
      pool: .exports,
      ProfileExport.answer
    ),
  ]
}
