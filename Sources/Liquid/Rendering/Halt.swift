/// What ends a rendering before its end.
enum Halt: Error {
  case fault(Fault)
  /// Braze's `abort_message`, with its reason.
  case abort(String)

  static func argument(_ detail: String) -> Halt { .fault(Fault(.argument, detail)) }
  static func unsupported(_ detail: String) -> Halt { .fault(Fault(.unsupported, detail)) }
}
