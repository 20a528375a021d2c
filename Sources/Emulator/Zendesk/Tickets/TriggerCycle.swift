/// The triggers' reaction to one creation or update of a ticket.
struct TriggerCycle {
  private let event: TicketEvent

  init(_ event: TicketEvent) {
    self.event = event
  }

  func run(_ state: inout ZendeskState, now: Int) {}
}
