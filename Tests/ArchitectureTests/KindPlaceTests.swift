import Braze
import Model
import Testing
import Zendesk

/// A kind is one file.
struct KindPlaceTests {
  /// The kinds of each room that has some.
  private static let rooms = [("Zendesk", ZendeskKinds.all), ("Braze", BrazeKinds.all)]
  private static let kinds = rooms.flatMap(\.1)

  @Test(arguments: rooms)
  func `every file of a kind is in the registry, and every kind has a file`(
    _ room: String,
    _ kinds: [Kind]
  ) throws {
    let files = try Repository.files(in: "Sources/\(room)/Kinds", ".swift")
    #expect(files.count == kinds.count)
    for kind in kinds {
      #expect(
        files.contains { $0.text.contains("\"\(kind.name)\",\n    collection:") },
        "\(kind.name)"
      )
    }
  }

  /// But for lints, which see both sides, the emulator, which knows none of ours, and scenarios, which
  /// speak of what the two systems do and not of how their objects are kept.
  @Test func `no other file knows a kind by name`() throws {
    for file in try Repository.files(in: "Sources", ".swift")
    where !file.path.contains("/Kinds/") && !["Emulator", "Lints", "Scenarios"].contains(file.room)
    {
      for kind in Self.kinds {
        // Braze's Liquid calls a namespace as the spec calls a section, and has to know it.
        let isLanguage = file.room == "Liquid"
        let isNamed = file.lines.contains { line in
          let code = line.prefix { $0 != "/" }
          return code.contains("\"\(kind.name)\"")
            || !isLanguage && code.contains("\"\(kind.collection)\"")
        }
        #expect(!isNamed, "\(file) knows \(kind.name)")
      }
    }
  }

  @Test func `every attribute of every kind says what it means`() {
    for kind in Self.kinds {
      #expect(kind.summary.hasSuffix("."))
      #expect(!kind.examples.isEmpty)
      for attribute in kind.schema {
        #expect(attribute.summary.hasSuffix("."), "\(attribute.name)")
      }
    }
  }
}
