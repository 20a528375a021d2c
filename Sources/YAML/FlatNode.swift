internal import CYAMLShim
internal import Diagnostics

extension cyaml_node {
  var isScalar: Bool { kind == UInt8(CYAML_SCALAR.rawValue) }
  var isMapping: Bool { kind == UInt8(CYAML_MAPPING.rawValue) }
  var isAlias: Bool { kind == UInt8(CYAML_ALIAS.rawValue) }

  var scalarStyle: Scalar.Style {
    switch cyaml_style(UInt32(style)) {
    case CYAML_SINGLE_QUOTED: .singleQuoted
    case CYAML_DOUBLE_QUOTED: .doubleQuoted
    case CYAML_LITERAL: .literal
    case CYAML_FOLDED: .folded
    default: .plain
    }
  }
}

extension SourceRange.Position {
  init(_ mark: cyaml_mark) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
