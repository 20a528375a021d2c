import Testing

@testable import Liquid

/// What the standard filters make of their input: Shopify's documented behaviour.
struct FilterTests {
  @Test(arguments: [
    ("'Parker ' | append: 1.50 | prepend: '<'", "<Parker 1.5"), ("nil | append: 'a'", "a"),
    ("'tITLE case É' | capitalize", "Title case é"), ("'éa' | upcase", "ÉA"),
    ("'ÉA' | downcase", "éa"), ("' \t a b\n ' | strip", "a b"),
    ("' a ' | lstrip | append: '|'", "a |"),
    ("' a ' | rstrip | append: '|'", " a|"), ("'  a \n b ' | squish", "a b"), ("nil | squish", ""),
    ("'a.b.b' | replace: 'b', 'c'", "a.c.c"), ("'abc' | replace: '', '-'", "-a-b-c-"),
    ("'aXbX' | replace_first: 'X', 'Y'", "aYbX"), ("'aXbX' | replace_last: 'X', 'Y'", "aXbY"),
    ("'aaa' | replace_last: 'aa', 'b'", "ab"), ("'a' | replace: 'b'", "a"),
    (#"'a"b' | replace: '"', '\"'"#, #"a\"b"#), (#"'a\b' | replace: '\', '\\'"#, #"a\b"#),
    (#"'a\b' | replace: '\', '\\\\'"#, #"a\\b"#), (#"'ab' | replace: 'a', '[\0]'"#, "[a]b"),
    (#""it's" | replace: "'", "\'""#, "itss"), (#"'xay' | replace: 'a', '\`'"#, "xxy"),
    ("'a a a' | remove: 'a'", "  "), ("'a a' | remove_first: 'a '", "a"),
    ("'a b a' | remove_last: ' a'", "a b"), ("'x' | remove: 1", "x"),
    ("'1234567890' | truncate: 7", "1234..."), ("'1234567890' | truncate: 20", "1234567890"),
    ("'1234567890' | truncate: 0", "..."), ("'测试测试测试' | truncate: 5", "测试..."),
    ("'1234567890' | truncate: 5, 1", "12341"), ("nil | truncate: 3", ""),
    ("'abc' | truncate: 9223372036854775807", "abc"),
    ("'abc' | truncate: -9223372036854775808", "..."),
    ("'one two three' | truncatewords: 2", "one two..."),
    ("'one  two\tx' | truncatewords: 0", "one..."),
    ("'one two' | truncatewords: 2, '!'", "one two"), ("'a b c' | truncatewords: 2, '!'", "a b!"),
    ("'foobar' | slice: 1, 3", "oob"), ("'foobar' | slice: -2, 99", "ar"),
    ("'foobar' | slice: 9", ""),
    ("'foobar' | slice: '1', '3'", "oob"), ("'abc' | slice: -9, 3", ""),
    ("'abc' | slice: 3, 3", ""),
    ("'abc' | slice: 0, -1", ""), ("'né' | size", "2"), ("nil | size", "0"), ("5 | size", "8"),
    ("'abc' | first", "a"), ("'' | last", ""), ("(2..4) | last", "4"),
    ("'a,b,,c,,' | split: ',' | join: '-'", "a-b--c"), ("' a  b ' | split: ' ' | join: '-'", "a-b"),
    ("'héy' | split: '' | join: '-'", "h-é-y"), ("'' | split: ',' | size", "0"),
    ("'A1Z' | split: 1 | join", "A Z"),
    ("nil | default: 'd'", "d"), ("'' | default: 'd'", "d"), ("' ' | default: 'd'", " "),
    ("false | default: 'd'", "d"), ("false | default: 'd', allow_false: true", "false"),
    ("e | default: 'd'", "d"), ("0 | default: 'd'", "0"), ("nil | default", ""),
  ])
  func `text`(_ pipeline: String, _ expected: String) throws {
    #expect(try Template.rendered("{{ \(pipeline) }}", #"{"e": []}"#) == expected)
  }

  @Test(arguments: [
    ("\"<'&\" | escape", "&lt;&#39;&amp;"), ("'<' | h", "&lt;"),
    ("nil | escape", ""), ("'&lt;<&' | escape_once", "&lt;&lt;&amp;"),
    ("'&#39;&#;&x y;' | escape_once", "&#39;&amp;#;&amp;x y;"),
    ("'foo+1@x y.z~_-' | url_encode", "foo%2B1%40x+y.z~_-"), ("'é*' | url_encode", "%C3%A9%2A"),
    ("'a+b%20%2B%zz' | url_decode", "a b +%zz"), ("'one two' | base64_encode", "b25lIHR3bw=="),
    ("'b25lIHR3bw==' | base64_decode", "one two"), ("'??>' | base64_url_safe_encode", "Pz8-"),
    ("'Pz8-' | base64_url_safe_decode", "??>"), ("nil | base64_encode", ""),
    ("'<div a=\"1\">x</div><!-- c --><script>s</script><style>t</style>' | strip_html", "x"),
    ("'a < b' | strip_html", "a < b"),
    ("'<<<script </script>script>foo;</script>' | strip_html", "foo;"),
    ("'a\nb\r\nc' | newline_to_br", "a<br />\nb<br />\nc"), ("'a\r\nb\nc' | strip_newlines", "abc"),
  ])
  func `markup and encodings`(_ pipeline: String, _ expected: String) throws {
    #expect(try Template.rendered("{{ \(pipeline) }}") == expected)
  }

  @Test(arguments: [
    ("1 | plus: 1", "2"), ("'1' | plus: '1.0'", "2.0"), ("0.1 | plus: 0.2", "0.3"),
    ("'4.3' | minus: '2'", "2.3"), ("5 | minus: 7", "-2"), ("3 | times: 4", "12"),
    ("'foo' | times: 4", "0"), ("0.0725 | times: 100", "7.25"), ("'-0.0725' | times: 100", "-7.25"),
    ("183.357 | times: 12", "2200.284"), ("12 | divided_by: 3", "4"), ("14 | divided_by: 3", "4"),
    ("15 | divided_by: 2", "7"), ("15 | divided_by: 2.0", "7.5"), ("-7 | divided_by: 2", "-4"),
    ("20 | divided_by: 7.0", "2.857142857142857"), ("0.3 | divided_by: 0.1", "3.0"),
    ("3 | modulo: 2", "1"), ("-7 | modulo: 3", "2"), ("7 | modulo: -3", "-2"),
    ("183.357 | modulo: 12", "3.357"),
    ("-17.42 | abs", "17.42"), ("'-17' | abs", "17"), ("4.6 | round", "5"), ("'4.3' | round", "4"),
    ("-2.5 | round", "-3"), ("2.5 | round", "3"), ("4.5612 | round: 2", "4.56"),
    ("1.005 | round: 2", "1.01"),
    ("4.0 | round: 2", "4.0"), ("5 | round: 2", "5"), ("155 | round: -1", "160"),
    ("1.2 | ceil", "2"),
    ("-1.2 | ceil", "-1"), ("1.2 | floor", "1"), ("'-1.2' | floor", "-2"),
    ("5 | at_most: 4.5", "4.5"),
    ("4.5 | at_least: 5", "5"), ("'12abc' | plus: 0", "12"), ("' +3' | plus: 0", "3"),
    ("'1.5.2' | plus: 0", "1"),
    ("true | plus: 1", "1"), ("nil | plus: 1", "1"),
    ("9223372036854775807 | plus: 1", "9223372036854775808"),
    ("99999999999999999999 | times: 2", "199999999999999999998"),
    ("-9223372036854775808 | abs", "9223372036854775808"),
    ("-9223372036854775808 | divided_by: -1", "9223372036854775808"),
    ("1.0 | times: 100000000000000000000", "1.0e+20"),
    ("0.1 | times: 0.1", "0.01"), ("1 | divided_by: 3.0", "0.3333333333333333"),
    ("2 | divided_by: 3.0", "0.6666666666666666"),
  ])
  func `numbers`(_ pipeline: String, _ expected: String) throws {
    #expect(try Template.rendered("{{ \(pipeline) }}") == expected)
  }

  private static let lists = #"""
    {"n": [3, 1, null, 2], "w": ["b", "C", "a", null], "deep": [1, [2, [3]]], "mixed": [1, "a"],
     "o": [{"k": "x", "v": 2, "ok": true}, {"k": "y", "ok": false}, {"k": "x", "v": 1.5, "ok": true}],
     "one": {"k": "x", "in": [1, 2]}, "f": [1, 1.0, 1, "1", 1.00], "e": []}
    """#

  @Test(arguments: [
    ("n | sort | join: ','", "1,2,3,"), ("w | sort | join: ','", "C,a,b,"),
    ("w | sort_natural | join: ','", "a,b,C,"),
    ("o | sort: 'v' | map: 'v' | join: ','", "1.5,2,"), ("n | reverse | join: ','", "2,,1,3"),
    ("deep | join: ','", "1,2,3"), ("deep | reverse | join: ','", "3,2,1"),
    ("deep | concat: n | size", "7"),
    ("n | compact | join: ','", "3,1,2"), ("o | compact: 'v' | size", "2"),
    ("f | uniq | join: ','", "1,1.0,1"),
    ("o | uniq: 'k' | map: 'k' | join: ','", "x,y"), ("o | map: 'k' | join", "x y x"),
    ("one | map: 'in' | join: ','", "1,2"),
    ("o | sum: 'v'", "3.5"), ("deep | sum", "6"), ("e | sum", "0"), ("n | sum", "6"),
    ("o | where: 'ok' | size", "2"), ("o | where: 'k', 'y' | map: 'ok' | join", "false"),
    ("o | where: 'ok', false | size", "1"),
    ("o | reject: 'ok' | map: 'k' | join", "y"), ("o | find: 'k', 'y' | map: 'k' | join", "y"),
    ("o | find_index: 'k', 'y'", "1"),
    ("o | has: 'v', 2.0", "true"), ("o | has: 'k', 'z'", "false"), ("e | has: 'k'", "false"),
    ("e | find: 'k'", ""),
    ("one | where: 'k', 'x' | size", "1"), ("w | compact | where: 'b' | join", "b"),
    ("n | slice: 1, 2 | join: ','", "1,"), ("n | slice: -1 | join", "2"), ("n | first", "3"),
    ("e | last", ""),
    ("one | first | join", "k x"), ("(1..3) | reverse | join", "3 2 1"), ("(1..3) | size", "3"),
    ("'x' | map: 'x' | join", "x"),
    ("'foo' | uniq | join", "foo"), ("one | sort | size", "1"), ("nil | sort | size", "0"),
    ("n | append: ''", "[3, 1, nil, 2]"),
    ("o | map: 'missing' | join: '-'", "--"), ("o.size", "3"),
  ])
  func `lists`(_ pipeline: String, _ expected: String) throws {
    #expect(try Template.rendered("{{ \(pipeline) }}", Self.lists) == expected)
  }

  @Test(arguments: [
    ("'2006-05-05 10:00:00' | date: '%B'", "May"),
    ("'2006-07-05T10:00:00Z' | date: '%m/%d/%Y'", "07/05/2006"),
    ("'2006-07-05 10:00:00' | date: ''", "2006-07-05 10:00:00"), ("nil | date: '%B'", ""),
    ("'abc' | date: '%D'", "abc"),
    ("'Fri Jul 16 01:00:00 2004' | date: '%m/%d/%Y'", "07/16/2004"),
    ("1152098955 | date: '%F %T'", "2006-07-05 11:29:15"),
    ("'1152098955' | date: '%Y'", "2006"), ("'now' | date: '%F %T'", "2026-11-21 10:00:05"),
    ("'Today' | date: '%s'", "1795255205"),
    ("'2026-11-21T10:00:00+02:00' | date: '%H %z %:z %s %Z|'", "10 +0200 +02:00 1795248000 |"),
    (
      "'November 21st, 2026 3:04 PM' | date: '%-d.%-m.%y %k %l %I %p %P'", "21.11.26 15  3 03 PM pm"
    ),
    ("'2026-11-21 10:00:00.123456' | date: '%L %N %3N %6N'", "123 123456000 123 123456"),
    (
      "'2026-01-01' | date: '%a %A %b %^B %j %u %w %e|%_m|%03d|%5Y|%-I'",
      "Thu Thursday Jan JANUARY 001 4 4  1| 1|001|02026|12"
    ),
    ("'2027-01-01' | date: '%G-%V %g %U %W %C'", "2026-53 26 00 00 20"),
    (
      "'2026-03-04' | date: '%c|%x|%X|%D|%R|%r|%v'",
      "Wed Mar  4 00:00:00 2026|03/04/26|00:00:00|03/04/26|00:00|12:00:00 AM| 4-MAR-2026"
    ),
    ("'21.11.2026' | date: '%F'", "2026-11-21"), ("'07/05/2006' | date: '%F'", "2006-05-07"),
    ("'20261121' | date: '%F'", "1970-08-23"),
    ("'10:30' | date: '%F %R'", "2026-11-21 10:30"), ("'2026-02-30' | date: '%F'", "2026-02-30"),
    ("'2026-11-21' | date: '%Q %% %'", "%Q % %"),
    ("99999999999999999 | date: '%F'", "99999999999999999"),
    ("'May 2026' | date: '%F'", "2026-05-01"),
    ("-1 | date: '%F %T'", "1969-12-31 23:59:59"),
    ("'2026-11-21' | date: '%#p%^a%10A|%-5d'", "amSAT  Saturday|21"),
  ])
  func `dates`(_ pipeline: String, _ expected: String) throws {
    #expect(try Template.rendered("{{ \(pipeline) }}") == expected)
  }

  @Test(arguments: Dialect.all)
  func `every filter of a dialect is there, but for those that need a server`(_ dialect: Dialect) {
    let absent = dialect.filters.subtracting(FilterTable.entries.keys)
    #expect(absent == (dialect.title == "Braze" ? ["time_zone"] : []))
  }
}
