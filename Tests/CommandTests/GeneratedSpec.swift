import Values

/// A spec made by chance, the same for the same seed.
struct GeneratedSpec {
  private var random: Randomness
  private let names: Int
  private let hasHandwork: Bool

  /// - Parameters:
  ///   - shape: Decides which resources there are and what can never be changed of them.
  ///   - content: Decides everything else.
  ///   - hasHandwork: Whether there is something that only a person can make.
  init(shape: UInt64, content: UInt64, hasHandwork: Bool = false) {
    self.hasHandwork = hasHandwork
    var structure = Randomness(seed: shape)
    names = structure.upTo(3) + 1
    kinds = (0..<names).map { _ in structure.one(of: ["text", "dropdown", "checkbox", "integer"]) }
    eventful = (0..<names).map { _ in structure.chance() }
    random = Randomness(seed: content &* 7919 &+ shape)
  }

  private let kinds: [String]
  private let eventful: [Bool]

  /// The spec's text.
  mutating func text() -> String {
    var lines = ["version: 1", "environments:", "  local: {emulator: .lockstep/local}", "zendesk:"]
    lines.append("  user_fields:")
    for index in 0..<names { lines += profileField(index) }
    lines.append("  organization_fields:")
    for index in 0..<names { lines += profileField(index) }
    lines += ["  ticket_fields:", "    system_priority: {title: Priority, external: true}"]
    for index in 0..<names { lines += ticketField(index) }
    lines.append("  ticket_forms:")
    for index in 0..<names { lines += form(index) }
    lines += ["  groups:", "    founding: {name: Support, description: null, external: true}"]
    for index in 0..<names { lines += group(index) }
    lines += ["  brands:", "    ours:", "      name: \(label("Ours"))", "      subdomain: ours"]
    if random.chance() { lines.append("      active: \(random.chance())") }
    lines.append("  automations:")
    for index in 0..<names { lines += automation(index) }
    lines.append("  webhooks:")
    for index in 0..<names { lines += webhook(index) }
    lines.append("  trigger_categories:")
    let grouped = (0..<names).map { _ in random.upTo(names) }
    for index in 0..<names { lines += category(index, members: grouped) }
    lines.append("  triggers:")
    for index in 0..<names { lines += trigger(index, category: grouped[index]) }
    lines += ["braze:", "  content_blocks:"]
    for index in 0..<names { lines += contentBlock(index) }
    if hasHandwork { lines += handwork() }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func profileField(_ index: Int) -> [String] {
    var lines = [
      "    field_\(index):", "      type: \(kinds[index])",
      "      title: \(label("Field \(index)"))",
    ]
    if random.chance() {
      lines.append("      description: \(random.one(of: ["null", "''", label("d")]))")
    }
    if random.chance() { lines.append("      active: \(random.chance())") }
    if kinds[index] == "dropdown" {
      lines.append("      custom_field_options:")
      for option in random.shuffled(Array(0...random.upTo(4))) {
        lines.append("        - {name: \(label("Option")), value: field_\(index)_option_\(option)}")
      }
    }
    if kinds[index] == "checkbox" { lines.append("      tag: checked_\(index)") }
    return lines
  }

  private mutating func ticketField(_ index: Int) -> [String] {
    let isDropdown = kinds[index] == "dropdown"
    var lines = [
      "    ticket_field_\(index):", "      type: \(isDropdown ? "tagger" : kinds[index])",
      "      title: \(label("Ticket field \(index)"))",
    ]
    for name in ["description", "title_in_portal", "agent_description"] where random.chance() {
      lines.append("      \(name): \(label(name))")
    }
    for name in ["active", "required", "visible_in_portal"] where random.chance() {
      lines.append("      \(name): \(random.chance())")
    }
    if isDropdown {
      lines.append("      custom_field_options:")
      for option in random.shuffled(Array(0...random.upTo(4))) {
        let more = random.one(of: ["", ", default: false"])
        lines.append("        - {name: \(label("O")), value: ticket_\(index)_\(option)\(more)}")
      }
    }
    return lines
  }

  private mutating func form(_ index: Int) -> [String] {
    var fields = (0..<names).map { "ticket_field_\($0)" }
    if random.chance() { fields.append("system_priority") }
    let references = random.shuffled(fields).map { "!ref zendesk.ticket_fields.\($0)" }
    var lines = [
      "    form_\(index):", "      name: \(label("Form \(index)"))",
      "      ticket_field_ids: [\(references.joined(separator: ", "))]",
    ]
    if random.chance() {
      lines.append("      end_user_conditions:")
      for value in 0..<random.upTo(3) {
        lines += [
          "        - parent_field_id: \(references[0])", "          value: v\(value)",
          "          child_fields: [{id: \(references[references.count - 1]), is_required: true}]",
        ]
      }
      if !(lines.last ?? "").contains("child_fields") { lines[lines.count - 1] += " []" }
    }
    return lines
  }

  private mutating func group(_ index: Int) -> [String] {
    // A private group cannot be made public.
    let isPublic = random.chance() ? "\n      is_public: \(kinds[index] == "text")" : ""
    return [
      "    desk_\(index):", "      name: \(label("Desk \(index)"))\(isPublic)",
      "      description: \(random.one(of: ["null", "''", label("d")]))",
    ]
  }

  private mutating func automation(_ index: Int) -> [String] {
    [
      "    hourly_\(index):", "      title: \(label("Hourly \(index)"))", "      conditions:",
      "        all:", "          - {field: status, operator: is, value: pending}",
      "          - {field: PENDING, operator: greater_than, value: \(index * 100 + random.upTo(99))}",
      "          - {field: group_id, operator: is, value: !ref zendesk.groups.desk_\(random.upTo(names))}",
      "      actions: [{field: status, value: solved}]",
    ]
  }

  private mutating func webhook(_ index: Int) -> [String] {
    var lines = [
      "    hook_\(index):", "      name: Hook \(index)",
      "      endpoint: https://example.com/\(random.upTo(1000))",
      "      http_method: \(eventful[index] ? "POST" : random.one(of: ["GET", "POST", "PUT"]))",
      "      request_format: json",
    ]
    if eventful[index] { lines.append("      subscriptions: ['zen:event-type:user.created']") }
    if random.chance() { lines.append("      status: \(random.one(of: ["active", "inactive"]))") }
    if random.chance() {
      lines.append("      description: \(random.one(of: ["null", label("x")]))")
    }
    switch random.upTo(4) {
    case 0: lines.append("      authentication: {type: bearer_token, data: {token: !env TOKEN}}")
    case 1:
      lines.append("      authentication:")
      lines.append("        type: basic_auth")
      lines.append("        data: {username: user\(random.upTo(3)), password: !env TOKEN}")
    case 2: lines.append("      authentication: null")
    default: break
    }
    if random.chance() {
      let headers = (0..<random.upTo(3)).map { "X-H\($0): value \(random.upTo(9))" }
      lines.append("      custom_headers: {\(headers.joined(separator: ", "))}")
    }
    return lines
  }

  private mutating func category(_ index: Int, members: [Int]) -> [String] {
    var lines = ["    group_\(index):", "      name: \(label("Group \(index) é"))"]
    let own = members.enumerated().filter { $0.element == index }.map(\.offset)
    if !own.isEmpty, random.chance() {
      let names = random.shuffled(own).map { "rule_\($0)" }
      lines.append("      order: [\(names.joined(separator: ", "))]")
    }
    return lines
  }

  private mutating func trigger(_ index: Int, category: Int) -> [String] {
    let hook = eventful.firstIndex(of: false)
    var lines = [
      "    rule_\(index):", "      title: Rule \(index)",
      "      category_id: !ref zendesk.trigger_categories.group_\(category)",
      "      conditions:", "        \(random.one(of: ["all", "any"])):",
    ]
    for _ in 0...random.upTo(4) { lines.append("          - \(condition())") }
    if random.chance() {
      lines.append("      description: \(random.one(of: ["''", label("why")]))")
    }
    if random.chance() { lines.append("      active: \(random.chance())") }
    lines.append("      actions:")
    lines.append("        - {field: status, value: \(random.one(of: ["open", "solved"]))}")
    if random.chance() {
      lines.append("        - {field: set_tags, value: Some TAGS \(random.upTo(9))}")
    }
    if let hook {
      lines += [
        "        - field: notification_webhook", "          value:",
        "            - !ref zendesk.webhooks.hook_\(hook)", "            - !json",
        "              field: !ref zendesk.user_fields.field_0",
        "              amount: \(random.one(of: ["1.10", "1e3", "17", "true", "null"]))",
        "              text: \(label("{{ticket.id}} \\ \n"))",
      ]
    }
    return lines
  }

  private mutating func contentBlock(_ index: Int) -> [String] {
    var lines = ["    block_\(index):", "      name: block_\(index)"]
    let nested = index > 0 && random.chance() ? "{{content_blocks.${block_0}}} " : ""
    lines.append("      content: \(label(nested + "{{${first_name} | default: 'x'}}"))")
    if random.chance() { lines.append("      description: \(label("what for"))") }
    if random.chance() { lines.append("      state: active") }
    return lines
  }

  /// Campaigns and what they need, with a trigger that needs one of their ids.
  private mutating func handwork() -> [String] {
    var lines = [
      "  subscription_groups:", "    group: {id: 6ff593d7-cf69-448b-aca9-abf7d7b8c273, name: G}",
      "  keyword_categories:", "    words:", "      name: Words",
      "      subscription_group: !ref braze.subscription_groups.group",
      "      keywords: [W\(random.upTo(9))]", "      reply: \(label("Thanks"))",
      "  custom_attributes:", "    open: {data_type: \(random.one(of: ["string", "boolean"]))}",
      "  campaigns:",
    ]
    for index in 0..<names {
      lines += ["    campaign_\(index):", "      name: \(label("Campaign \(index)"))"]
      if random.chance() { lines.append("      tags: [b, a]") }
      lines += index.isMultiple(of: 2) ? smsCampaign() : webhookCampaign()
    }
    return lines
  }

  private mutating func smsCampaign() -> [String] {
    [
      "      channel: sms", "      delivery: {type: api_triggered, re_eligible: true}",
      "      sms:", "        subscription_group: !ref braze.subscription_groups.group",
      "        body: \(label("{{api_trigger_properties.${m}}}\n"))",
    ]
  }

  private mutating func webhookCampaign() -> [String] {
    [
      "      channel: webhook", "      delivery:", "        type: action_based",
      "        re_eligible: \(random.chance())", "        inbound_sms:",
      "          subscription_group: !ref braze.subscription_groups.group",
      "          keyword_category: \(random.one(of: ["other", "!ref braze.keyword_categories.words"]))",
      "      audience: [{custom_attribute: open, comparison: equals, value: \(random.chance())}]",
      "      webhook:", "        url: !zendesk /api/v2/tickets.json", "        method: PUT",
      "        headers: {Authorization: !bearer {token: !env TOKEN}, X-A: \(label("a"))}",
      "        body: !json {ticket: {comment: {body: \(label("{{sms.${inbound_message_body}}}"))}}}",
    ]
  }

  private mutating func condition() -> String {
    random.one(of: [
      "{field: status, operator: is, value: \(random.one(of: ["open", "solved"]))}",
      "{field: status, operator: changed}",
      "{field: status, operator: changed, value: ''}",
      "{field: comment_is_public, operator: is, value: \(random.chance())}",
      "{field: current_via_id, operator: is_not, value: \(random.one(of: ["web_service", "4"]))}",
      "{field: number_of_incidents, operator: less_than, value: \(random.upTo(90))}",
      "{field: assignee_id, operator: is, value: null}",
      "{field: group_id, operator: is, value: !ref zendesk.groups.founding}",
      "{field: brand_id, operator: is_not, value: !ref zendesk.brands.ours}",
      "{field: ticket_form_id, operator: is, value: !ref zendesk.ticket_forms.form_0}",
      "{field: !format \"custom_fields_{zendesk.ticket_fields.ticket_field_0}\", operator: present}",
    ])
  }

  /// A quoted text with something awkward in it.
  private mutating func label(_ text: String) -> String {
    let extra = random.one(of: ["", " ü", " \"quoted\"", " 'single'", " #5", " 🙂", ": yes"])
    return Value.string(text + extra).json()
  }
}

/// SplitMix64.
struct Randomness {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to, not including, `bound`.
  mutating func upTo(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func chance() -> Bool { next() & 1 == 1 }

  mutating func one<Item>(of items: [Item]) -> Item { items[upTo(items.count)] }

  mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var items = items
    for index in items.indices.reversed() { items.swapAt(index, upTo(index + 1)) }
    return items
  }
}
