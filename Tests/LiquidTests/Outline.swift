import Values

@testable import Liquid

/// A tree as one line of text, so that a table can hold it.
enum Outline {
  static func of(_ block: Block) -> String {
    block.nodes.map(of).joined(separator: " ")
  }

  static func of(_ node: Node) -> String {
    switch node.form {
    case .text(let text): Value.string(text).json()
    case .output(let output): "out(\(of(output.pipeline)))"
    case .assign(let name, let pipeline): "\(name.text)=(\(of(pipeline)))"
    case .capture(let name, let body): "\(name.text)={\(of(body))}"
    case .conditional(let branches): "if" + branches.map(of).joined()
    case .choice(let subject, let branches): "case(\(of(subject)))" + branches.map(of).joined()
    case .loop(let loop, let body, let otherwise): of(loop) + of(body, otherwise)
    case .stop: "break"
    case .skip: "continue"
    case .cycle(let cycle):
      "cycle(\(cycle.group.map { of($0) + ": " } ?? "")\(of(cycle.values)))"
    case .count(let name, let step): "\(name.text)+=\(step)"
    case .ifChanged(let body): "changed{\(of(body))}"
    case .raw(let text): "raw\(Value.string(text).json())"
    case .comment: "#"
    case .abort(let reason): "abort(\(reason.map(of) ?? ""))"
    case .call(let call): of(call)
    case .unknown(let name): "?\(name)"
    case .broken(let text): "broken\(Value.string(text).json())"
    }
  }

  static func of(_ pipeline: Pipeline) -> String {
    pipeline.filters.reduce(pipeline.value.map(of) ?? "") { text, filter in
      let options = filter.options.map { "\($0.name.text): \(of($0.value))" }
      let arguments = filter.arguments.map(of) + options
      return text + " | " + filter.name.text
        + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))")
    }
  }

  static func of(_ expression: Expression) -> String {
    switch expression.form {
    case .literal(let value): value.json()
    case .empty: "empty"
    case .blank: "blank"
    case .span(let first, let last): "(\(of(first))..\(of(last)))"
    case .variable(let variable): of(variable)
    }
  }

  static func of(_ condition: Condition) -> String {
    zip(condition.comparisons, [nil] + condition.connectives.map { Optional($0) })
      .map { comparison, connective in
        let sign = comparison.operator.map { " \($0.rawValue) " } ?? ""
        return (connective.map { " \($0.rawValue) " } ?? "") + of(comparison.left) + sign
          + (comparison.right.map(of) ?? "")
      }
      .joined()
  }

  private static func of(_ expressions: [Expression]) -> String {
    expressions.map(of).joined(separator: ", ")
  }

  private static func of(_ variable: Variable) -> String {
    let root =
      switch variable.root {
      case .name(let name): name
      case .attribute(let namespace, let key): "\(namespace ?? "")$<\(key)>"
      case .computed(let name): "[\(of(name))]"
      }
    return variable.path.reduce(root) { text, step in
      switch step {
      case .member(let name): "\(text).\(name)"
      case .index(let index): "\(text)[\(of(index))]"
      }
    }
  }

  private static func of(_ branch: Branch) -> String {
    let test =
      switch branch.test {
      case .condition(let condition, let isNegated): (isNegated ? "!" : "") + "(\(of(condition)))"
      case .values(let values): "[\(of(values))]"
      case .otherwise: ""
      }
    return "\(test){\(of(branch.body))}"
  }

  private static func of(_ body: Block, _ otherwise: Block?) -> String {
    "{\(of(body))}" + (otherwise.map { "{\(of($0))}" } ?? "")
  }

  private static func of(_ loop: Loop) -> String {
    var parts = ["\(loop.variable.text) in \(of(loop.collection))"]
    if loop.isReversed { parts.append("reversed") }
    if let limit = loop.limit { parts.append("limit \(of(limit))") }
    switch loop.offset {
    case .value(let offset): parts.append("offset \(of(offset))")
    case .continue: parts.append("offset continue")
    case nil: break
    }
    guard case .table(let columns) = loop.layout else {
      return "for(\(parts.joined(separator: " ")))"
    }
    if let columns { parts.append("cols \(of(columns))") }
    return "table(\(parts.joined(separator: " ")))"
  }

  private static func of(_ call: Call) -> String {
    func text(_ pieces: [Call.Piece]) -> String {
      pieces.map { piece in
        switch piece {
        case .text(let text): text
        case .output(let output): "<\(of(output.pipeline))>"
        }
      }
      .joined()
    }
    return "\(call.name.text)(\(text(call.subject))"
      + call.options.map { ", \($0.name.text)=\(text($0.value))" }.joined() + ")"
  }
}
