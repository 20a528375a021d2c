internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The page to look at, which is part of the program: it needs no folder and no network.
///
/// Its files lie at `/` and below `/page/`, where neither Zendesk nor Braze has anything.
enum Page {
  private struct File {
    let contentType: String
    let bytes: [UInt8]
  }

  private static let files: [String: File] = [
    "/": File(contentType: "text/html; charset=utf-8", bytes: PackageResources.page_html),
    "/page/icon.svg": File(contentType: "image/svg+xml", bytes: PackageResources.icon_svg),
    "/page/page.css": style(PackageResources.page_css),
    "/page/forms.css": style(PackageResources.forms_css),
    "/page/wire.css": style(PackageResources.wire_css),
    "/page/page.js": script(PackageResources.page_js),
    "/page/describe.js": script(PackageResources.describe_js),
    "/page/dom.js": script(PackageResources.dom_js),
    "/page/edits.js": script(PackageResources.edits_js),
    "/page/parts.js": script(PackageResources.parts_js),
    "/page/phone.js": script(PackageResources.phone_js),
    "/page/server.js": script(PackageResources.server_js),
    "/page/start.js": script(PackageResources.start_js),
    "/page/ticket.js": script(PackageResources.ticket_js),
    "/page/tools.js": script(PackageResources.tools_js),
    "/page/wire.js": script(PackageResources.wire_js),
    "/page/words.js": script(PackageResources.words_js),
  ]

  /// Where the files of the page are.
  static var paths: Set<String> { Set(files.keys) }

  /// The answer to a request for one of the page's files, 404 for one that there is not; nil for
  /// every other request, and for one that names this machine otherwise than its own programs do.
  static func answer(_ request: Hummingbird.Request) -> Hummingbird.Response? {
    guard [.get, .head].contains(request.method), isLoopback(request.head.authority ?? ""),
      let path = request.head.path?.prefix(while: { $0 != "?" }),
      path == "/" || path.hasPrefix("/page/")
    else { return nil }
    guard let file = files[String(path)] else { return Hummingbird.Response(status: .notFound) }
    let response = Hummingbird.Response(
      status: .ok,
      headers: headers(of: file),
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes))
    )
    return request.method == .head ? response.createHeadResponse() : response
  }

  /// The page loads and asks nobody but this server, makes no markup of texts, and is shown in
  /// nobody's frame. It is not kept, lest a newer program is looked at by an older page.
  private static func headers(of file: File) -> HTTPFields {
    [
      .contentType: file.contentType,
      .cacheControl: "no-store",
      .contentSecurityPolicy:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'",
      .xContentTypeOptions: "nosniff",
      .crossOriginResourcePolicy: "same-origin",
    ]
  }

  private static func isLoopback(_ authority: String) -> Bool {
    ["127.0.0.1", "localhost", "[::1]"].contains { host in
      authority == host || authority.hasPrefix(host + ":")
    }
  }

  private static func script(_ bytes: [UInt8]) -> File {
    File(contentType: "text/javascript; charset=utf-8", bytes: bytes)
  }

  private static func style(_ bytes: [UInt8]) -> File {
    File(contentType: "text/css; charset=utf-8", bytes: bytes)
  }
}
