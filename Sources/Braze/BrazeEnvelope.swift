internal import Client
internal import Values

/// Braze's answers: `message`, which is `success` or says what is wrong, and `errors`.
///
/// https://www.braze.com/docs/api/errors/
enum BrazeEnvelope {
  /// The most values in an answer: more than a list's page may hold.
  private static let valueLimit = 10_000_000

  /// What was said of a failure.
  static func message(in body: [UInt8]) -> ServerMessage {
    guard let answer = answer(body) else { return ServerMessage(Excerpt.text(of: body)) }
    let sentences = sentences(of: answer)
    guard !sentences.isEmpty else { return ServerMessage(Excerpt.text(of: body)) }
    let text = sentences.joined(separator: "; ")
    return ServerMessage(text, isOfAbsence: absences.contains { text.contains($0) })
  }

  /// The same of an answer whose status is that of success; nil where its words are, too.
  ///
  /// `success` with `errors` is a failure: what Braze did not take, nobody else would tell.
  static func fault(in body: [UInt8]) -> ServerMessage? {
    // What is no envelope at all is found to be none by whoever reads it.
    guard let answer = answer(body) else { return nil }
    guard answer["message"] != nil else {
      return ServerMessage("the answer has no \"message\", with which Braze says that all is well")
    }
    return sentences(of: answer).isEmpty ? nil : message(in: body)
  }

  /// Nil for what is no envelope: anything may stand in front of the API and answer in its own way.
  private static func answer(_ body: [UInt8]) -> Members? {
    var budget = valueLimit
    do throws(JSONError) {
      return try Value(json: body, budget: &budget).members
    } catch {
      // Text, or a page of HTML: what it says is shown as it is.
      return nil
    }
  }

  /// What is wrong; nothing where all is well.
  private static func sentences(of answer: Members) -> [String] {
    let message = answer["message"]?.scalarText.flatMap { $0.lowercased() == success ? nil : $0 }
    return [message].compactMap(\.self) + (answer["errors"]?.items ?? []).map(sentence)
  }

  private static let success = "success"

  /// What Braze says of the id of something that is not there.
  private static let absences = ["is invalid for this workspace", "has been deleted"]

  private static func sentence(_ error: Value) -> String {
    error.scalarText ?? error["message"]?.scalarText ?? error["type"]?.scalarText ?? error.json()
  }
}
