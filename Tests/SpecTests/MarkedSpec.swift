internal import Diagnostics
internal import Testing

@testable internal import Spec

/// A YAML text in which `⟦` marks the places that diagnostics must point to.
struct MarkedSpec {
  let file: SpecFile
  /// The places marked, in reading order.
  let marks: [String]

  init(_ text: String, name: String = "integration.yaml") {
    var marks: [String] = []
    var bare = String.UnicodeScalarView()
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      if scalar == "⟦" {
        marks.append("\(name):\(line):\(column)")
        continue
      }
      bare.append(scalar)
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    self.marks = marks
    file = SpecFile(name: name, bytes: Array(String(bare).utf8))
  }

  /// `text` with the head that nearly every spec has: an emulated environment called `local`.
  static func body(_ text: String) -> MarkedSpec {
    MarkedSpec("version: 1\nenvironments: {local: {emulator: .store}}\n" + text)
  }
}

/// The files that `!file` finds in tests.
let testOptions = SpecOptions(kinds: TestKinds.all) { path, relativeTo in
  switch path {
  case "note.txt": .text("from \(relativeTo)")
  case "link.txt": .outsideRoot
  case "locked.txt": .unreadable("permission denied")
  case "binary.bin": .notText
  case "huge.txt": .tooLarge
  default: .missing
  }
}

/// Reads `specs` and resolves every environment, as `validate` does.
func diagnose(_ specs: [MarkedSpec], secrets: SecretSource = .unread) -> [Diagnostic] {
  let (spec, found) = Specification.read(specs.map(\.file), options: testOptions)
  guard let spec else { return found }
  var all = found
  for environment in spec.environments {
    let more = spec.resolve(
      environment: environment.name.description,
      variables: [:],
      secrets: secrets
    ).diagnostics
    all += more.filter { !all.contains($0) }
  }
  return all.inReadingOrder
}

/// Holds what `specs` is told against the code expected at every mark.
@discardableResult
func expect(
  _ code: String,
  in specs: MarkedSpec...,
  saying words: String...,
  secrets: SecretSource = .unread,
  at location: SourceLocation = #_sourceLocation
) -> [Diagnostic] {
  let found = diagnose(specs, secrets: secrets)
  let expected = specs.flatMap { spec in spec.marks.map { "\($0) \(code)" } }
  let actual = found.map { "\($0.range?.place.description ?? "-") \($0.code)" }
  #expect(actual == expected, "\(found.map(\.detail))", sourceLocation: location)
  for word in words {
    #expect(
      found.contains { $0.detail.contains(word) },
      "\(word): \(found.map(\.detail))",
      sourceLocation: location
    )
  }
  return found
}

/// The desired state of `text`, which must be in order, in its environment `local`.
func desiredState(
  _ text: String,
  variables: [String: String] = [:],
  secrets: SecretSource = .unread,
  environment: String = "local",
  at location: SourceLocation = #_sourceLocation
) throws -> DesiredState {
  let spec = text.hasPrefix("version:") ? MarkedSpec(text) : MarkedSpec.body(text)
  let read = Specification.read([spec.file], options: testOptions)
  #expect(!read.diagnostics.hasErrors, "\(read.diagnostics)", sourceLocation: location)
  let found = try #require(read.spec, sourceLocation: location).resolve(
    environment: environment,
    variables: variables,
    secrets: secrets
  )
  #expect(found.diagnostics.isEmpty, "\(found.diagnostics)", sourceLocation: location)
  return try #require(found.desired, sourceLocation: location)
}
