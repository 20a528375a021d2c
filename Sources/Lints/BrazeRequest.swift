internal import Liquid
internal import Model
internal import Values

/// A request that a campaign or a step of a Canvas makes.
///
/// A class for the sake of thousands that every lint goes through.
final class BrazeRequest: Sendable {
  let url: WrittenURL
  /// The JSON of its body; nil where there is none in it.
  let body: BodyNode?
  /// What of its URL and headers holds Liquid.
  let head: [BrazeText]
  /// Its body, where that is a text, or what of it holds Liquid, where it is written as YAML.
  let texts: [BrazeText]
  /// What its body may come to; nil where it is written as YAML, or there is none.
  let filled: FilledBody?
  /// Whether it says that its body is JSON, or, where it says nothing, whether the body looks like it.
  let sendsJSON: Bool

  var address: Address { url.address }

  init(_ url: WrittenURL) {
    self.url = url
    let path = url.neighboursPath.appending("body")
    let written = url.neighbours["body"] ?? .null
    let headers = url.neighbours["headers"]
    let headersPath = url.neighboursPath.appending("headers")
    head =
      BrazeText.all(in: .string(url.text), at: url.path, of: url.address, .url)
      + BrazeText.all(in: headers, at: headersPath, of: url.address, .header)
    if case .json = written {
      body = BodyNode(written, nil, at: path)
      texts = BrazeText.all(in: written, at: path, of: url.address, .body)
      filled = nil
      sendsJSON = true
    } else if let readable = WrittenText(numbering: written, at: path) {
      let text = BrazeText(readable, of: url.address, .body)
      body = readable.isVerbatim ? BodyNode(written, text.template, at: path) : nil
      texts = [text]
      let filled = FilledBody(text.template, text.index)
      self.filled = filled
      sendsJSON = Self.contentType(in: headers)?.contains("json") ?? filled.looksLikeJSON
    } else {
      body = nil
      texts = []
      filled = nil
      sendsJSON = false
    }
  }

  /// Where its header for the type of its body says so, in lower case; nil where nobody can tell.
  static func contentType(in headers: Value?) -> String? {
    headers?.members?.first { $0.key.lowercased() == "content-type" }?.value.text?.lowercased()
  }

  /// What Liquid leaves in the text of `node`, which belongs to the body, and in which text that is.
  func outputs(in node: BodyNode) -> [(text: BrazeText, output: Output)] {
    let start = node.offset ?? 0
    let end: Int
    switch node.content {
    case .text(let written): end = start + written.utf8.count
    case .placeholder: end = start + 1
    default: return []
    }
    let range = start..<end
    return texts.filter { $0.path == node.path }.flatMap { text in
      text.template.outputs.filter { range.contains($0.range.lowerBound) }.map { (text, $0) }
    }
  }
}
