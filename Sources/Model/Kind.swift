/// A sort of resource, described as data: all that the engine needs to know of it.
///
/// A class for the sake of thousands of resources that share one.
package final class Kind: Sendable {
  /// How a resource finds its object without an id.
  package enum Identity: Sendable, Hashable {
    /// By this attribute's exact value in the whole account.
    case attribute(String)
    /// By this attribute, whose value is the resource's name in the spec.
    case localName(String)
    /// By this attribute, whose value is the resource's name in the spec unless it is written.
    case nameUnlessWritten(String)

    package var attribute: String {
      switch self {
      case .attribute(let name), .localName(let name), .nameUnlessWritten(let name): name
      }
    }
  }

  /// How other objects name one, apart from its id itself: `*` stands for what tells it from others.
  package enum Mention: Sendable, Hashable {
    case identity(String)
    case id(String)
  }

  /// `zendesk.trigger`
  package let name: String
  /// The section of the spec that declares resources of it: `triggers`.
  package let collection: String
  /// What it is, in a sentence.
  package let summary: String
  /// The vendor's page.
  package let page: String
  package let identity: Identity
  /// How the kind's objects are kept, unless a resource says that its object is external.
  package let mode: Mode
  /// The attribute that is the object's id, where only the spec can say it.
  package let idAttribute: String?
  /// How an object comes to be that nobody makes on purpose; nil where somebody has to.
  package let emergence: String?
  /// What a person does about an object that no API writes, or not wholly.
  package let handwork: Handwork?
  package let schema: Schema
  package let endpoints: Endpoints
  /// Attributes that an update must carry all together, or the server clears the missing ones.
  package let together: [[String]]
  /// Attributes that the server changes along with another one, by that one's name, unless an update
  /// says what they are to be.
  package let following: [String: [String]]
  /// The objects that the vendor made for every account: they are not this tool's to change.
  package let builtIn: Criterion?
  package let mentionedAs: Mention?
  /// What is lost when an object is deleted and made anew; nil if nothing but its id.
  package let replacementCost: String?
  /// Rules that one resource is held to by itself.
  package let checks: [Check]
  package let limit: Limit?
  /// Where an account tells what it knows beyond `checks`.
  package let definitions: Definitions?
  /// Worked examples: documentation and tests at once.
  package let examples: [Example]

  package init(
    _ name: String,
    collection: String,
    summary: String,
    page: String,
    identity: Identity,
    mode: Mode = .managed,
    idAttribute: String? = nil,
    emergence: String? = nil,
    handwork: Handwork? = nil,
    schema: Schema,
    endpoints: Endpoints = .none,
    together: [[String]] = [],
    following: [String: [String]] = [:],
    builtIn: Criterion? = nil,
    mentionedAs: Mention? = nil,
    replacementCost: String? = nil,
    checks: [Check] = [],
    limit: Limit? = nil,
    definitions: Definitions? = nil,
    examples: [Example]
  ) {
    self.name = name
    self.collection = collection
    self.summary = summary
    self.page = page
    self.identity = identity
    self.mode = mode
    self.idAttribute = idAttribute
    self.emergence = emergence
    self.handwork = handwork
    self.schema = schema
    self.endpoints = endpoints
    self.together = together
    self.following = following
    self.builtIn = builtIn
    self.mentionedAs = mentionedAs
    self.replacementCost = replacementCost
    self.checks = checks
    self.limit = limit
    self.definitions = definitions
    self.examples = examples
  }

  /// The remote system: `zendesk`.
  package var system: String { String(name.prefix { $0 != "." }) }

  /// What a sentence calls it: `trigger category`.
  package var noun: String {
    String(name.drop { $0 != "." }.dropFirst().map { $0 == "_" ? " " : $0 })
  }

  /// How other objects name this one, apart from its id itself; nil where there is nothing else, or it
  /// has no id yet.
  package func mention(_ identity: String, id: String?) -> String? {
    switch mentionedAs {
    case .identity(let pattern)?: pattern.replacing("*", with: identity)
    case .id(let pattern)?: id.map { pattern.replacing("*", with: $0) }
    case nil: nil
    }
  }

  /// The address of the resource of this kind that the spec calls `name`.
  package func address(_ name: String) -> Address {
    Address(system: system, collection: collection, name: name)
  }
}

extension Kind {
  /// A resource as the spec writes it, the request that creates it and the object as the API lists it.
  package struct Example: Sendable {
    /// What it shows, in a sentence.
    package let title: String
    package let name: String
    /// YAML, as it stands under the resource's name.
    package let spec: String
    /// JSON, as sent on create; nil where no API creates it.
    package let request: String?
    /// JSON, as read once it exists; nil where no API reads it.
    package let live: String?

    package init(
      _ title: String,
      name: String,
      spec: String,
      request: String? = nil,
      live: String? = nil
    ) {
      self.title = title
      self.name = name
      self.spec = spec
      self.request = request
      self.live = live
    }
  }
}
