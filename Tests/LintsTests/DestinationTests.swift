import Diagnostics
import Spec
import Testing

@testable import Lints

/// Where URLs lead.
struct DestinationTests {
  private static let target = Target.emulator(
    store: "store",
    SourceRange(startOf: SourceText(name: "spec", text: ""))
  )

  @Test(
    arguments: [
      ("https://braze.localhost/users/track", .braze("/users/track")),
      ("https://braze.localhost", .braze("")),
      ("https://braze.localhost?a=/b", .braze("")),
      ("https://braze.localhost.example/users/track", .elsewhere),
      ("https://zendesk.localhost/api/v2/tickets/", .zendesk("/api/v2/tickets")),
      ("https://rest.iad-01.braze.com/users/track?x=1#y", .braze("/users/track")),
      ("REST.fra-01.braze.eu/", .braze("/")),
      ("https://dashboard-01.braze.com/users/track", .elsewhere),
      ("https://rest.braze.com.example/users/track", .elsewhere),
      ("https://{{url}}.zendesk.com/api/v2/tickets", .zendesk("/api/v2/tickets")),
      ("<your-zendesk-instance>.zendesk.com/api/v2/tickets.json", .zendesk("/api/v2/tickets.json")),
      ("https://a.example/?to=https://acme.zendesk.com/api", .elsewhere),
      ("", .elsewhere),
    ] as [(String, Destination)]
  )
  func `a URL leads to an instance, to a vendor's host or elsewhere`(
    _ url: String,
    _ destination: Destination
  ) {
    #expect(Destination(url, Self.target) == destination)
  }
}
