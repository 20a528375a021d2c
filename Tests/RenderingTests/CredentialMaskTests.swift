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
    ("x-api-key: Abc,123} a", "x-api-key: ******** *"),
    ("\"X-Api-Key\": \"Abc\"", "\"X-Api-Key\": *****"),
    ("{\"api-key\":'a''b', x: y}", "{\"api-key\":******, x: y}"),
    ("{token: \"a\\\"b}\", x: [1]}", "{token: *******, x: [1]}"),
    ("Cookie: a=b", "Cookie: ***"),
    ("token: !env NAME  # why", "token: !env NAME  # why"),
    ("token: !env NAME hush", "token: **** **** ****"),
    ("token: !env NAME, type: x}", "token: !env NAME, type: x}"),
    ("Authorization: !bearer {token: !env NAME}", "Authorization: !bearer {token: !env NAME}"),
    ("Authorization: !bearer {token: hush}", "Authorization: !bearer {token: ****}"),
    ("Authorization: !bearer", "Authorization: !bearer"),
    ("Authorization: !bearer hush", "Authorization: ******* ****"),
    (
      "{Authorization: !basic {username: a, password: !env NAME}}",
      "{Authorization: !basic {username: a, password: !env NAME}}"
    ),
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
