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
      let written = category.attributes["subscription_group"]
      let group = resource(behind: written)
      // A reference and the id that it stands for name the same group.
      guard let id = group.map({ $0.identity ?? $0.address.description }) ?? written?.text else {
        continue
      }
      let language = category.attributes["language"]?.text ?? "en"
      if let place = places[[id, language]] {
        groups[place].categories.append(category)
      } else {
        places[[id, language]] = groups.count
        let name = group?.address.description ?? id
        groups.append(KeywordGroup(name: name, language: language, categories: [category]))
      }
    }
    return groups
  }
}
