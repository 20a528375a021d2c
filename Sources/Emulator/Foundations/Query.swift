/// The parameters after a URL's question mark, decoded, in order.
struct Query: Sendable, Hashable {
  var parameters: [Parameter]

  struct Parameter: Sendable, Hashable {
    var name: String
    var value: String
  }

  init(_ text: some StringProtocol = "") {
    parameters = text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return Parameter(
        name: PercentCoding.decode(parts[0], plusIsBlank: true),
        value: parts.count == 2 ? PercentCoding.decode(parts[1], plusIsBlank: true) : ""
      )
    }
  }

  /// The last value called `name`.
  subscript(name: String) -> String? { parameters.last { $0.name == name }?.value }

  /// Every name without what stands in brackets: `page[size]` is `page`.
  var roots: [String] {
    parameters.map { String($0.name.prefix { $0 != "[" }) }
  }

  /// These parameters without those called `names`, with `parameters` instead, sorted by name.
  func replacing(_ names: Set<String>, with parameters: [String: String]) -> Query {
    var copy = self
    copy.parameters.removeAll { names.contains($0.name) || parameters[$0.name] != nil }
    copy.parameters += parameters.map { Parameter(name: $0.key, value: $0.value) }
    copy.parameters.sort { $0.name < $1.name }
    return copy
  }

  /// The text of a link. The webhooks service leaves the brackets of names as they are.
  func text(encodingNames: Bool) -> String {
    parameters.map { parameter in
      let name = encodingNames ? PercentCoding.encode(parameter.name) : parameter.name
      return "\(name)=\(PercentCoding.encode(parameter.value))"
    }.joined(separator: "&")
  }
}
