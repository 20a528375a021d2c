/// The faults that are still to come.
struct FaultBook: Sendable {
  private(set) var rules: [FaultRule] = []

  mutating func add(_ further: [FaultRule]) {
    rules += further
  }

  mutating func clear() {
    rules = []
  }

  /// The first rule whose turn it is with `request`, counted down; rules with nothing left go.
  mutating func draw(for request: EmulatedRequest) -> FaultRule? {
    for index in rules.indices where rules[index].matches(request) {
      if rules[index].skip > 0 {
        rules[index].skip -= 1
        continue
      }
      let rule = rules[index]
      rules[index].times -= 1
      if rules[index].times == 0 { rules.remove(at: index) }
      return rule
    }
    return nil
  }
}
