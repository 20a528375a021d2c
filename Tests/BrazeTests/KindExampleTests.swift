import Braze
import Client
import KindTesting
import Messages
import Model
import Testing
import Values

/// The worked examples of every kind are what happens.
struct KindExampleTests {
  static let cases = KindExample.all(of: BrazeKinds.all)

  @Test(arguments: cases.filter { $0.example.request != nil })
  func `the spec becomes the request`(_ test: KindExample) throws {
    let resource = try test.resource(among: BrazeKinds.all)
    var written = Members()
    for attribute in test.kind.schema {
      guard let value = resource.attributes[attribute.name] ?? attribute.defaultValue else {
        continue
      }
      written[attribute.name] = attribute.wireForm(of: value)
    }
    let request = try #require(test.example.request)
    #expect(.object(written) == (try Value(json: request)))
  }

  @Test(arguments: cases.filter { $0.example.live != nil })
  func `the object as the API answers it is what the spec wants`(_ test: KindExample) throws {
    let resource = try test.resource(among: BrazeKinds.all)
    let answer = try #require(test.example.live)
    let live = try #require(try Value(json: answer).members)
    let id = try #require(live[test.kind.endpoints.idName]?.text)
    let object = RemoteObject(id: id, attributes: test.kind.endpoints.form(live))
    #expect(object.identity(test.kind) == resource.identity)
    for attribute in test.kind.schema where !attribute.isAttested && !attribute.isComparedIfRead {
      guard let written = resource.attributes[attribute.name] else { continue }
      #expect(
        attribute.normalForm(of: Self.revealed(written)) == attribute.normalForm(in: object),
        "\(attribute.name)"
      )
    }
  }

  @Test func `every kind has an example of what its API takes and answers`() {
    for kind in BrazeKinds.all {
      for example in kind.examples {
        #expect((example.request != nil) == (kind.mode == .managed), "\(kind.name)")
        #expect((example.live != nil) == (kind.mode != .attested), "\(kind.name)")
      }
    }
  }

  @Test(arguments: cases)
  func `an example passes its kind's checks`(_ test: KindExample) throws {
    #expect(test.kind.findings(in: try test.resource(among: BrazeKinds.all).attributes) == [])
  }

  private static func revealed(_ value: Value) -> Value {
    value.replacingSymbols { symbol in
      if case .secret(let secret) = symbol { .string(secret.reveal() ?? "") } else { symbol }
    }
  }
}
