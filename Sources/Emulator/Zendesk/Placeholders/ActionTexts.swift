internal import Liquid
internal import Values

/// The texts of a rule's actions, with placeholders filled in.
struct ActionTexts {
  let rule: RuleReference
  let moment: RuleMoment

  /// A text that goes to a person: nothing of it decides what an integration does, so that no open
  /// fact counts as touched.
  ///
  /// - Returns: Nil where it cannot be rendered, which the chronicle then says.
  func rendered(_ text: String, _ state: inout ZendeskState) -> Value? {
    let reading = state.life.readings.name(of: .zendeskCommentPlaceholder)
    return kept(render(PlaceholderTemplate(text), reading, escaped: false, state), &state)
      .map { .string($0) }
  }

  /// A text that goes to a server. The open facts that it depends on count as touched.
  ///
  /// - Parameter isJSON: Whether what placeholders insert may be escaped for JSON.
  /// - Returns: Nil where it cannot be rendered, which the chronicle then says.
  func rendered(
    _ text: String,
    forServer isJSON: Bool,
    _ state: inout ZendeskState
  ) -> String? {
    let template = PlaceholderTemplate(text)
    let (escaping, comment) = (OpenFact.zendeskJSONEscaping, OpenFact.zendeskCommentPlaceholder)
    let reading = state.life.readings.name(of: comment)
    let escapes = isJSON && state.life.readings.name(of: escaping) == "escaped"
    let result = render(template, reading, escaped: escapes, state)
    if isJSON, render(template, reading, escaped: !escapes, state) != result {
      _ = state.life.readings.take(escaping, as: "escaped")
    }
    if template.mentionsComments {
      let others = comment.readings.map(\.name).filter { $0 != reading }
      if others.contains(where: { render(template, $0, escaped: escapes, state) != result }) {
        _ = state.life.readings.take(comment, as: reading)
      }
    }
    return kept(result, &state)
  }

  private func render(
    _ text: PlaceholderTemplate,
    _ reading: String,
    escaped: Bool,
    _ state: ZendeskState
  ) -> Result<String, RenderError> {
    let data = PlaceholderData(moment: moment, state: state, commentReading: reading)
    return Result { () throws(RenderError) in
      let options = RenderOptions(now: moment.now, escapesForJSON: escaped)
      let members = data.members(for: text)
      // Zendesk's Liquid has nothing that ends a text before its end.
      return try text.template.render(members, options).text ?? ""
    }
  }

  private func kept(
    _ result: Result<String, RenderError>,
    _ state: inout ZendeskState
  ) -> String? {
    switch result {
    case .success(let text): return text
    case .failure(let error):
      let line = error.text.utf8.prefix(error.range.lowerBound).count { $0 == UInt8(ascii: "\n") }
      state.life.note(
        .templateFailed,
        in: .zendesk,
        at: moment.now,
        cause: rule.entry,
        [
          "rule": rule.document, "ticket": .integer(Int(moment.id) ?? 0),
          "reason": .string("\(error.summary) (line \(line + 1)): \(error.detail)"),
        ]
      )
      return nil
    }
  }
}
