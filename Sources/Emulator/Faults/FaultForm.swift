package import Values

/// Whether a fault is written as `POST /_emulator/faults` takes it.
package enum FaultForm {
  /// Why `value` is no fault, in words; nil where it is one.
  package static func mistake(in value: Value) -> String? {
    do throws(FaultRule.Mistake) {
      _ = try FaultRule.rules(["faults": [value]])
      return nil
    } catch {
      return error.explanation.hasPrefix("faults[0]: ")
        ? String(error.explanation.dropFirst("faults[0]: ".count)) : error.explanation
    }
  }
}
