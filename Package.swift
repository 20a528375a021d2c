// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(
  name: "AsyncHTTPClient",
  package: "async-http-client"
)
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

/// A room of the house. What it may import is what is listed here, and a test holds it to that.
func room(
  _ name: String,
  _ dependencies: [Target.Dependency],
  resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "lockstep",
  products: [.executable(name: "lockstep", targets: ["lockstep"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // The rooms, from the ground up.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CYAMLShim", dependencies: ["CLibYAML"]),
    room("Platform", [systemPackage]),
    room("Diagnostics", []),
    room("Values", ["Diagnostics", crypto]),
    room("YAML", ["CYAMLShim", "Values", "Diagnostics"]),
    room("Liquid", ["Values", "Diagnostics"]),
    room("Messages", ["Values", httpTypes]),
    room("Model", ["Values", "Diagnostics"]),
    room(
      "Client",
      [
        "Messages", "Model", "Values", "Diagnostics", asyncHTTPClient, httpTypes, nioCore,
        nioHTTP1, nioSSL,
      ]
    ),
    room("Spec", ["YAML", "Model", "Values", "Diagnostics"]),
    room("Planning", ["Model", "Values", "Diagnostics"]),
    room("Zendesk", ["Client", "Messages", "Model", "Values", "Diagnostics", httpTypes]),
    room("Braze", ["Client", "Messages", "Model", "Values", "Diagnostics", httpTypes]),
    room("Lints", ["Spec", "Zendesk", "Braze", "Liquid", "Model", "Values", "Diagnostics"]),
    room(
      "Execution",
      ["Planning", "Client", "Messages", "Model", "Values", "Diagnostics", "Platform"]
    ),
    room("Emulator", ["Liquid", "Messages", "Values", "Platform", httpTypes]),
    room(
      "Scenarios",
      ["Emulator", "Spec", "YAML", "Messages", "Model", "Values", "Diagnostics", httpTypes]
    ),
    room(
      "Rendering",
      [
        "Scenarios", "Execution", "Planning", "Client", "YAML", "Model", "Values", "Diagnostics",
      ]
    ),
    room(
      "EmulatorServer",
      [
        "Emulator", "Messages", "Values", hummingbird, httpTypes, logging, nioCore, systemPackage,
      ],
      resources: [.embedInCode("Page")]
    ),
    room(
      "Commands",
      [
        "Braze", "Client", "Diagnostics", "Emulator", "EmulatorServer", "Execution", "Lints",
        "Liquid", "Messages", "Model", "Planning", "Platform", "Rendering", "Scenarios", "Spec",
        "Values", "YAML", "Zendesk",
        arguments,
      ]
    ),
    .executableTarget(name: "lockstep", dependencies: ["Commands"], swiftSettings: strict),
    // What holds them to it.
    tests(
      "ArchitectureTests",
      ["Braze", "Emulator", "Liquid", "Platform", "Model", "Values", "Zendesk"]
    ),
    tests("ValuesTests", ["Values"]),
    tests("PlatformTests", ["Platform", systemPackage]),
    tests("YAMLTests", ["YAML", "Values", "Diagnostics"]),
    tests("LiquidTests", ["Liquid", "Values", "Diagnostics"]),
    .target(
      name: "HostileServer",
      dependencies: [nioCore, nioPosix],
      path: "Tests/HostileServer",
      swiftSettings: strict
    ),
    tests(
      "ClientTests",
      [
        "HostileServer", "Client", "Messages", "Model", "Values", httpTypes, nioCore, nioHTTP1,
        nioPosix,
      ]
    ),
    tests("SpecTests", ["Spec", "YAML", "Model", "Values", "Diagnostics"]),
    tests("PlanningTests", ["Planning", "Model", "Values", "Diagnostics"]),
    .target(
      name: "KindTesting",
      dependencies: ["Spec", "Model", "Values", "Diagnostics"],
      path: "Tests/KindTesting",
      swiftSettings: strict
    ),
    tests(
      "BrazeTests",
      [
        "KindTesting", "Braze", "Execution", "Planning", "Client", "Messages", "Model", "Values",
        "Diagnostics", httpTypes,
      ]
    ),
    tests(
      "ZendeskTests",
      [
        "KindTesting", "Zendesk", "Client", "Messages", "Model", "Planning", "Spec", "Values",
        "Diagnostics",
        httpTypes,
      ]
    ),
    tests(
      "LintsTests",
      ["Lints", "Spec", "Zendesk", "Braze", "Liquid", "Model", "Values", "Diagnostics", "Platform"]
    ),
    tests(
      "ExecutionTests",
      [
        "Execution", "Planning", "Client", "Messages", "Model", "Values", "Diagnostics", "Platform",
        httpTypes,
      ]
    ),
    tests(
      "RenderingTests",
      ["Rendering", "Scenarios", "Diagnostics", "Planning", "Model", "Values"]
    ),
    tests(
      "ScenariosTests",
      [
        "Scenarios", "Emulator", "Messages", "Model", "Spec", "YAML", "Values", "Diagnostics",
        httpTypes,
      ]
    ),
    tests("EmulatorTests", ["Emulator", "Messages", "Values", "Platform", "YAML", httpTypes]),
    tests(
      "EmulatorServerTests",
      [
        "EmulatorServer", "Emulator", "Messages", "Platform", "Values", asyncHTTPClient, nioCore,
        nioHTTP1,
      ]
    ),
    tests(
      "CommandTests",
      [
        "HostileServer", "Commands", "Client", "Diagnostics", "Emulator", "EmulatorServer",
        "Lints", "Messages", "Model", "Platform", "Rendering", "Values", "YAML", arguments,
        httpTypes,
      ]
    ),
  ]
)
