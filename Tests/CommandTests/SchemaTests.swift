import Model
import Platform
import Rendering
import Testing
import Values
import YAML

@testable import Commands

/// The schema that editors work with says what the program says, as far as it can know it.
struct SchemaTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Specs"
  private let check = JSONSchemaCheck(root: SpecSchema.value(of: LoadedSpec.kinds))

  private static func names(_ folder: String) -> [String] {
    do {
      return try Folder.entries(self.folder + "/" + folder).filter { $0.hasSuffix(".yaml") }
    } catch {
      return ["the folder \(folder) cannot be read: \(error)"]
    }
  }

  private func read(_ path: String) throws -> String {
    let bytes = try #require(try FileText.read(path, limitBytes: 1 << 20))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What an editor sees: the values, and what stands behind a tag in its place.
  private func seen(_ text: String) throws -> Value {
    let (root, diagnostics) = YAMLDocument.parse(Array(text.utf8), name: "spec")
    #expect(diagnostics.isEmpty)
    return try #require(root).seen
  }

  private func validate(_ text: String) async throws -> (
    output: String, status: Commands.ExitStatus
  ) {
    let stage = try Stage(named: "schema")
    try stage.write(text, to: "integration.yaml")
    return await stage.run(["validate"])
  }

  @Test(arguments: names("good"))
  func `what is valid is valid to an editor`(_ name: String) async throws {
    let text = try read(Self.folder + "/good/" + name)
    #expect(try check.problems(of: seen(text)) == [])
    let (output, status) = try await validate(text)
    #expect(status == .done, "\(output)")
  }

  @Test(arguments: names("bad"))
  func `what an editor refuses is invalid`(_ name: String) async throws {
    let text = try read(Self.folder + "/bad/" + name)
    #expect(try check.problems(of: seen(text)) != [])
    let (output, status) = try await validate(text)
    #expect(status == .invalid, "\(output)")
  }

  @Test func `the example and every kind's own examples are valid to an editor`() throws {
    let root = Self.folder.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let example = try read(root + "/integration.yaml.example")
    #expect(example.contains("# yaml-language-server: $schema="))
    #expect(try check.problems(of: seen(example)) == [])
    for kind in LoadedSpec.kinds {
      for example in kind.examples {
        let body = example.spec.split(separator: "\n").map { "      \($0)" }
        let text =
          "version: 1\n\(kind.system):\n  \(kind.collection):\n    \(example.name):\n"
          + body.joined(separator: "\n")
        #expect(try check.problems(of: seen(text)) == [], "\(example.title)")
      }
    }
  }

  @Test func `every attribute and every key has something to show`() throws {
    for kind in LoadedSpec.kinds {
      let resource = try #require(check.root["definitions"]?[kind.name])
      let properties = try #require(resource["properties"]?.members)
      for attribute in kind.schema where !attribute.isReadOnly {
        #expect(properties[attribute.name]?["description"]?.text?.isEmpty == false)
      }
      for key in ["absent", "external", "match", "ignore", "protect", "lint"] {
        #expect(properties[key]?["description"]?.text?.isEmpty == false, "\(key)")
      }
    }
  }

  @Test func `the command prints the schema`() async throws {
    let (output, status) = await (try Stage(named: "schema")).run(["schema"])
    #expect(status == .done)
    #expect(try Value(json: output) == check.root)
  }
}

extension Node {
  /// Without tags, which editors hand on without looking at them; a tagged scalar is text.
  fileprivate var seen: Value {
    switch content {
    case .scalar(let scalar): tag == nil ? scalar.value : .string(scalar.text)
    case .sequence(let items): .list(items.map(\.seen))
    case .mapping(let entries):
      .object(
        Members(
          entries.compactMap { entry in
            guard case .scalar(let key) = entry.key.content else { return nil }
            return (key.text, entry.value.seen)
          }
        )
      )
    }
  }
}
