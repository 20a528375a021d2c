internal import Model

/// What the vendor's console calls the steps of a path: `webhook.headers.Accept` is
/// "Compose webhook", "Request Headers" with the key "Accept".
struct LabelPath {
  private(set) var labels: [String] = []
  private(set) var key: String?

  init(_ path: String, in schema: Schema) {
    var shape = Shape.object(schema)
    var rest = path[...]
    while !rest.isEmpty {
      guard !shape.hasFreeKeys else {
        key = String(rest)
        return
      }
      let (name, index) = Self.step(&rest)
      let attribute = shape.schema?[name]
      var label = attribute?.caption ?? name
      if let index { label += " " + (Int(index).map { String($0 + 1) } ?? index) }
      labels.append(label)
      shape = attribute.map { index == nil ? $0.shape : $0.shape.item } ?? .text
    }
  }

  /// The next name, and what stands in brackets behind it.
  private static func step(_ rest: inout Substring) -> (name: String, index: String?) {
    let name = rest.prefix { !".[ ".contains($0) }
    rest = rest.dropFirst(name.count)
    var index: String?
    if rest.first == "[" {
      let inner = rest.dropFirst().prefix { $0 != "]" }
      rest = rest.dropFirst(inner.count + 2)
      index = String(inner)
    }
    // The order of a list is a difference of the list.
    rest = rest.first == "." ? rest.dropFirst() : ""
    return (String(name), index)
  }
}

extension Shape {
  fileprivate var hasFreeKeys: Bool {
    if case .map = self { true } else { false }
  }

  fileprivate var schema: Schema? {
    if case .object(let schema) = self { schema } else { nil }
  }

  fileprivate var item: Shape {
    if case .list(let item) = self { item } else { self }
  }
}

extension Attribute {
  /// What the console calls it; else its name in words.
  var caption: String {
    if let label { return label }
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
