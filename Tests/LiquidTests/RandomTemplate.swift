import Values

/// A template made up at random, with the outline it must be read as.
struct RandomTemplate {
  private(set) var text = ""
  private(set) var outline = ""
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    (text, outline) = block(depth: 0)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private var blank: String {
    mutating get { pick(["", " ", "\n", " \t "]) }
  }

  /// Nodes one after another, never two texts.
  private mutating func block(depth: Int) -> (String, String) {
    var texts: [String] = []
    var outlines: [String] = []
    var wasText = false
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let isText = !wasText && Bool.random(using: &generator)
      let (text, outline) = isText ? plain() : node(depth: depth)
      texts.append(text)
      outlines.append(outline)
      wasText = isText
    }
    return (texts.joined(), outlines.joined(separator: " "))
  }

  private mutating func plain() -> (String, String) {
    let text = pick(["a", "é { ", "} %", "\"🙂\"", "x\n\ny", "{ % }"])
    return (text, Value.string(text).json())
  }

  private mutating func node(depth: Int) -> (String, String) {
    let choice = Int.random(in: 0..<(depth < 4 ? 9 : 4), using: &generator)
    switch choice {
    case 0, 1:
      let (text, outline) = pipeline()
      return ("{{ \(text)\(blank)}}", "out(\(outline))")
    case 2:
      let (text, outline) = pipeline()
      return ("{%\(blank)assign v\(blank)=\(blank)\(text)\(blank)%}", "v=(\(outline))")
    case 3: return ("{% raw %}{{ a }}{% endraw %}", #"raw"{{ a }}""#)
    case 4:
      let (text, outline) = block(depth: depth + 1)
      return (
        "{% capture c %}x\(text.isEmpty ? "" : "{{d}}")\(text){% endcapture %}",
        "c={\"x\" out(d) \(outline)}"
      )
    case 5: return conditional("if", "", depth)
    case 6: return conditional("unless", "!", depth)
    case 7:
      let (list, listOutline) = expression(depth: 0)
      let (text, outline) = block(depth: depth + 1)
      return (
        "{% for i in \(list) limit:\(blank)2 %}{{i}}\(text){% endfor %}",
        "for(i in \(listOutline) limit 2){out(i) \(outline)}"
      )
    default:
      let (subject, subjectOutline) = expression(depth: 0)
      let (value, valueOutline) = expression(depth: 0)
      let (text, outline) = block(depth: depth + 1)
      return (
        "{% case \(subject) %}{% when \(value), 1 %}{{i}}\(text){% endcase %}",
        "case(\(subjectOutline))[\(valueOutline), 1]{out(i) \(outline)}"
      )
    }
  }

  private mutating func conditional(_ name: String, _ sign: String, _ depth: Int)
    -> (String, String)
  {
    let (left, leftOutline) = expression(depth: 0)
    let (right, rightOutline) = expression(depth: 0)
    let comparison = pick(["==", "!=", "<", ">=", "contains"])
    let (body, bodyOutline) = block(depth: depth + 1)
    let (other, otherOutline) = block(depth: depth + 1)
    return (
      "{% \(name) \(left) \(comparison) \(right) and b %}{{i}}\(body){% else %}{{i}}\(other)"
        + "{% end\(name) %}",
      "if\(sign)(\(leftOutline) \(comparison) \(rightOutline) and b){out(i) \(bodyOutline)}"
        + "{out(i) \(otherOutline)}"
    )
  }

  private mutating func pipeline() -> (String, String) {
    let (value, valueOutline) = expression(depth: 0)
    guard Bool.random(using: &generator) else { return (value, valueOutline) }
    let (argument, argumentOutline) = expression(depth: 0)
    return (
      "\(value)\(blank)|\(blank)default:\(blank)\(argument)\(blank)|\(blank)upcase",
      "\(valueOutline) | default(\(argumentOutline)) | upcase"
    )
  }

  private mutating func expression(depth: Int) -> (String, String) {
    switch Int.random(in: 0..<(depth < 3 ? 7 : 4), using: &generator) {
    case 0: return pick([("nil", "null"), ("true", "true"), ("blank", "blank"), ("-7", "-7")])
    case 1: return pick([("'a\"'", #""a\"""#), ("\"'\n\"", #""'\n""#), ("''", #""""#)])
    case 2: return pick([("a", "a"), ("a.b", "a.b"), ("a.b-c.first", "a.b-c.first")])
    case 3:
      return pick([("${x y}", "$<x y>"), ("n.${é}", "n$<é>"), ("{{n.${a} }}", "n$<a>")])
    case 4:
      let (index, outline) = expression(depth: depth + 1)
      return ("a[\(index)].c", "a[\(outline)].c")
    case 5:
      let (first, outline) = expression(depth: depth + 1)
      return ("(\(first)..3)", "(\(outline)..3)")
    default:
      let (index, outline) = expression(depth: depth + 1)
      return ("n.${k}[\(index)]", "n$<k>[\(outline)]")
    }
  }
}
