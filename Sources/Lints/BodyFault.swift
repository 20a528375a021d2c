internal import Model
internal import Values

/// Why a body with Liquid in it is not JSON, though its receiver expects that.
struct BodyFault {
  let address: Address
  let path: ValuePath
  let offset: Int?
  let reason: String

  /// What a lint says about it.
  func hit(_ detail: String) -> Lint.Hit {
    Lint.Hit(address: address, path: path, detail: detail, offset: offset)
  }
}

extension Survey {
  /// The faults of every body that is written as text, be it sent by a webhook or by Braze.
  func bodyFaults(_ faults: KeyPath<FilledBody, [FilledBody.Fault]>) -> [BodyFault] {
    let fromZendesk = calls.flatMap { call in
      BodyFault.all(call.filled?[keyPath: faults], call.rule.address, call.body, call.bodyPath)
    }
    let fromBraze = brazeRequests.flatMap { request -> [BodyFault] in
      // What is malformed is told of by a lint of its own.
      guard request.sendsJSON, request.url.neighbours["method"] != "GET",
        !request.texts.contains(where: \.template.isMalformed)
      else { return [] }
      let (body, path) = (request.url.neighbours["body"], request.url.neighboursPath)
      return BodyFault.all(
        request.filled?[keyPath: faults],
        request.address,
        body,
        path.appending("body")
      )
    }
    return fromZendesk + fromBraze
  }
}

extension BodyFault {
  /// - Parameter body: What is found in it has a place in the spec, where the body itself stands there.
  fileprivate static func all(
    _ faults: [FilledBody.Fault]?,
    _ address: Address,
    _ body: Value?,
    _ path: ValuePath
  ) -> [BodyFault] {
    (faults ?? []).map { fault in
      BodyFault(
        address: address,
        path: path,
        offset: body?.text == nil ? nil : fault.offset,
        reason: fault.reason
      )
    }
  }
}
