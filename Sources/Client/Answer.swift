internal import Model
internal import Values

/// Reading an answer's body.
enum Answer {
  /// The most values in an answer that is no list.
  private static let valueLimit = 1_000_000

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

  /// The one object of `kind` that `body` holds.
  ///
  /// - Parameter id: What was asked for, where the answer itself need not say so.
  static func object(
    of kind: Kind,
    in body: [UInt8],
    id: String? = nil
  ) throws(AnswerFault) -> RemoteObject {
    let one = kind.endpoints.one
    let answer = try json(body)
    guard let value = one.isEmpty ? answer : answer[one] else {
      throw .malformed("the answer has no \"\(one)\"", body)
    }
    guard let object = RemoteObject(answered: value, of: kind, id: id) else {
      let name = one.isEmpty ? "the answer" : "\"\(one)\" in the answer"
      throw .malformed("\(name) is no object with an id", body)
    }
    guard id == nil || object.id == id else {
      throw .malformed("the answer is about \(object.id)", body)
    }
    return object
  }

  /// The id that a body holds in the member `name`, and hardly more.
  static func id(_ name: String, in body: [UInt8]) throws(AnswerFault) -> String {
    guard let id = try json(body)[name].flatMap(RemoteObject.assignedID) else {
      throw .malformed("the answer has no \"\(name)\"", body)
    }
    return id
  }

  /// The objects of `kind` on `page`, which is what `body` holds.
  static func objects(
    of kind: Kind,
    in page: Value,
    _ body: [UInt8]
  ) throws(AnswerFault) -> [RemoteObject] {
    let name = kind.endpoints.many
    guard let items = page[name]?.items else {
      throw .malformed("the answer has no list \"\(name)\"", body)
    }
    var objects: [RemoteObject] = []
    objects.reserveCapacity(items.count)
    for item in items {
      guard let object = RemoteObject(answered: item, of: kind) else {
        throw .malformed("an item of \"\(name)\" is no object with an id", Array(item.json().utf8))
      }
      objects.append(object)
    }
    return objects
  }
}
