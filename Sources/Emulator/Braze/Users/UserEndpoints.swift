internal import HTTPTypes
internal import Values

/// <https://www.braze.com/docs/api/endpoints/user_data>
enum UserEndpoints {
  static let all = [
    BrazeEndpoint(.post, "/users/track", "users.track", pool: .track) {
      (call: BrazeCall, state: inout BrazeState) throws(Refusal) in
      var tracking = UserTracking(now: call.now)
      return try tracking.answer(try call.body(), &state)
    },
    BrazeEndpoint(
      .post,
      "/users/export/ids",
      "users.export.ids",
      pool: .exports,
      ProfileExport.answer
    ),
  ]
}
