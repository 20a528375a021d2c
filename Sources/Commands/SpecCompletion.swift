internal import ArgumentParser
internal import Diagnostics
internal import Platform
internal import Spec

/// What a shell offers where the spec at hand says what there is.
///
/// A spec that cannot be read offers nothing, and says nothing either: whoever is in the midst of
/// a command line must not be written over.
enum SpecCompletion {
  /// The run that a shell asks in.
  @TaskLocal static var session: Session?

  static let environments = CompletionKind.custom { words, index, _ in
    outline(words, index)?.environments ?? []
  }

  static let addresses = CompletionKind.custom { words, index, _ in
    outline(words, index)?.addresses ?? []
  }

  /// Addresses, and for each section the pattern of all that is in it.
  static let patterns = CompletionKind.custom { words, index, _ in
    guard let outline = outline(words, index) else { return [] }
    return outline.addresses + outline.sections.map { "\($0).*" }
  }

  /// The options whose values could be the names of files and are not the spec.
  private static let otherNames: Set<String> = [
    "-e", "--environment", "--confirm", "--out", "--scenarios",
  ]

  private static func outline(_ words: [String], _ index: Int) -> SpecOutline? {
    guard let session else { return nil }
    do throws(Diagnostic) {
      return SpecOutline(try SpecFolder(path(words, index, in: session), in: session).files)
    } catch {
      return nil
    }
  }

  /// The spec that the command line names, apart from the word that is being completed.
  private static func path(_ words: [String], _ index: Int, in session: Session) -> String {
    for (place, word) in words.enumerated().dropFirst(2) where place != index {
      guard !otherNames.contains(words[place - 1]), !word.hasPrefix("-") else { continue }
      switch Folder.kind(of: session.absolute(word)) {
      case .file, .folder: return word
      case .other, .missing: continue
      }
    }
    return "integration.yaml"
  }
}
