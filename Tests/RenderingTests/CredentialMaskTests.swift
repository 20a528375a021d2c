import Testing

@testable import Rendering

struct CredentialMaskTests {
  @Test(arguments: [
    ("auth: {access_token: !env ZENDESK_TOKEN}", "auth: {access_token: !env ZENDESK_TOKEN}"),
    ("auth: {access_token: !env sk-live-1}", "auth: {access_token: **** *********}"),
    ("data: {tokn: hush, type: x}", "data: {tokn: ****, type: x}"),
    ("  password: \"a b\"", "  password: ** **"),
    ("client_secret: abc", "client_secret: ***"),
    ("Authorization: Bearer abc", "Authorization: ****** ***"),
    ("title: the token is nice", "title: the token is nice"),
    ("token: {x: 1}", "token: {x: 1}"),
    ("token:", "token:"),
  ])
  func `what looks like a credential is not repeated, and columns stay`(
    _ line: String,
    _ shown: String
  ) {
    let masked = CredentialMask.masked(Array(line.unicodeScalars))
    #expect(String(String.UnicodeScalarView(masked)) == shown)
  }
}
