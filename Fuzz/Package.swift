// swift-tools-version: 6.2
import PackageDescription

/// The rooms of the main package, built once more: with AddressSanitizer, and so that libFuzzer sees
/// which branches an input takes. `Rooms` is a link to its sources; a package of its own keeps both
/// the flags and this out of the product.
let watched: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"]),
]

func room(
  _ name: String,
  _ dependencies: [Target.Dependency],
  path: String? = nil,
  exclude: [String] = []
) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: path ?? "Rooms/\(name)",
    exclude: exclude,
    swiftSettings: watched
  )
}

let package = Package(
  name: "fuzz",
  targets: [
    .systemLibrary(name: "CLibYAML", path: "Rooms/CLibYAML", pkgConfig: "yaml-0.1"),
    .target(
      name: "CYAMLShim",
      dependencies: ["CLibYAML"],
      path: "Rooms/CYAMLShim",
      cSettings: [.unsafeFlags(["-fsanitize=fuzzer-no-link,address,undefined"])]
    ),
    room("Diagnostics", []),
    // Without digests and what needs them: a spec has none, and they take a cryptographic library.
    room("Values", ["Diagnostics"], exclude: ["Digest.swift", "HashFunction.swift"]),
    room("YAML", ["CYAMLShim", "Values", "Diagnostics"]),
    room(
      "Model",
      ["Values", "Diagnostics"],
      exclude: ["Attestation.swift", "Attribute+Secrets.swift", "Baseline.swift"]
    ),
    room("Spec", ["YAML", "Model", "Values", "Diagnostics"]),
    // The kinds alone: the dialect needs the client.
    room(
      "Zendesk",
      ["Model", "Values", "Diagnostics"],
      exclude: [
        "ZendeskCredentials.swift", "ZendeskDialect.swift", "ZendeskEnvelope.swift",
        "ZendeskToken.swift", "ZendeskWarning.swift",
      ]
    ),
    room(
      "Braze",
      ["Model", "Values", "Diagnostics"],
      exclude: ["BrazeCredentials.swift", "BrazeDialect.swift", "BrazeEnvelope.swift"]
    ),
    // Links to what shows a spec and its problems; the rest of these rooms is for plans.
    room("Planning", [], path: "Sources/Planning"),
    room(
      "Rendering",
      ["Planning", "YAML", "Model", "Values", "Diagnostics"],
      path: "Sources/Rendering"
    ),
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "fuzz-spec",
      dependencies: [
        "CFuzzer", "Rendering", "Zendesk", "Braze", "Spec", "YAML", "Model", "Values",
        "Diagnostics",
      ],
      path: "Sources/SpecFuzzer",
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])],
      linkerSettings: [
        .unsafeFlags([
          "-sanitize=fuzzer,address", "-Xclang-linker", "-fsanitize=undefined", "-use-ld=lld",
        ])
      ]
    ),
  ]
)
