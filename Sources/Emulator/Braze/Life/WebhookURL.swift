internal import HTTPTypes
internal import Messages
internal import Values

/// The URL of a webhook message as it came out of its template.
enum WebhookURL {
  /// "Braze only allows URLs that communicate over standard ports `80` (HTTP) and `443` (HTTPS)":
  /// <https://www.braze.com/docs/user_guide/channels/webhooks/create_a_webhook>. A port of this
  /// machine stands for the emulated systems, whatever its number.
  static func checked(
    _ text: String,
    _ readings: inout Readings
  ) throws(MessageText.Stop) -> String {
    let url = String(KeywordCategory.trimmed(text))
    guard url == text || readings.take(.brazeURLBlanks, as: "cut-off") else {
      throw .failed("the URL begins or ends with a blank or a line break")
    }
    let shown = Concealment.url(url)
    guard !url.contains(where: { $0.isWhitespace || $0.isNewline }) else {
      throw .failed("the URL has a blank or a line break in it: \(shown)")
    }
    guard let request = EmulatedRequest(Request(.get, url)) else {
      throw .failed("this is no URL of http or https: \(shown)")
    }
    let origin = request.origin
    let standard = origin.scheme == "https" ? 443 : 80
    guard origin.isLoopback || (origin.port ?? standard) == standard else {
      throw .failed("Braze calls the ports 80 and 443 alone: \(shown)")
    }
    return url
  }
}
