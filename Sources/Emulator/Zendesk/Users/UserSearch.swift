internal import Values

/// A search for users: words, and conditions such as `email:ann@example.com`, all of which hold.
///
/// <https://support.zendesk.com/hc/en-us/articles/4408886879258-Zendesk-Support-search-reference>
///
/// A word is looked for in names, addresses, phone numbers, notes, details and external ids, a
/// condition in the member or the user field of its name, both without regard to capitals. Other
/// operators than `:` and the `*` are not there.
struct UserSearch {
  private struct Term {
    var property: String?
    var text: String
  }

  private static let searched = ["name", "email", "phone", "notes", "details", "external_id"]

  private var terms: [Term] = []

  init(_ query: String) {
    for word in Self.words(query) {
      guard let colon = word.firstIndex(of: ":"), colon != word.startIndex else {
        terms.append(Term(property: nil, text: word))
        continue
      }
      let text = String(word[word.index(after: colon)...])
      terms.append(Term(property: String(word[..<colon]), text: text))
    }
  }

  func finds(_ user: Members) -> Bool { terms.allSatisfy { holds($0, user) } }

  private func holds(_ term: Term, _ user: Members) -> Bool {
    switch term.property {
    case nil:
      return Self.searched.contains {
        user[$0]?.scalarText?.lowercased().contains(term.text) == true
      }
    case "type": return term.text == "user"
    case "tags": return user["tags"]?.items?.contains(.string(term.text)) ?? false
    case let name?:
      let value = user[name] ?? user["user_fields"]?[name]
      return value?.scalarText?.lowercased() == term.text
    }
  }

  /// What stands between blanks, in lower case; quotes hold blanks together and go.
  private static func words(_ query: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in query.lowercased() + " " {
      if character == "\"" {
        isQuoted.toggle()
      } else if character.isWhitespace, !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
