internal import HTTPTypes
internal import Messages
package import Model

extension APIClient {
  /// The most pages of one list that are asked for at once.
  private static let width = 10

  /// All objects of `kind` that were not deleted, proven to be all of them.
  ///
  /// Where the API counts its pages they are read at the same time; where that leaves a doubt, and
  /// everywhere else, one after the other.
  ///
  /// - Throws: `APIFailure`; its cause is `.incomplete` or `.malformed` if there is no such proof.
  package func list(_ kind: Kind) async throws(APIFailure) -> [RemoteObject] {
    let objects: [RemoteObject]
    if let counted = try await countedList(kind) {
      objects = counted
    } else {
      objects = try await pagedList(kind)
    }
    guard let tombstone = kind.endpoints.tombstone else { return objects }
    return objects.filter { !tombstone.holds(of: $0) }
  }

  private func pagedList(_ kind: Kind) async throws(APIFailure) -> [RemoteObject] {
    let path = kind.endpoints.path
    var listing = Listing(kind)
    while let query = listing.query {
      let reply = try await send(.get, path, query: query.isEmpty ? nil : query)
      do throws(AnswerFault) {
        try listing.take(reply.response)
      } catch {
        throw unusable(error, in: reply, to: .get, path)
      }
    }
    return listing.objects
  }

  /// Nil if the API does not count the objects of `kind`, or counted others than it showed.
  private func countedList(_ kind: Kind) async throws(APIFailure) -> [RemoteObject]? {
    guard var listing = CountedListing(kind) else { return nil }
    let path = kind.endpoints.path
    let first: Reply
    do throws(APIFailure) {
      first = try await send(.get, path, query: listing.query(of: 1))
    } catch  where error.status == 400 {
      // Pages by number are what Zendesk limits and may withdraw; cursors are what it recommends.
      return nil
    }
    try take(first, 1, of: path, into: &listing)
    let queries = listing.remainingPages.map { ($0, listing.query(of: $0)) }
    let failure = await withTaskGroup(
      of: (Int, Result<Reply, APIFailure>).self,
      returning: APIFailure?.self
    ) { group in
      var waiting = queries.makeIterator()
      func begin() {
        guard let (page, query) = waiting.next() else { return }
        group.addTask { (page, await reply(path, query)) }
      }
      for _ in 0..<Self.width { begin() }
      for await (page, reply) in group {
        do throws(APIFailure) {
          try take(try reply.get(), page, of: path, into: &listing)
        } catch {
          group.cancelAll()
          return error
        }
        guard listing.mayProve else {
          group.cancelAll()
          return nil
        }
        begin()
      }
      return nil
    }
    if let failure, failure.status != 400 { throw failure }
    return listing.objects
  }

  private func reply(_ path: String, _ query: String) async -> Result<Reply, APIFailure> {
    do throws(APIFailure) {
      return .success(try await send(.get, path, query: query))
    } catch {
      return .failure(error)
    }
  }

  private func take(
    _ reply: Reply,
    _ page: Int,
    of path: String,
    into listing: inout CountedListing
  ) throws(APIFailure) {
    do throws(AnswerFault) {
      try listing.take(reply.response.body, page: page)
    } catch {
      throw unusable(error, in: reply, to: .get, path)
    }
  }
}
