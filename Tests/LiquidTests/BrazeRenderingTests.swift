import Testing
import Values

@testable import Liquid

/// What Braze makes of a message.
struct BrazeRenderingTests {
  private static let data = #"""
    {"attributes": {"first_name": "Ada", "user_id": "u1", "phone_number": "+4915100"},
     "custom_attribute": {"zip code": "01067", "address": {"city": "Dresden"}, "a.b": 1, "list": [1, 2]},
     "api_trigger_properties": {"msg": "Hi"}, "sms": {"inbound_message_body": "Help \"me\"\n"},
     "content_blocks": {
       "plain": "[{{${first_name}}}{% assign given = 'later' %}]", "outer": "({{content_blocks.${plain}}})",
       "outermost": "<{{content_blocks.${outer}}}>", "aborts": "a{% abort_message('in a block') %}b",
       "itself": "x{{content_blocks.${itself}}}", "broken": "\n{% if %}", "fails": "a\n{{ 1 | divided_by: 0 }}"
     },
     "count": 2, "json": "{\"a\": [1, 2]}"}
    """#

  @Test(arguments: [
    ("{{${first_name}}} {{ ${ first_name } | upcase }}", "Ada ADA"),
    ("{{${last_name}}}|{{x.${y}}}", "|"),
    (
      "{{custom_attribute.${zip code}}} {{custom_attribute.${address.city}}} {{custom_attribute.${a.b}}}",
      "01067 Dresden 1"
    ),
    ("{{custom_attribute.${address}.city}} {{custom_attribute.${list}[1]}}", "Dresden 2"),
    (
      "{{api_trigger_properties.${msg}}} {{api_trigger_properties}} {{api_trigger_properties.msg}}",
      #"Hi {"msg"=>"Hi"} Hi"#
    ),
    ("{% assign a = {{api_trigger_properties.${msg}}} | append: '!' %}{{a}}", "Hi!"),
    ("{% if {{custom_attribute.${list}}} contains 2 %}yes{% endif %}", "yes"),
    ("{% for i in {{custom_attribute.${list}}} limit:1 %}{{i}}{% endfor %}", "1"),
    ("{{ 1 | plus: {{count}} }}", "3"), ("a<!-- {{ x -->b", "ab"),
    ("{{ ${last_name} | default: 'friend' }}", "friend"), ("{{ '5' | to_i }}", "5"),
  ])
  func `attributes`(_ text: String, _ expected: String) throws {
    #expect(try Template.rendered(text, Self.data, .braze) == expected)
  }

  @Test(arguments: [
    ("{{content_blocks.${plain}}}{{given}}", "[Ada]later"),
    ("{{content_blocks.${plain} | id: 'cb1'}}", "[Ada]"),
    ("{% assign x = {{content_blocks.${plain}}} | size %}{{x}}{{given}}", "5later"),
    ("{{content_blocks.${outer}}}", "([Ada])"), ("{{content_blocks.${outermost}}}", "<()>"),
    ("{{content_blocks.${itself}}}", "xx"), ("a{{content_blocks.${absent}}}b", "ab"),
    ("{% for i in (1..2) %}{{content_blocks.${plain}}}{% endfor %}", "[Ada][Ada]"),
  ])
  func `content blocks stand where they are named, two deep`(
    _ text: String,
    _ expected: String
  ) throws {
    #expect(try Template.rendered(text, Self.data, .braze) == expected)
  }

  @Test(arguments: [
    ("a{% abort_message('no phone') %}b", "no phone"),
    ("{% abort_message %}", "{% abort_message %} called"),
    ("{% abort_message() %}", "{% abort_message %} called"),
    ("{% abort_message(${first_name}) %}", "Ada"),
    (
      "{% for i in (1..3) %}{% capture x %}{% abort_message 'deep' %}{% endcapture %}{% endfor %}",
      "deep"
    ),
    ("x{{content_blocks.${aborts}}}", "in a block"),
  ])
  func `abort_message ends a message with its reason`(_ text: String, _ reason: String) throws {
    let data = try #require(try Value(json: Self.data).members)
    let rendering = try Template(text, dialect: .braze).render(data, RenderOptions(now: 0))
    #expect(rendering == .aborted(reason: reason))
    #expect(rendering.text == nil)
  }

  @Test(arguments: [
    (#"'a"b\c' | json_escape"#, #"a\"b\\c"#),
    ("sms.${inbound_message_body} | json_escape", #"Help \"me\"\n"#),
    ("custom_attribute.${list} | as_json_string", "[1,2]"), ("'x' | as_json_string", #""x""#),
    (#"json | json_parse | property_accessor: 'a' | join: '+'"#, "1+2"),
    ("custom_attribute.${address} | property_accessor: 'city'", "Dresden"),
    ("'hey<&>hi' | url_escape", "hey%3C&%3Ehi"), ("'a b#%?/é' | url_escape", "a%20b%23%25?/%C3%A9"),
    ("'hey<&>hi' | url_param_escape", "hey%3C%26%3Ehi"),
    ("'blah' | base64_encode", "YmxhaA=="), ("'hey' | md5", "6057f13c496ecf7fd777ceb9e79ae285"),
    ("'abc' | sha1", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    ("'abc' | sha2", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "'what do ya want for nothing?' | hmac_sha1_hex: 'Jefe'",
      "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
    ),
    ("'what do ya want for nothing?' | hmac_sha1_base64: 'Jefe'", "7/zfauXrL6LSdBbV8YTfnCWafHk="),
    (
      "'what do ya want for nothing?' | hmac_sha256: 'Jefe'",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      "'what do ya want for nothing?' | hmac_sha256_base64: 'Jefe'",
      "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM="
    ),
    ("'what do ya want for nothing?' | hmac_sha512: 'Jefe' | slice: 0, 16", "164b7a7bfcf819e2"),
    ("1234567.891 | number_with_delimiter", "1,234,567.891"),
    ("-123 | number_with_delimiter", "-123"),
    ("145 | money", "145.00"), ("'9.995' | money", "10.00"), ("0.5 | money", "0.50"),
  ])
  func `filters of Braze`(_ pipeline: String, _ expected: String) throws {
    #expect(try Template.rendered("{{ \(pipeline) }}", Self.data, .braze) == expected)
  }

  @Test(arguments: [
    ("a\n {% connected_content https://a.example :save b %}", "2:2 liquid-unsupported"),
    ("{{ 'now' | time_zone: 'UTC' }}", "1:12 liquid-unsupported"),
    ("{{ '{' | json_parse }}", "1:10 liquid-argument"),
    ("{{content_blocks.${broken}}}", "broken 2:7 liquid-syntax"),
    ("{{content_blocks.${fails}}}", "fails 2:8 liquid-argument"),
  ])
  func `what is not rendered has a place`(_ text: String, _ failure: String) throws {
    #expect(try Template.failure(text, Self.data, .braze) == failure)
  }
}
