internal import Braze
internal import Model
internal import Values

/// The keyword categories of one subscription group in one language.
struct KeywordGroup {
  /// How the spec names the group.
  let name: String
  let language: String
  /// In the order of writing.
  var categories: [Resource]
}

extension Survey {
  /// The keyword categories that the spec declares, by group and language.
  var keywordGroups: [KeywordGroup] {
    var groups: [KeywordGroup] = []
    var places: [[String]: Int] = [:]
    for category in resources where category.kind.name == Kind.keywordCategory.name {
      guard let group = subscriptionGroup(category.attributes["subscription_group"]) else {
        continue
      }
      let language = category.attributes["language"]?.text ?? "en"
      if let place = places[[group.id, language]] {
        groups[place].categories.append(category)
      } else {
        places[[group.id, language]] = groups.count
        groups.append(KeywordGroup(name: group.name, language: language, categories: [category]))
      }
    }
    return groups
  }

  /// The subscription group that `value` names, by what tells it from others and as the spec calls it.
  ///
  /// A reference and the id that it stands for name the same group; ids differ in no more than case.
  func subscriptionGroup(_ value: Value?) -> (id: String, name: String)? {
    if let group = resource(behind: value) {
      return ((group.identity ?? group.address.description).lowercased(), group.address.description)
    }
    return value?.text.map { ($0.lowercased(), $0) }
  }
}
