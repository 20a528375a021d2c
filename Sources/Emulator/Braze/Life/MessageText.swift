internal import Liquid
internal import Values

/// The texts of a message, rendered for one user.
struct MessageText: Sendable {
  /// Why there is none.
  enum Stop: Error, Sendable, Hashable {
    /// `abort_message`.
    case aborted(String)
    case failed(String)
  }

  private let data: Members
  private let options: RenderOptions

  /// - Parameter now: Seconds since 1970.
  init(_ data: Members, now: Int) {
    self.data = data
    options = RenderOptions(now: now)
  }

  /// - Parameter place: What the template is, for a message: `the body`.
  func render(_ template: String, as place: String) throws(Stop) -> String {
    let rendering: Rendering
    do throws(RenderError) {
      rendering = try Template(template, dialect: .braze).render(data, options)
    } catch {
      let block = error.block.map { "the content block \($0)" } ?? place
      throw .failed(
        "\(block), \(error.place): \(error.summary). \(error.detail)"
      )
    }
    switch rendering {
    case .text(let text): return text
    case .aborted(let reason): throw .aborted(reason)
    }
  }
}
