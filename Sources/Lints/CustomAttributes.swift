internal import Braze
internal import Model
internal import Values

/// A condition on a custom attribute, of an audience or of what sets a message off.
struct AttributeCondition {
  let address: Address
  /// What the attribute is called in profiles.
  let name: String
  /// What it is compared with; nil where its name is all that counts.
  let value: Value?
  /// Where its name is written.
  let path: ValuePath

  var valuePath: ValuePath { ValuePath(path.steps.dropLast() + ["value"]) }
}

extension Survey {
  /// The data types of the custom attributes that the spec declares with one, by name.
  var customAttributeTypes: [String: String] {
    var types: [String: String] = [:]
    for resource in resources where resource.kind.name == Kind.customAttribute.name {
      guard let name = resource.identity else { continue }
      types[name] = resource.attributes["data_type"]?.text
    }
    return types
  }

  /// Every condition on a custom attribute.
  var attributeConditions: [AttributeCondition] {
    resources.filter { $0.address.system == Kind.campaign.system }.flatMap { resource in
      var found: [AttributeCondition] = []
      for (index, item) in (resource.attributes["audience"]?.items ?? []).enumerated() {
        found += condition(item, of: resource, at: ["audience", .index(index)])
      }
      for key in ["delivery", "entry"] {
        guard let change = resource.attributes[key]?["attribute_change"] else { continue }
        found += condition(change, of: resource, at: [.key(key), "attribute_change"])
      }
      return found
    }
  }

  private func condition(_ item: Value, of resource: Resource, at path: ValuePath)
    -> [AttributeCondition]
  {
    let attribute = item["custom_attribute"]
    guard let name = self.resource(behind: attribute)?.identity ?? attribute?.text else {
      return []
    }
    return [
      AttributeCondition(
        address: resource.address,
        name: name,
        value: item["value"],
        path: path.appending("custom_attribute")
      )
    ]
  }
}
