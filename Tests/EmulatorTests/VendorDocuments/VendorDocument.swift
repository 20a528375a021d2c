import Platform
import Testing
import Values
import YAML

/// One of the vendor's OpenAPI documents, which are read where they are and not kept here.
struct VendorDocument {
  let root: Value

  /// The folder that holds them; nil where nobody has them.
  static let folder = ProcessEnvironment.current["LOCKSTEP_VENDOR_DOCUMENTS"].flatMap {
    $0.isEmpty ? nil : $0
  }

  init(root: Value) {
    self.root = root
  }

  init(_ name: String) throws {
    let folder = try #require(Self.folder)
    let bytes = try #require(try FileText.read("\(folder)/\(name)", limitBytes: 1 << 25))
    let (root, diagnostics) = YAMLDocument.parse(bytes, name: name)
    // Such a document may have what a spec may not; what of it can be read is what counts.
    let node = try #require(root, "\(diagnostics)")
    self.root = Self.value(node)
  }

  private static func value(_ node: Node) -> Value {
    switch node.content {
    case .scalar(let scalar): scalar.value
    case .sequence(let nodes): .list(nodes.map { value($0) })
    case .mapping(let entries):
      .object(
        Members(
          entries.map { entry in
            guard case .scalar(let key) = entry.key.content else { return ("", value(entry.value)) }
            return (key.text, value(entry.value))
          }
        )
      )
    }
  }

  /// Every operation by its name, `GET /api/v2/triggers/:id`.
  var operations: [String: Value] {
    var operations: [String: Value] = [:]
    for (path, item) in root["paths"]?.members ?? [:] {
      let pattern = path.split(separator: "/").map { $0.hasPrefix("{") ? ":id" : String($0) }
      for (method, operation) in item.members ?? [:] where method != "parameters" {
        operations["\(method.uppercased()) /\(pattern.joined(separator: "/"))"] = operation
      }
    }
    return operations
  }

  /// What a `$ref` of this document leads to: `#/components/schemas/TriggerObject`.
  func target(_ reference: String) -> Value? {
    reference.split(separator: "/").dropFirst().reduce(root as Value?) { $0?[String($1)] }
  }
}
