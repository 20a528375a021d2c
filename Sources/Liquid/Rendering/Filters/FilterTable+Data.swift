internal import Values

extension FilterTable {
  /// Braze's filters for JSON and data.
  ///
  /// https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/filters
  static let dataFilters: [String: Entry] = [
    "json_escape": Entry(0...0) { call throws(Halt) in try call.made(JSONText.escaped(call.text()))
    },
    "as_json_string": Entry(0...0) { call throws(Halt) in
      // What it holds is paid for before it is written.
      _ = try call.text()
      return try call.made(call.input.value(call.meter).json())
    },
    "json_parse": Entry(0...0) { call throws(Halt) in
      let text = try call.text()
      // A value takes more memory than its text.
      try call.meter.charge(steps: text.utf8.count / 2)
      do throws(JSONError) {
        return .value(try Value(json: text))
      } catch {
        throw .argument("This is not JSON: \(error).")
      }
    },
    "property_accessor": Entry(1...1) { call throws(Halt) in
      try call.input.element(at: call.argument(0), call.meter)
    },
    // It names the content block that it stands behind, and changes nothing.
    "id": Entry(0...1) { call throws(Halt) in call.input },
  ]
}
