import Braze
import Diagnostics
import Model
import Rendering
import Spec
import Values
import YAML
import Zendesk

/// One input and the way it takes: bytes, nodes, spec, desired state, and back to text.
///
/// Whatever the bytes are, that way has no trap, no leak and no invalid access in it; what is written
/// as YAML or JSON reads back as the same value; and every problem can be shown.
struct Input {
  let bytes: [UInt8]

  func walk() {
    let (root, problems) = YAMLDocument.parse(bytes, name: "integration.yaml")
    precondition(root != nil || problems.hasErrors, "no root, and no reason")
    if let root { readBack(root.value) }
    show(problems)

    let (spec, diagnostics) = Specification.read(
      [SpecFile(name: "integration.yaml", bytes: bytes)],
      options: SpecOptions(kinds: ZendeskKinds.all + BrazeKinds.all) { path, _ in
        path == "body.json" ? .text(#"{"a": [1, 1.50, null]}"#) : .missing
      }
    )
    show(diagnostics)
    guard let spec else { return }
    for environment in spec.environments.map(\.name.description) {
      resolve(spec, environment, .unread)
      resolve(spec, environment, .process { $0.hasPrefix("U") ? nil : "secret-\($0)" })
    }
  }

  private func resolve(_ spec: Specification, _ environment: String, _ secrets: SecretSource) {
    let (desired, diagnostics) = spec.resolve(
      environment: environment,
      variables: ["v": "1.50"],
      secrets: secrets
    )
    show(diagnostics)
    guard let desired else { return }
    for resource in desired.resources {
      let schema = resource.kind.schema
      for (name, value) in resource.attributes {
        guard let attribute = schema[name] else {
          preconditionFailure("an attribute that the kind does not have")
        }
        let normal = attribute.normalForm(of: value)
        precondition(attribute.normalForm(of: normal) == normal, "a normal form is not one")
        _ = attribute.wireForm(of: value)
      }
    }
    let shown = ResourcesText.value(
      of: desired.resources,
      environment: environment,
      variables: desired.variables
    )
    let text = ResourcesText.yaml(shown)
    let again = YAMLDocument.parse(Array(text.utf8), name: "shown.yaml")
    precondition(again.root != nil, "what is shown is not YAML")
    _ = shown.json(.canonical)
    _ = shown.json(.pretty)
  }

  private func readBack(_ value: Value) {
    let yaml = YAMLDocument.parse(Array(YAMLEmitter.text(of: value).utf8), name: "again.yaml")
    precondition(
      yaml.diagnostics.isEmpty && yaml.root?.value == value,
      "YAML reads back as another"
    )
    do {
      let json = try Value(json: value.json(.pretty))
      precondition(json == value, "JSON reads back as another")
    } catch {
      preconditionFailure("JSON does not read back: \(error)")
    }
  }

  private func show(_ diagnostics: [Diagnostic]) {
    _ = DiagnosticText(palette: Palette(isColoured: true)).text(of: diagnostics)
  }
}

extension Node {
  /// What the node says, tags aside.
  fileprivate var value: Value {
    switch content {
    case .scalar(let scalar): scalar.value
    case .sequence(let items): .list(items.map(\.value))
    case .mapping(let entries):
      .object(Members(entries.map { ($0.key.keyText, $0.value.value) }))
    }
  }

  private var keyText: String {
    if case .scalar(let scalar) = content { scalar.text } else { "" }
  }
}
