internal import HTTPTypes
internal import Messages
internal import Values

extension FaultRule {
  /// The answer that this fault puts in the place of the real one, without effect; nil if the
  /// request takes effect.
  func substitute(of vendor: Vendor) -> Response? {
    switch kind {
    case .status: error(of: vendor)
    case .html:
      Response(
        status: status ?? 200,
        headers: [.contentType: "text/html; charset=utf-8"],
        body: Array("<!doctype html><title>Sorry</title><h1>Down for maintenance</h1>\n".utf8)
      )
    default: nil
    }
  }

  /// What this fault makes of the real answer.
  func distort(_ response: Response) -> Response {
    var distorted = response
    switch kind {
    case .halfJSON: distorted.body = Array(response.body.prefix(response.body.count / 2))
    case .truncateList: distorted.body = Self.truncated(response.body) ?? response.body
    default: break
    }
    return distorted
  }

  private func error(of vendor: Vendor) -> Response {
    let status = status ?? 500
    let explanation = "A fault with status \(status)"
    let refusal =
      switch vendor {
      case .zendesk where status == 429: Refusal.tooManyRequests
      case .zendesk: Refusal.named(status, "EmulatedFault", explanation)
      case .braze: Refusal.braze(status, status == 429 ? "Rate Limited" : explanation)
      }
    var headers: HTTPFields = [.contentType: "application/json; charset=utf-8"]
    if let retryAfter { headers[.retryAfter] = String(retryAfter) }
    return Response(status: status, headers: headers, body: Array(refusal.body.json().utf8))
  }

  /// Nil if `body` is not a list in an envelope.
  private static func truncated(_ body: [UInt8]) -> [UInt8]? {
    let document: Members?
    do throws(JSONError) {
      document = try Value(json: body).members
    } catch {
      return nil
    }
    guard var envelope = document, let list = envelope.first(where: { $0.value.items != nil })
    else { return nil }
    let items = list.value.items ?? []
    envelope[list.key] = .list(Array(items.prefix(items.count / 2)))
    if envelope["meta"] != nil {
      envelope["meta"] = ["has_more": true]
      envelope["links"] = nil
    }
    if envelope["next_page"] != nil { envelope["next_page"] = .some(.null) }
    return Array(Value.object(envelope).json().utf8)
  }
}
