internal import Model
internal import Spec
internal import Values

/// A URL that an attribute of a resource holds, and what is written beside it.
struct WrittenURL: Sendable {
  /// What attributes that hold URLs are called.
  private static let names: Set = ["endpoint", "url"]

  let address: Address
  let text: String
  let destination: Destination
  /// Where the URL is written, in the resource.
  let path: ValuePath
  /// The attributes beside it, such as the credentials that are sent along.
  let neighbours: Members
  let neighboursPath: ValuePath

  /// Every URL that `resource` holds where its kind has a place for one.
  static func all(of resource: Resource, _ target: Target) -> [WrittenURL] {
    var found: [WrittenURL] = []
    collect(resource.attributes, resource.kind.schema, []) { name, text, neighbours, path in
      found.append(
        WrittenURL(
          address: resource.address,
          text: text,
          destination: Destination(text, target),
          path: path.appending(.key(name)),
          neighbours: neighbours,
          neighboursPath: path
        )
      )
    }
    return found
  }

  private static func collect(
    _ members: Members,
    _ schema: Schema,
    _ path: ValuePath,
    _ visit: (String, String, Members, ValuePath) -> Void
  ) {
    for attribute in schema {
      switch attribute.shape {
      case .text where names.contains(attribute.name):
        guard let text = members[attribute.name]?.text, !text.isEmpty else { continue }
        visit(attribute.name, text, members, path)
      case .object(let inner):
        guard let value = members[attribute.name]?.members else { continue }
        collect(value, inner, path.appending(.key(attribute.name)), visit)
      case .list(.object(let inner)):
        for (index, item) in (members[attribute.name]?.items ?? []).enumerated() {
          guard let value = item.members else { continue }
          let path = path.appending(.key(attribute.name)).appending(.index(index))
          collect(value, inner, path, visit)
        }
      default: continue
      }
    }
  }
}
