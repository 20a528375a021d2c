import Testing

@testable import Values

struct SecretTests {
  private let secret = Secret(name: "TOKEN", content: "hush-hush")

  @Test func `a secret cannot be printed, described, dumped or written as JSON`() {
    var dumped = ""
    dump(secret, to: &dumped)
    dump(["token": Value.secret(secret)], to: &dumped)
    let value: Value = ["token": .secret(secret), "body": .json(["inner": .secret(secret)])]
    let texts = [
      "\(secret)", String(reflecting: secret), String(describing: secret), dumped,
      value.json(.pretty), value.json(.canonical), "\(value)", String(reflecting: value),
    ]
    for text in texts { #expect(!text.contains("hush"), "\(text)") }
    #expect(value["token"]?.json() == "\"(secret)\"")
  }

  @Test func `a secret can be made part of another and is revealed only on request`() {
    let bearer = { (text: String) in "Bearer " + text }
    #expect(secret.map(recipe: bearer, bearer).reveal() == "Bearer hush-hush")
    #expect(Secret(unread: "TOKEN").map(recipe: bearer, bearer).reveal() == nil)
    #expect(secret.unread.reveal() == nil)
    #expect(!Secret(unread: "TOKEN").isRead)
  }

  @Test func `how it is made up can be told, by the names of variables alone`() {
    let made = secret.map(recipe: { "Basic base64(ops:\($0))" }) { "ops:" + $0 }
    #expect(secret.recipe == "$TOKEN")
    #expect(made.recipe == "Basic base64(ops:$TOKEN)")
    #expect(made.unread.recipe == made.recipe)
  }
}
