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
        if let status = error.status, (200..<300).contains(status) { accepted = error }
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
    let reply = try await send(
      .post,
      endpoints.path,
      body: [endpoints.one: .object(body)],
      isRepeatable: false
    )
    do throws(AnswerFault) {
      return Written(
        object: try Answer.object(endpoints.one, in: reply.response.body),
        dropped: dialect.droppedAttributes(in: reply.response, wrapper: endpoints.one)
      )
    } catch {
      throw unusable(error, in: reply, to: .post, endpoints.path)
    }
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
    guard found.count > 1 else { return found.first }
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
