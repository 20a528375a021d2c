internal import HTTPTypes
internal import Messages
package import Model
package import Values

extension APIClient {
  /// Creates an object of `kind`.
  ///
  /// A POST that may have taken effect is never sent a second time unseen: the kind is listed, and
  /// an object with this identity that was not known before is the one that was created.
  ///
  /// After an answer of success that cannot be read nothing is sent again at all: the object is there,
  /// and a list that does not show it yet only lags.
  ///
  /// - Parameters:
  ///   - body: The attributes in wire form.
  ///   - identity: The value by which the new object can be recognised; nil if there is none, so that
  ///     a POST in doubt fails.
  ///   - known: The ids of the objects of this kind that existed before.
  /// - Throws: `APIFailure`, in doubt only if the list did not tell either.
  package func create(
    _ kind: Kind,
    _ body: Members,
    identity: String?,
    known: Set<String>
  ) async throws(APIFailure) -> Written {
    var attempt = 1
    var accepted: APIFailure?
    while true {
      let doubt: APIFailure
      do throws(APIFailure) {
        if let accepted { throw accepted }
        return try await post(kind, body)
      } catch {
        guard error.isInDoubt, let identity else { throw error }
        doubt = error
        if error.isAccepted { accepted = error }
        // An interrupted run does not wait, but still finds out what it did.
        let backOff = courier.policy.backOff(attempt: attempt, jitter: courier.timing.jitter())
        _ = await courier.timing.wait(max(backOff, courier.policy.settling))
        if let object = try await created(kind, identity: identity, known: known, after: error) {
          return Written(object: object)
        }
      }
      guard attempt < courier.policy.attempts, !courier.timing.isStopping() else {
        throw doubt.with { $0.isInDoubt = accepted != nil }
      }
      attempt += 1
    }
  }

  private func post(_ kind: Kind, _ body: Members) async throws(APIFailure) -> Written {
    let endpoints = kind.endpoints
    let path: String
    if let calls = endpoints.calls {
      guard let create = calls.create else { throw .impossible(.post, kind) }
      path = create
    } else {
      path = endpoints.path
    }
    let reply = try await send(.post, path, body: endpoints.wrapped(body), isRepeatable: false)
    let dropped = dialect.droppedAttributes(in: reply.response, wrapper: endpoints.one)
    let id: String
    do throws(AnswerFault) {
      guard let calls = endpoints.calls else {
        let object = try Answer.object(of: kind, in: reply.response.body)
        return Written(object: object, dropped: dropped)
      }
      id = try Answer.id(calls.id, in: reply.response.body)
    } catch {
      throw unusable(error, in: reply, to: .post, path)
    }
    return Written(object: try await readBack(kind, id), dropped: dropped)
  }

  /// The one object that came to be with this identity; nil if there is none.
  private func created(
    _ kind: Kind,
    identity: String,
    known: Set<String>,
    after doubt: APIFailure
  ) async throws(APIFailure) -> RemoteObject? {
    let objects: [RemoteObject]
    do throws(APIFailure) {
      objects = try await list(kind)
    } catch {
      throw doubt.with {
        $0.advice =
          "It may have been created: the list that would tell could not be read (\(error)). Run again."
      }
    }
    let isTrimmed = kind.schema[kind.identity.attribute]?.isTrimmed == true
    let wanted = isTrimmed ? identity.trimmingBlanks : identity
    let found = objects.filter { !known.contains($0.id) && $0.identity(kind) == wanted }
    guard found.count > 1 else {
      guard let object = found.first, kind.endpoints.calls?.read != nil else { return found.first }
      // The list does not tell all of it.
      return try await readBack(kind, object.id)
    }
    throw doubt.with {
      $0.cause = .ambiguous
      $0.message =
        "the answer was lost, and several new objects are called \"\(wanted)\": "
        + found.map(\.id).joined(separator: ", ")
      $0.advice = "Delete all but one of them, then run again."
    }
  }
}

extension APIFailure {
  fileprivate func with(_ change: (inout APIFailure) -> Void) -> APIFailure {
    var copy = self
    change(&copy)
    return copy
  }
}
