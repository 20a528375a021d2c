package import Values

/// One attribute of a kind: its shape, what it means and how the API treats it.
package struct Attribute: Sendable {
  /// The name as the API spells it; set by the schema that holds the attribute.
  package internal(set) var name = ""
  package let shape: Shape
  /// One sentence for the reference and for editors.
  package let summary: String

  /// Must be written in the spec, unless the resource is absent.
  package private(set) var isRequired = false
  /// Never sent, never compared, refused in a spec.
  package private(set) var isReadOnly = false
  /// A credential: only `!env`, `!basic` or `!bearer` may stand here, and no API reads it back.
  package private(set) var isSecret = false
  /// Compared only if the API answered it: some answers leave it out.
  package private(set) var isComparedIfRead = false
  /// The order of a list's items has no meaning.
  package private(set) var isUnordered = false
  /// Blanks at either end have no meaning.
  package private(set) var isTrimmed = false
  /// A changed value needs a new object.
  package private(set) var immutability: Immutability?
  /// At the top level: sent on create where the spec is silent. Deeper: what absence means.
  package private(set) var defaultValue: Value?
  /// The attribute that holds this one's source on read, such as `raw_title`.
  package private(set) var readName: String?
  /// For a list of objects: how its items are recognised and what of them is carried over.
  package private(set) var matching: Matching?
  /// A map whose members an update merges: those to go must be sent as null.
  package private(set) var isMergedOnUpdate = false
  /// Ids that a request must hold as numbers.
  package private(set) var isSentAsNumber = false
  /// What the server adds to a list of ids by itself.
  package private(set) var padding: Padding?
  /// No API reads it: a person confirms it.
  package private(set) var isAttested = false
  /// Of a map whose texts may be secrets, which the API reads back: the keys, in lower case, that never
  /// hold one; nil of anything else.
  package private(set) var openKeys: Set<String>?
  /// What the vendor's console calls it, where that is not its name.
  package private(set) var label: String?
  /// What a text comes to without what the server adds to it.
  package private(set) var cleaning: (@Sendable (String) -> String)?

  package init(_ shape: Shape, _ summary: String) {
    self.shape = shape
    self.summary = summary
  }

  /// Which changes of an immutable attribute need a new object.
  package struct Immutability: Sendable {
    /// Values of one class can be exchanged for each other.
    package let classOf: @Sendable (Value) -> Value
  }

  /// Objects whose ids the server puts into a list, wherever it likes.
  package struct Padding: Sendable {
    /// The name of their kind.
    package let kind: String
    package let criterion: Criterion
  }

  /// How the items of a list keep their identity through a write.
  package struct Matching: Sendable {
    /// The member by which an item is recognised.
    package let key: String
    /// The member that the server assigned and must get back, or the item is made anew.
    package let carried: String
    /// What is lost with an item that goes.
    package let loss: String
  }
}

extension Attribute {
  package var required: Attribute { with { $0.isRequired = true } }
  package var readOnly: Attribute { with { $0.isReadOnly = true } }
  package var secret: Attribute { with { $0.isSecret = true } }
  package var comparedIfRead: Attribute { with { $0.isComparedIfRead = true } }
  package var unordered: Attribute { with { $0.isUnordered = true } }
  package var trimmed: Attribute { with { $0.isTrimmed = true } }
  package var mergedOnUpdate: Attribute { with { $0.isMergedOnUpdate = true } }
  package var sentAsNumber: Attribute { with { $0.isSentAsNumber = true } }

  package var attested: Attribute { with { $0.isAttested = true } }

  /// A map whose texts may be secrets, but for those of `openKeys`, written in lower case.
  package func holdingSecrets(except openKeys: Set<String> = []) -> Attribute {
    with { $0.openKeys = openKeys }
  }

  package func labelled(_ label: String) -> Attribute { with { $0.label = label } }

  package func cleaned(by cleaning: @escaping @Sendable (String) -> String) -> Attribute {
    with { $0.cleaning = cleaning }
  }

  /// Any change needs a new object.
  package var immutable: Attribute { immutable { $0 } }

  /// A change from one class of values to another needs a new object.
  package func immutable(by classOf: @escaping @Sendable (Value) -> Value) -> Attribute {
    with { $0.immutability = Immutability(classOf: classOf) }
  }

  package func defaulting(to value: Value) -> Attribute { with { $0.defaultValue = value } }

  package func read(from name: String) -> Attribute { with { $0.readName = name } }

  package func padded(with kind: String, where criterion: Criterion) -> Attribute {
    with { $0.padding = Padding(kind: kind, criterion: criterion) }
  }

  package func matched(by key: String, carrying carried: String, losing loss: String) -> Attribute {
    with { $0.matching = Matching(key: key, carried: carried, loss: loss) }
  }

  private func with(_ change: (inout Attribute) -> Void) -> Attribute {
    var copy = self
    change(&copy)
    return copy
  }

  /// Whether texts in it may be secrets.
  package var mayHoldSecrets: Bool { openKeys != nil }

  /// Whether texts anywhere inside it may be.
  package var hasSecretsInside: Bool { mayHoldSecrets || shape.hasSecretsInside }

  /// Whether it orders other resources instead of being an attribute of the API.
  package var ordering: Ordering? {
    if case .order(let ordering) = shape { ordering } else { nil }
  }
}
