/// How a template is rendered.
package struct RenderOptions: Sendable {
  /// How much a rendering may take.
  package struct Limits: Sendable {
    /// Bytes of UTF-8 that it leaves, and that one text on the way may have.
    package var output: Int
    /// Units, of about a byte read or made.
    package var work: Int

    package init(output: Int = 1 << 22, work: Int = 1 << 25) {
      self.output = output
      self.work = work
    }
  }

  /// What `'now'` is, in seconds since 1970-01-01T00:00:00Z.
  package var now: Int
  /// A filter that the dialect lacks is an error. Else it passes its input on, as Liquid does.
  package var isStrict: Bool
  /// What outputs leave is escaped for a string of JSON.
  ///
  /// Zendesk is said to do so in the body of a JSON webhook, which its documents do not confirm.
  package var escapesForJSON: Bool
  package var limits: Limits

  package init(
    now: Int,
    isStrict: Bool = false,
    escapesForJSON: Bool = false,
    limits: Limits = Limits()
  ) {
    self.now = now
    self.isStrict = isStrict
    self.escapesForJSON = escapesForJSON
    self.limits = limits
  }
}
