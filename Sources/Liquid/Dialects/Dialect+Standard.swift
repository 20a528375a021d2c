extension Dialect {
  /// Shopify's Liquid 5 without templates that include others.
  ///
  /// https://shopify.github.io/liquid/
  package static let liquid = Dialect(
    title: "Liquid",
    tags: standardTags,
    filters: standardFilters,
    readsAttributes: false,
    dropsHTMLComments: false,
    namespaces: [],
    advice: standardAdvice
  )

  static let standardTags: [String: TagGrammar] = [
    "assign": .assign, "capture": .capture, "if": .if, "unless": .unless, "case": .case,
    "for": .for, "tablerow": .tableRow, "cycle": .cycle, "increment": .increment,
    "decrement": .decrement, "comment": .comment, "doc": .comment, "#": .inlineComment,
    "raw": .raw, "echo": .echo, "liquid": .liquid, "ifchanged": .ifChanged, "break": .break,
    "continue": .continue,
  ]

  static let standardFilters: Set<String> = [
    "abs", "append", "at_least", "at_most", "base64_decode", "base64_encode",
    "base64_url_safe_decode", "base64_url_safe_encode", "capitalize", "ceil", "compact", "concat",
    "date", "default", "divided_by", "downcase", "escape", "escape_once", "find", "find_index",
    "first", "floor", "h", "has", "join", "last", "lstrip", "map", "minus", "modulo",
    "newline_to_br", "plus", "prepend", "reject", "remove", "remove_first", "remove_last",
    "replace", "replace_first", "replace_last", "reverse", "round", "rstrip", "size", "slice",
    "sort", "sort_natural", "split", "squish", "strip", "strip_html", "strip_newlines", "sum",
    "times", "truncate", "truncatewords", "uniq", "upcase", "url_decode", "url_encode", "where",
  ]

  static let standardAdvice: [String: String] = [
    "to_i": " To make a number of text, write \"plus: 0\".",
    "to_f": " To make a number of text, write \"plus: 0.0\".",
    "to_s": " To make text of a number, write \"append: ''\".",
  ]
}
