internal import Values

extension Members {
  /// The value of `key`, if it is one: null stands for nothing.
  func written(_ key: String) -> Value? {
    self[key].flatMap { $0.isNull ? nil : $0 }
  }
}
