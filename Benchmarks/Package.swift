// swift-tools-version: 6.2
// The product's figures, each beside what it is measured against. A package of its own, since the product is not
// to depend on its rivals; its rooms are the product's own sources.
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

func room(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  without files: [String] = []
) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: "Sources/Lockstep/\(name)",
    exclude: files,
    swiftSettings: settings
  )
}

let package = Package(
  name: "lockstep-benchmarks",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML",
      path: "Sources/Lockstep/CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]
    ),
    .target(name: "CYAMLShim", dependencies: ["CLibYAML"], path: "Sources/Lockstep/CYAMLShim"),
    room("Diagnostics"),
    room("Values", ["Diagnostics", crypto]),
    room("YAML", ["CYAMLShim", "Values", "Diagnostics"]),
    room("Messages", ["Values", httpTypes]),
    room("Model", ["Values", "Diagnostics"]),
    // What is measured in process needs no network.
    room(
      "Client",
      ["Messages", "Model", "Values", "Diagnostics", httpTypes],
      without: ["HTTPTransport.swift", "ResponseCollector.swift"]
    ),
    room("Spec", ["YAML", "Model", "Values", "Diagnostics"]),
    room("Planning", ["Model", "Values", "Diagnostics"]),
    room("Zendesk", ["Client", "Messages", "Model", "Values", "Diagnostics", httpTypes]),

    .target(name: "CBench"),
    .target(name: "Workload", swiftSettings: settings),
    // Each parser is an executable of its own: Yams brings its own copy of libyaml.
    .executableTarget(name: "libyaml-events", dependencies: ["CLibYAML"]),
    .executableTarget(name: "nodes", dependencies: ["YAML"], swiftSettings: settings),
    .executableTarget(
      name: "yams",
      dependencies: [.product(name: "Yams", package: "Yams")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "stages",
      dependencies: ["Spec", "Planning", "Zendesk", "Model", "Values", "Diagnostics", "Workload"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "bench",
      dependencies: ["CBench", "Workload"],
      swiftSettings: settings
    ),
  ]
)
