import Model
import Testing

@testable import Planning

struct SelectionTests {
  @Test(arguments: [
    ("zendesk.triggers.a", "zendesk.triggers.a", true),
    ("zendesk.triggers.*", "zendesk.triggers.reply", true),
    ("*", "zendesk.triggers.reply", true),
    ("*reply*", "zendesk.triggers.reply_by_sms", true),
    ("zendesk.*.b", "zendesk.webhooks.b", true),
    ("zendesk.*.b", "zendesk.webhooks.ab.c", false),
    ("zendesk.triggers", "zendesk.triggers.a", false),
    ("", "zendesk.triggers.a", false),
    ("**a", "zendesk.triggers.a", true),
    ("*a*a*b", "zendesk.triggers.aaaaaaaaaaaaaaaaaaaaaaaa", false),
  ])
  func `a pattern covers the whole address`(_ pattern: String, _ text: String, _ matches: Bool) {
    #expect(Selection.matches(pattern, text) == matches)
  }

  @Test func `exclude wins over only`() throws {
    let selection = Selection(only: ["zendesk.triggers.*"], exclude: ["*.b"])
    #expect(selection.contains(try #require(Address("zendesk.triggers.a"))))
    #expect(!selection.contains(try #require(Address("zendesk.triggers.b"))))
    #expect(!selection.contains(try #require(Address("zendesk.webhooks.a"))))
  }
}
