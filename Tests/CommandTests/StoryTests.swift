import Messages
import Platform
import Testing
import Values

@testable import Commands

/// Runs every story of the folder `Stories` and compares what it prints, to the letter.
struct StoryTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    + "/Stories"
  /// `Scripts/record` rewrites the stories with what they print now.
  private static let isRecording = ProcessEnvironment.current["LOCKSTEP_RECORD"] == "1"

  static let names: [String] = {
    do {
      return try Folder.entries(folder).filter { $0.hasSuffix(".story") }
    } catch {
      return ["the folder of stories cannot be read: \(error)"]
    }
  }()

  @Test(arguments: names)
  func `the story goes as written`(_ name: String) async throws {
    let path = Self.folder + "/" + name
    let bytes = try #require(try FileText.read(path, limitBytes: 1 << 20))
    let text = String(decoding: bytes, as: UTF8.self)
    let told = try await tell(Story(text), name: name)
    if Self.isRecording {
      try AtomicFile.write(Array(told.utf8), to: path)
    } else {
      #expect(told == text)
    }
  }

  /// The story's text with what its steps print now.
  private func tell(_ story: Story, name: String) async throws -> String {
    let stage = try Stage(named: "story")
    var lines: [String] = []
    for part in story.parts {
      lines += part.lines
      switch part.step {
      case .file(let name, let content): try stage.write(content, to: name)
      case .variable(let name, let value): stage.set(name, value)
      case .typed(let line): stage.type(line)
      case .command(let command):
        let words = Story.words(command)
        #expect(words.first == "lockstep", "\(name): \(command)")
        let (output, status) = await stage.run(Array(words.dropFirst()))
        lines += Self.lines(of: output.replacing(stage.folder, with: "FOLDER"))
        lines.append("? \(status.rawValue)")
      case .request(let method, let path, let body):
        var (target, content) = (path, body)
        for (address, id) in try stage.ids() {
          target = target.replacing("{\(address)}", with: id)
          content = content.replacing("{\(address)}", with: id)
        }
        let answer = try await stage.request(method, target, content)
        lines.append("? \(answer.status)")
      case nil: break
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of output: String) -> [String] {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
