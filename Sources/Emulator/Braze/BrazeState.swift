internal import Values

/// Everything the emulated Braze workspace holds.
///
/// Times in its objects are seconds since 1970. A workspace starts out empty.
struct BrazeState: Sendable {
  var contentBlocks = BrazeTable(unique: "name")
  var campaigns = BrazeTable()
  var canvases = BrazeTable()
  var keywordCategories = BrazeTable()
  var subscriptionGroups = BrazeTable()
  /// By name.
  var tags = BrazeTable()
  /// By name.
  var attributes = BrazeTable()
  /// By name.
  var events = BrazeTable()
  /// By `braze_id`.
  var profiles = BrazeTable(unique: "external_id")
  /// API keys by their value. As long as there is none, any key opens everything.
  var keys = BrazeTable()
  /// What was asked to be sent, by `dispatch_id`.
  var sends = BrazeTable()
  /// Copies of campaigns that were asked for and are not there yet.
  var copies = BrazeTable()
  /// What was not sent or not received, the message activity log.
  var activity = BrazeTable()
  var identifiers = Identifiers()
  /// Which servers fail; not part of what is kept.
  var hosts = HostHealth()
  /// Held while it works, see `Life`; not part of what is kept.
  var life = Life()

  /// Every table with its name in the store.
  static let tables: [(name: String, path: BrazeTablePath)] = [
    ("content_blocks", \.contentBlocks), ("campaigns", \.campaigns), ("canvases", \.canvases),
    ("keyword_categories", \.keywordCategories), ("subscription_groups", \.subscriptionGroups),
    ("tags", \.tags), ("custom_attributes", \.attributes), ("events", \.events),
    ("profiles", \.profiles), ("keys", \.keys), ("sends", \.sends), ("copies", \.copies),
    ("activity", \.activity),
  ]

  /// Differs after a request that changed anything worth keeping.
  var revision: [Int] {
    Self.tables.map { self[keyPath: $0.path].revision } + [identifiers.issued]
  }

  mutating func addTags(_ names: [String]) {
    for name in names where !tags.contains(name) { tags[name] = ["id": .string(name)] }
  }
}

/// Which of a workspace's tables is meant.
typealias BrazeTablePath = any WritableKeyPath<BrazeState, BrazeTable> & Sendable
