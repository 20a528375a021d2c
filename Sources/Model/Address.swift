/// Where a resource is declared: its path in the spec, `zendesk.triggers.reply_by_sms`.
package struct Address: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The remote system: `zendesk`.
  package let system: String
  /// The key of the kind's section: `triggers`.
  package let collection: String
  /// The name chosen in the spec: `reply_by_sms`.
  package let name: String

  package init(system: String, collection: String, name: String) {
    self.system = system
    self.collection = collection
    self.name = name
  }

  /// Nil unless `text` has three parts, each of `a`-`z`, `0`-`9` and `_`.
  package init?(_ text: String) {
    // Bytes, not characters: a spec has as many of these as references, and each is read several times.
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Address.isNameByte) })
    else { return nil }
    self.init(
      system: String(Substring(parts[0])),
      collection: String(Substring(parts[1])),
      name: String(Substring(parts[2]))
    )
  }

  /// Whether `text` may be a local name: one or more of `a`-`z`, `0`-`9` and `_`.
  package static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  package var description: String { "\(system).\(collection).\(name)" }

  package static func < (left: Address, right: Address) -> Bool {
    (left.system, left.collection, left.name) < (right.system, right.collection, right.name)
  }
}
