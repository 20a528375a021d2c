/// The header `Link` (RFC 8288, 3): `<https://example.com/things?cursor=b>; rel="next"`.
struct LinkHeader {
  private var links: [(target: String, relations: [String])] = []

  /// Nil unless `text` is a list of links.
  init?(_ text: String) {
    var rest = text[...]
    func skip(_ characters: String) { rest = rest.drop { characters.contains($0) } }
    skip(" \t,")
    while !rest.isEmpty {
      guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return nil }
      let target = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...]
      var relations: [String] = []
      skip(" \t")
      while rest.first == ";" {
        skip("; \t")
        guard let (name, value) = Self.parameter(&rest) else { return nil }
        // A second `rel` is to be ignored.
        if name == "rel", relations.isEmpty {
          relations = value.lowercased().split(separator: " ").map(String.init)
        }
        skip(" \t")
      }
      guard rest.isEmpty || rest.first == "," else { return nil }
      skip(" \t,")
      links.append((target, relations))
    }
  }

  /// Where the first link with `relation` leads; nil where there is none.
  func target(of relation: String) -> String? {
    links.first { $0.relations.contains(relation) }?.target
  }

  /// Takes `name=value`, `name="value"` or `name` off the beginning of `rest`.
  private static func parameter(_ rest: inout Substring) -> (name: String, value: String)? {
    let name = rest.prefix { !"=;, \t".contains($0) }
    rest = rest[name.endIndex...].drop { " \t".contains($0) }
    guard rest.first == "=" else { return (name.lowercased(), "") }
    rest = rest.dropFirst().drop { " \t".contains($0) }
    guard rest.first == "\"" else {
      let value = rest.prefix { !";, \t".contains($0) }
      rest = rest[value.endIndex...]
      return (name.lowercased(), String(value))
    }
    var value = ""
    var isEscaped = false
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      switch character {
      case _ where isEscaped:
        value.append(character)
        isEscaped = false
      case "\\": isEscaped = true
      case "\"": return (name.lowercased(), value)
      default: value.append(character)
      }
    }
    return nil
  }
}
