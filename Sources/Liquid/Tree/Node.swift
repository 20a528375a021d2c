/// One piece of a template: text, an output or a tag with its body.
package struct Node: Sendable, Hashable {
  package indirect enum Form: Sendable, Hashable {
    /// What stands outside of braces, after whitespace control.
    case text(String)
    /// `{{ … }}` and `{% echo … %}`.
    case output(Output)
    case assign(Name, Pipeline)
    case capture(Name, Block)
    /// `if` and `unless`: the first branch whose test holds.
    case conditional([Branch])
    /// `case`: every `when` that holds, and each `else` before which none held.
    case choice(Expression, [Branch])
    /// `for` and `tablerow`: the body, or what `otherwise` says where there is nothing to loop over.
    case loop(Loop, body: Block, otherwise: Block?)
    case stop
    case skip
    case cycle(Cycle)
    /// `increment` and `decrement`, by which much.
    case count(Name, step: Int)
    /// Shown only when it differs from what the last such block left.
    case ifChanged(Block)
    /// The content of `raw`.
    case raw(String)
    case comment
    /// Braze's `abort_message`: nothing is sent.
    case abort(Expression?)
    /// A tag of the platform with free arguments.
    case call(Call)
    /// A tag that the dialect does not know.
    case unknown(String)
    /// What opens braces and does not close them, as it is written, up to where Liquid gives up on it.
    case broken(String)
  }

  package let form: Form
  /// Bytes of the template's UTF-8. A tag with a body ends behind its end tag.
  package let range: Range<Int>
}

extension Node {
  /// Whether it never leaves more than blanks.
  var isBlank: Bool {
    switch form {
    case .text(let text): text.utf8.allSatisfy(\.isBlank)
    case .raw(let text): text.isEmpty
    case .assign, .capture, .comment: true
    case .conditional(let branches), .choice(_, let branches): branches.allSatisfy(\.body.isBlank)
    case .loop(_, let body, let otherwise): body.isBlank && otherwise?.isBlank ?? true
    case .ifChanged(let body): body.isBlank
    case .output, .stop, .skip, .cycle, .count, .abort, .call, .unknown, .broken: false
    }
  }
}
