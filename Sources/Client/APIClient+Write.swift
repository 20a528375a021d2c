internal import HTTPTypes
internal import Messages
package import Model
package import Values

extension APIClient {
  /// Changes the object of `kind` with this id to what `body`, in wire form, says.
  ///
  /// - Returns: The object as it is now, read back where the API answers an update with nothing.
  /// - Throws: `APIFailure`, in doubt if the update was accepted and what it left is unknown.
  package func update(
    _ kind: Kind,
    _ id: String,
    _ body: Members
  ) async throws(APIFailure) -> Written {
    let endpoints = kind.endpoints
    let method = endpoints.update.method
    let path: String
    var sent = body
    if let calls = endpoints.calls {
      guard let update = calls.update else { throw .impossible(method, kind) }
      path = update
      sent[calls.id] = .string(id)
    } else {
      path = try self.path(of: id, kind, method)
    }
    let reply = try await send(method, path, body: endpoints.wrapped(sent))
    let dropped = dialect.droppedAttributes(in: reply.response, wrapper: endpoints.one)
    switch endpoints.update {
    case .patchAnsweringNothing, .post:
      return Written(object: try await readBack(kind, id), dropped: dropped)
    case .put, .patch: break
    }
    do throws(AnswerFault) {
      return Written(
        object: try Answer.object(of: kind, in: reply.response.body),
        dropped: dropped
      )
    } catch {
      throw unusable(error, in: reply, to: method, path)
    }
  }

  /// Deletes the object of `kind` with this id; one that is gone already counts as deleted.
  package func delete(_ kind: Kind, _ id: String) async throws(APIFailure) {
    guard kind.endpoints.deletes else { throw .impossible(.delete, kind) }
    do throws(APIFailure) {
      _ = try await send(.delete, try path(of: id, kind, .delete))
    } catch  where error.status == 404 {
      return
    }
  }

  /// Puts objects of `kind` in their places, as many in one request as the API allows.
  ///
  /// A kind whose API has no such request is left as it is.
  ///
  /// - Throws: `APIFailure`, in doubt if some of the places were set before.
  package func arrange(
    _ kind: Kind,
    _ placements: [Endpoints.Placement]
  ) async throws(APIFailure) {
    guard let arranging = kind.endpoints.arranging else { return }
    var rest = placements[...]
    while !rest.isEmpty {
      let chunk = Array(rest.prefix(max(1, arranging.chunk)))
      do throws(APIFailure) {
        _ = try await send(.post, arranging.path, body: arranging.body(chunk))
      } catch {
        var failure = error
        failure.isInDoubt = error.isInDoubt || rest.startIndex > placements.startIndex
        throw failure
      }
      rest = rest.dropFirst(chunk.count)
    }
  }

  /// The object of `kind` with this id after a write that the server took.
  func readBack(_ kind: Kind, _ id: String) async throws(APIFailure) -> RemoteObject {
    do throws(APIFailure) {
      return try await read(kind, id)
    } catch {
      var failure = error
      failure.isInDoubt = true
      failure.isAccepted = true
      failure.advice = "The change was accepted, but could not be read back. Run again."
      throw failure
    }
  }
}

extension Endpoints {
  /// The body of a write.
  func wrapped(_ attributes: Members) -> Value {
    one.isEmpty ? .object(attributes) : [one: .object(attributes)]
  }
}

extension Endpoints.Update {
  var method: HTTPRequest.Method {
    switch self {
    case .put: .put
    case .patch, .patchAnsweringNothing: .patch
    case .post: .post
    }
  }
}

extension APIFailure {
  /// The failure of a verb that the API of `kind` does not have; nothing was sent.
  static func impossible(_ method: HTTPRequest.Method, _ kind: Kind) -> APIFailure {
    APIFailure(
      .invalid,
      "the API has no such request for a \(kind.noun)",
      method: method.rawValue,
      path: kind.endpoints.path
    )
  }
}
