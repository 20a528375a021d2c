internal import AsyncHTTPClient
internal import HTTPTypes
package import Messages
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL

/// Sends requests over the network.
///
/// Connections are kept and shared, HTTP/2 is spoken where the server offers it, and redirects are
/// never followed: they would carry credentials elsewhere. It must be shut down after use.
package final class HTTPTransport: Transport {
  /// The most bytes of an answer.
  package static let bodyLimit = 64 << 20

  private static let connectTimeout = TimeAmount.seconds(10)
  private static let connectionLimit = 64

  private let client: HTTPClient
  private let userAgent: String
  private let requestTimeout: TimeAmount
  private let bodyLimit: Int

  /// - Parameters:
  ///   - userAgent: `lockstep/` and the version.
  ///   - timeout: The longest time of a request, from the first attempt to connect to the last byte
  ///     of the answer.
  package convenience init(userAgent: String, timeout: Duration = .seconds(60)) {
    self.init(userAgent: userAgent, timeout: timeout, bodyLimit: HTTPTransport.bodyLimit)
  }

  init(userAgent: String, timeout: Duration, bodyLimit: Int) {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: HTTPTransport.connectTimeout)
    )
    // Whether to try again is decided in one place, by the retry policy.
    configuration.connectionPool.retryConnectionEstablishment = false
    // How many requests are in flight is the callers' business; none is to wait for a connection.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit =
      HTTPTransport.connectionLimit
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    self.userAgent = userAgent
    requestTimeout = TimeAmount(timeout)
    self.bodyLimit = bodyLimit
  }

  package func send(_ request: Messages.Request) async throws(TransportError) -> Messages.Response {
    let collector = ResponseCollector(limit: bodyLimit)
    do {
      let body: HTTPClient.Body? = request.body.isEmpty ? nil : .bytes(request.body)
      let outgoing = try HTTPClient.Request(
        url: request.url,
        method: HTTPMethod(rawValue: request.method.rawValue),
        headers: headers(of: request),
        body: body
      )
      // The future, not the asynchronous function: its deadline covers the body of the answer too,
      // and an interrupted task lets the request in flight end.
      return try await client.execute(
        request: outgoing,
        delegate: collector,
        deadline: .now() + requestTimeout
      ).get()
    } catch {
      throw transportError(error, host: request.host, wasSent: collector.wasSent)
    }
  }

  /// Closes all connections. Nothing can be sent afterwards.
  package func shutdown() async {
    do {
      try await client.shutdown()
    } catch {
      // A connection that does not close in order concerns nobody: its answers have been read.
    }
  }

  private func headers(of request: Messages.Request) -> HTTPHeaders {
    var headers = HTTPHeaders()
    for field in request.headers { headers.add(name: field.name.rawName, value: field.value) }
    headers.replaceOrAdd(name: "user-agent", value: userAgent)
    return headers
  }

  private func transportError(
    _ error: any Error,
    host: String,
    wasSent: Bool
  ) -> TransportError {
    switch error {
    case is ResponseCollector.TooLarge:
      return TransportError(
        .tooLarge,
        "\(host) answered more than \(bodyLimit >> 20) MiB",
        mayHaveTakenEffect: wasSent
      )
    case let error as HTTPParserError where error != .invalidEOFState:
      return TransportError(
        .garbled,
        "what \(host) answers is no HTTP, or has headers beyond all measure",
        mayHaveTakenEffect: wasSent
      )
    case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError,
      HTTPClientError.tlsHandshakeTimeout as HTTPClientError:
      if wasSent { break }
      return TransportError(
        .tls,
        "no trusted connection to \(host): \(HTTPTransport.reason(ofTLS: error))",
        mayHaveTakenEffect: false
      )
    case HTTPClientError.connectTimeout as HTTPClientError,
      HTTPClientError.getConnectionFromPoolTimeout as HTTPClientError:
      return TransportError(
        .timeout,
        "\(host) did not accept a connection within "
          + "\(HTTPTransport.connectTimeout.nanoseconds / 1_000_000_000) seconds",
        mayHaveTakenEffect: false
      )
    case HTTPClientError.deadlineExceeded as HTTPClientError,
      HTTPClientError.readTimeout as HTTPClientError,
      HTTPClientError.writeTimeout as HTTPClientError:
      return TransportError(
        .timeout,
        "\(host) did not answer within \(requestTimeout.nanoseconds / 1_000_000_000) seconds",
        mayHaveTakenEffect: wasSent
      )
    default: break
    }
    guard wasSent else {
      return TransportError(
        .unreachable,
        "no connection to \(host): it has no address, or nothing listens there",
        mayHaveTakenEffect: false
      )
    }
    return TransportError(
      .disconnected,
      "the connection to \(host) broke before the whole answer was there",
      mayHaveTakenEffect: true
    )
  }

  private static func reason(ofTLS error: any Error) -> String {
    switch error {
    case let error as NIOSSLExtraError where error == .failedToValidateHostname:
      "its certificate is for another host"
    case is HTTPClientError: "it did not finish the TLS handshake"
    case NIOSSLError.unableToValidateCertificate: "its certificate is not trusted"
    case NIOSSLError.handshakeFailed:
      "the TLS handshake failed: its certificate is not trusted, or it does not speak TLS"
    default: "TLS failed"
    }
  }
}

extension Messages.Request {
  /// Host and port, for messages.
  fileprivate var host: String {
    let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
    return String(url[start...].prefix { $0 != "/" && $0 != "?" })
  }
}
