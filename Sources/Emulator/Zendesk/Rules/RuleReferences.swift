internal import Values

/// What conditions and actions name by id or by key, held against what the account has.
enum RuleReferences {
  static func check(
    _ conditions: RuleConditions?,
    _ actions: RuleActions?,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) {
    let tested = (conditions?.each ?? []).map { ($0.field, $0.value) }
    for (field, value) in tested + (actions?.each ?? []) {
      if let fault = fault(in: field, value, state) { errors.add("base", fault) }
    }
  }

  /// The wording is unconfirmed.
  private static func fault(in field: String, _ value: Value, _ state: ZendeskState) -> String? {
    let keyed = [
      ("requester.custom_fields.", state.userFields),
      ("organization.custom_fields.", state.organizationFields),
    ]
    for (prefix, fields) in keyed where field.hasPrefix(prefix) {
      let key = Value.string(String(field.dropFirst(prefix.count)))
      let isKnown = fields.objects.values.contains { $0["key"] == key }
      return isKnown ? nil : "Invalid field '\(field)': it does not exist"
    }
    if field.hasPrefix("custom_fields_") {
      let id = String(field.dropFirst("custom_fields_".count))
      return state.ticketFields[id] == nil ? "Invalid field '\(field)': it does not exist" : nil
    }
    let tables = [
      "group_id": state.groups, "notification_group": state.groups, "brand_id": state.brands,
      "ticket_form_id": state.ticketForms,
    ]
    let id = value.text ?? value.items?.first?.text ?? ""
    // What is no number stands for something else: nobody, the current groups, the default form.
    guard let table = tables[field], Int(id) != nil else { return nil }
    let isThere = table[id].map { $0["deleted"] != true } ?? false
    return isThere ? nil : "Invalid value '\(id)' in '\(field)': it does not exist"
  }
}
