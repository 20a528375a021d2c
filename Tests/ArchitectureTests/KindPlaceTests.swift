import Model
import Testing

@testable import Zendesk

/// A kind is one file.
struct KindPlaceTests {
  @Test func `every file of a kind is in the registry, and every kind has a file`() throws {
    let files = try Repository.files(in: "Sources/Zendesk/Kinds", ".swift")
    #expect(files.count == ZendeskKinds.all.count)
    for kind in ZendeskKinds.all {
      #expect(
        files.contains { $0.text.contains("\"\(kind.name)\",\n    collection:") },
        "\(kind.name)"
      )
    }
  }

  @Test func `no other file knows a kind by name`() throws {
    for file in try Repository.files(in: "Sources", ".swift")
    where !file.path.hasPrefix("Sources/Zendesk/Kinds/") && file.room != "Emulator" {
      for kind in ZendeskKinds.all {
        let isNamed = file.lines.contains { line in
          let code = line.prefix { $0 != "/" }
          return code.contains("\"\(kind.name)\"") || code.contains("\"\(kind.collection)\"")
        }
        #expect(!isNamed, "\(file) knows \(kind.name)")
      }
    }
  }

  @Test func `every attribute of every kind says what it means`() {
    for kind in ZendeskKinds.all {
      #expect(kind.summary.hasSuffix("."))
      #expect(!kind.examples.isEmpty)
      for attribute in kind.schema {
        #expect(attribute.summary.hasSuffix("."), "\(attribute.name)")
      }
    }
  }
}
