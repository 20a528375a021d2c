internal import Diagnostics
internal import Emulator
internal import Model
internal import Spec
internal import Values
internal import YAML

/// What is done.
extension ScenarioReader {
  private static let doings = [
    "sms", "reply", "update", "create", "request", "event", "attributes", "wait", "fault",
    "together",
  ]

  mutating func step(_ node: Node) -> Step? {
    let keys = Self.doings + ["about", "expect", "nothing_else"]
    guard let form = form(node, label: "A step", keys: keys) else { return nil }
    let chosen = Self.doings.compactMap { form[$0] }
      .sorted { $0.keyRange.start < $1.keyRange.start }
    guard let entry = chosen.first else {
      if !form.isMistyped {
        findings.report(
          "invalid-step",
          "Step without a doing",
          "A step does one thing. Write one of \(Self.doings.joined(separator: ", ")).",
          at: node.range
        )
      }
      // What it expects may be wrong as well, and names tickets of which later steps speak.
      if let expected = form["expect"] { _ = expectations(expected) }
      return nil
    }
    for other in chosen.dropFirst() {
      findings.report(
        "conflicting-keys",
        "Conflicting keys",
        "A step does one thing, and this one has both \"\(entry.key)\" and \"\(other.key)\". "
          + "Make two steps of it.",
        at: other.keyRange
      )
    }
    let doing = self.doing(entry)
    let about = text(form["about"])
    let (expectations, excludesAll) = form["expect"].map { self.expectations($0) } ?? ([], false)
    let excludesOthers = boolean(form["nothing_else"]) ?? false
    guard let doing else { return nil }
    return Step(
      place: entry.keyRange.place,
      label: doing.label,
      about: about,
      doing: doing,
      expectations: expectations,
      excludesOthers: excludesOthers || excludesAll
    )
  }

  mutating func doing(_ entry: Findings.Entry) -> Doing? {
    switch entry.key {
    case "sms": sms(entry)
    case "reply": reply(entry)
    case "update": update(entry)
    case "create": create(entry)
    case "request": request(entry)
    case "event": event(entry)
    case "attributes": attributes(entry)
    case "wait": wait(entry)
    case "fault": fault(entry)
    default: together(entry)
    }
  }

  private mutating func sms(_ entry: Findings.Entry) -> Doing? {
    let keys = ["from", "to", "text"]
    guard let form = form(entry.value, label: "\"sms\"", keys: keys, required: keys) else {
      return nil
    }
    let from = person(form["from"], as: .profile)
    let group = group(form["to"])
    guard let text = text(form["text"]), let from, let group else { return nil }
    if case .profile(let profile)?? = roles[from] {
      checkNumber(from, profile, at: form["from"]?.value.range)
    }
    return .sms(from: from, group: group, text: text)
  }

  /// Reports a profile whose phone is none that the emulated carrier knows.
  private mutating func checkNumber(
    _ name: String,
    _ profile: Person.Profile,
    at range: SourceRange?
  ) {
    var problem = "\"\(name)\" has no \"phone\" that an SMS could come from."
    if let phone = profile.attributes["phone"]?.text {
      if phone.hasPrefix("+"), phone.count > 1,
        phone.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
      {
        return
      }
      problem =
        "\"\(name)\" has the phone \"\(phone)\", from which no SMS comes. Write \"+\", the country's code "
        + "and the number, digits alone: \"+15550100\"."
    }
    findings.report("wrong-role", "Person in another role", problem, at: range)
  }

  mutating func group(_ entry: Findings.Entry?) -> Address? {
    guard let entry, let name = text(entry) else { return nil }
    return resource(named: name, in: "braze", "subscription_groups", at: entry.value.range)
  }

  private mutating func event(_ entry: Findings.Entry) -> Doing? {
    let keys = ["user", "name", "properties"]
    guard
      let form = form(entry.value, label: "\"event\"", keys: keys, required: ["user", "name"])
    else { return nil }
    let user = person(form["user"], as: .profile)
    let properties = members(form["properties"]) ?? [:]
    guard let name = text(form["name"]), let user else { return nil }
    return .event(user: user, name: name, properties: properties)
  }

  private mutating func attributes(_ entry: Findings.Entry) -> Doing? {
    let keys = ["user", "set"]
    guard let form = form(entry.value, label: "\"attributes\"", keys: keys, required: keys) else {
      return nil
    }
    let user = person(form["user"], as: .profile)
    guard let values = members(form["set"]), let user else { return nil }
    return .attributes(user: user, values: values)
  }

  private mutating func request(_ entry: Findings.Entry) -> Doing? {
    let keys = ["to", "method", "path", "json"]
    guard
      let form = form(
        entry.value,
        label: "\"request\"",
        keys: keys,
        required: ["to", "method", "path"]
      )
    else { return nil }
    let system = choice(form["to"], of: ["zendesk", "braze"])
    let method = choice(form["method"], of: ["GET", "POST", "PUT", "PATCH", "DELETE"])
    let path = text(form["path"])
    let json = form["json"].flatMap { value(of: $0.value, label: "json") }
    guard let system, let method, let path, let range = form["path"]?.value.range else {
      return nil
    }
    guard path.hasPrefix("/"), !path.contains(where: \.isWhitespace) else {
      findings.report(
        "invalid-path",
        "Invalid path",
        "A path begins with \"/\" and has no blank in it, such as /api/v2/tickets.json.",
        at: range
      )
      return nil
    }
    guard !path.lowercased().contains("_emulator") else {
      findings.report(
        "invalid-path",
        "Invalid path",
        "The emulator's own door is not for scenarios, which would be told otherwise than they are "
          + "played. What it does there is a step of its own: sms, update, wait, fault.",
        at: range
      )
      return nil
    }
    for name in Placeholders.names(in: path) { requireName(name, at: range) }
    return .request(system: system, method: method, path: path, json: json)
  }

  /// Reports a `{name}` of nothing that is known by then.
  private mutating func requireName(_ name: String, at range: SourceRange) {
    guard !tickets.contains(name), roles[name] == nil else { return }
    if let address = Address(name), catalog.contains(address) { return }
    let names = tickets.sorted() + roles.keys.sorted()
    findings.report(
      "unknown-ticket",
      "Unknown ticket",
      "\"{\(name)}\" stands for the number of a ticket that an earlier step named, for the id of a "
        + "person or of a resource, and there is none of that name yet."
        + findings.suggestion(for: name, in: names),
      at: range
    )
  }

  private mutating func wait(_ entry: Findings.Entry) -> Doing? {
    guard let text = text(entry) else { return nil }
    if let seconds = Duration.scenarioSeconds(text) { return .wait(seconds) }
    findings.report(
      "invalid-duration",
      "Invalid span of time",
      "\"\(text)\" is no span of time up to a year. Write a whole number and seconds, minutes, hours or days, "
        + "such as 4 days.",
      at: entry.value.range
    )
    return nil
  }

  private mutating func fault(_ entry: Findings.Entry) -> Doing? {
    guard let value = value(of: entry.value, label: "fault") else { return nil }
    guard let mistake = FaultForm.mistake(in: value) else { return .fault(value) }
    findings.report(
      "invalid-fault",
      "Invalid fault",
      "This is no fault that the emulator knows: \(mistake).",
      at: entry.value.range
    )
    return nil
  }
}

extension Duration {
  /// The seconds of `4 days`; nil where `text` is no such span, or one of more than a year.
  static func scenarioSeconds(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    let units = ["second": 1, "minute": 60, "hour": 3_600, "day": 86_400]
    guard words.count == 2, let number = Int(words[0]), (0...31_536_000).contains(number) else {
      return nil
    }
    let unit = words[1].hasSuffix("s") ? String(words[1].dropLast()) : String(words[1])
    guard let factor = units[unit] else { return nil }
    let seconds = number * factor
    return seconds <= 366 * 86_400 ? seconds : nil
  }
}
