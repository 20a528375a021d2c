internal import CYAMLShim

/// Why the shim could not read a text to its end, and where.
struct Fault {
  let kind: cyaml_fault
  /// The byte or Unicode scalar that is to blame, where one is.
  let value: UInt32
  let place: cyaml_mark
  /// What libyaml calls a syntax error; "" for other kinds.
  let problem: String
  /// What libyaml was doing when it met a syntax error.
  let context: String?
  /// Where that which it was doing began.
  let opening: cyaml_mark

  init(_ error: cyaml_error) {
    unsafe kind = error.fault
    unsafe value = error.value
    unsafe place = error.place
    unsafe problem = error.problem.map { unsafe String(cString: $0) } ?? ""
    unsafe context = error.context.map { unsafe String(cString: $0) }
    unsafe opening = error.context_place
  }
}
