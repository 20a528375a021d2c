internal import Model
internal import Values

/// Reading an answer's body.
enum Answer {
  /// The most values in an answer that is no list.
  private static let valueLimit = 1_000_000
  /// The most characters of an id: it stands in URLs, in the lock and in messages.
  fileprivate static let idLimit = 200

  /// - Parameter budget: How many values may be in it; those read are taken off.
  static func json(_ body: [UInt8], budget: inout Int) throws(AnswerFault) -> Value {
    do throws(JSONError) {
      return try Value(json: body, budget: &budget)
    } catch {
      guard budget > 0 else {
        throw AnswerFault(cause: .incomplete, reason: "the answer holds \(error)")
      }
      throw .malformed("the answer is not JSON (\(error))", body)
    }
  }

  /// An answer that is no list.
  static func json(_ body: [UInt8]) throws(AnswerFault) -> Value {
    var budget = valueLimit
    return try json(body, budget: &budget)
  }

  /// The one object in the member `name` of `body`.
  static func object(_ name: String, in body: [UInt8]) throws(AnswerFault) -> RemoteObject {
    guard let value = try json(body)[name] else {
      throw .malformed("the answer has no \"\(name)\"", body)
    }
    guard let object = RemoteObject(answered: value) else {
      throw .malformed("\"\(name)\" in the answer is no object with an id", body)
    }
    return object
  }

  /// The objects in the member `name` of `page`, which is what `body` holds.
  static func objects(
    _ name: String,
    in page: Value,
    _ body: [UInt8]
  ) throws(AnswerFault) -> [RemoteObject] {
    guard let items = page[name]?.items else {
      throw .malformed("the answer has no list \"\(name)\"", body)
    }
    var objects: [RemoteObject] = []
    objects.reserveCapacity(items.count)
    for item in items {
      guard let object = RemoteObject(answered: item) else {
        throw .malformed("an item of \"\(name)\" is no object with an id", Array(item.json().utf8))
      }
      objects.append(object)
    }
    return objects
  }
}

extension RemoteObject {
  /// Nil unless `value` is an object with an `id` of printable ASCII, not too long, or a whole number.
  init?(answered value: Value) {
    guard let attributes = value.members else { return nil }
    switch attributes["id"] {
    case .string(let id)
    where (1...Answer.idLimit).contains(id.utf8.count)
      && id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }):
      self.init(id: id, attributes: attributes)
    case .integer(let id): self.init(id: String(id), attributes: attributes)
    default: return nil
    }
  }
}
