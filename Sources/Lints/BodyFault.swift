internal import Liquid
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
  /// The faults of every body that is written as text and holds Liquid's tags, or is sent by Braze.
  func bodyFaults(_ faults: KeyPath<FilledBody, [FilledBody.Fault]>) -> [BodyFault] {
    let fromZendesk = calls.flatMap { call -> [BodyFault] in
      guard call.sendsJSON, let body = call.body, let template = BodyTemplate(body),
        template.hasTags
      else { return [] }
      let read = Template(template.text, dialect: .zendesk)
      return FilledBody(read, TemplateIndex(read))[keyPath: faults].map { fault in
        BodyFault(
          address: call.rule.address,
          path: call.bodyPath,
          offset: template.isVerbatim ? fault.offset : nil,
          reason: fault.reason
        )
      }
    }
    let fromBraze = brazeRequests.flatMap { request -> [BodyFault] in
      guard request.sendsJSON, request.url.neighbours["method"] != "GET",
        let filled = request.filled
      else { return [] }
      return filled[keyPath: faults].map { fault in
        BodyFault(
          address: request.address,
          path: request.url.neighboursPath.appending("body"),
          offset: request.url.neighbours["body"]?.text == nil ? nil : fault.offset,
          reason: fault.reason
        )
      }
    }
    return fromZendesk + fromBraze
  }
}

extension Survey.Call {
  /// Whether the webhook says of its body that it is JSON.
  var sendsJSON: Bool { webhook.attributes["request_format"] == "json" && sendsBody }
}
