/// A tag of YAML's core schema, in the long form.
///
/// YAML 1.2: https://yaml.org/spec/1.2.2/#103-core-schema
enum CoreTag: String, Sendable {
  case string = "tag:yaml.org,2002:str"
  case integer = "tag:yaml.org,2002:int"
  case float = "tag:yaml.org,2002:float"
  case boolean = "tag:yaml.org,2002:bool"
  case null = "tag:yaml.org,2002:null"
  case list = "tag:yaml.org,2002:seq"
  case mapping = "tag:yaml.org,2002:map"

  /// The tag as people write it: `!!str`.
  var shortForm: String { "!!" + rawValue.dropFirst("tag:yaml.org,2002:".count) }

  /// Nil for a tag of somebody else's. A lone `!` says that a scalar is text.
  init?(_ tag: String) {
    self.init(rawValue: tag == "!" ? CoreTag.string.rawValue : tag)
  }
}
