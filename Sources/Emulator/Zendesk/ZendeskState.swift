internal import Values

/// Everything the emulated Zendesk account holds.
struct ZendeskState: Sendable {
  var webhooks = ObjectTable()
  var triggers = ObjectTable()
  var triggerCategories = ObjectTable()
  var automations = ObjectTable()
  var userFields = ObjectTable()
  var organizationFields = ObjectTable()
  var ticketFields = ObjectTable()
  var ticketForms = ObjectTable()
  var groups = ObjectTable()
  var brands = ObjectTable()
  var users = ObjectTable(indexed: ["email", "further_emails", "external_id"])
  var tickets = ObjectTable()
  var ticketComments = ObjectTable()
  var ticketAudits = ObjectTable()
  /// What webhooks were called with, and what came of it.
  var webhookInvocations = ObjectTable()
  /// The number of the ticket made last.
  var lastTicket = 0
  /// By the token itself.
  var tokens: [String: IssuedToken] = [:]
  var identifiers = Identifiers()
  /// Not part of what is kept.
  var idempotency = IdempotencyBook()
  /// Held while it works, see `Life`; not part of what is kept.
  var life = Life()

  /// Empty but in the middle of an update; not part of what is kept.
  var invoked: [InvokedWebhook] = []
  /// When old invocations were removed last, in seconds since 1970; not part of what is kept.
  var invocationsChecked = 0
  /// By webhook; not part of what is kept.
  var circuits: [String: CircuitBreaker] = [:]
  /// Which conditions of an automation held for a ticket when they were looked at last, by the ids of
  /// both; not part of what is kept.
  var automationSkips: [String: [Bool]] = [:]
  /// How often automations have acted on a ticket; not part of what is kept.
  var automationUpdates: [String: Int] = [:]

  /// The user that every accepted credential belongs to.
  static let administrator = 6_100_000_000_026

  /// Differs after a request that changed anything worth keeping.
  var revision: [Int] {
    ZendeskRoute.collections.map { self[keyPath: $0.table].revision }
      + Self.sideTables.map { self[keyPath: $0.table].revision } + [identifiers.issued]
  }

  /// The tables that are no collections of their own, by their names in the store.
  static let sideTables: [(name: String, table: TablePath)] = [
    ("ticket_comments", \.ticketComments), ("ticket_audits", \.ticketAudits),
    ("webhook_invocations", \.webhookInvocations),
  ]
}

/// Which of an account's tables is meant.
typealias TablePath = any WritableKeyPath<ZendeskState, ObjectTable> & Sendable
