internal import Values

/// A variable or attribute, and the way from it to one of its members.
package struct Variable: Sendable, Hashable {
  package enum Root: Sendable, Hashable {
    /// `ticket`.
    case name(String)
    /// Braze's `${key}` and `namespace.${key}`, the key without the blanks around it.
    ///
    /// https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/using_liquid
    case attribute(namespace: String?, key: String)
    /// `['name']` or `[variable]`.
    case computed(Expression)
  }

  package enum Step: Sendable, Hashable {
    /// `.name`, and Braze's `.${name}`.
    case member(String)
    /// `[…]`.
    case index(Expression)
  }

  package let root: Root
  package let path: [Step]
  /// Bytes of the template's UTF-8.
  package let range: Range<Int>

  /// The name under which a template can assign it; nil for an attribute or a computed name.
  package var name: String? {
    switch root {
    case .name(let name): name
    case .computed(let expression): expression.literal?.text
    case .attribute: nil
    }
  }

  /// The group of attributes that it belongs to: what stands before `.${`, or else the name.
  package var namespace: String? {
    if case .attribute(let namespace, _) = root { namespace } else { name }
  }

  /// What stands between `${` and `}`.
  package var key: String? {
    if case .attribute(_, let key) = root { key } else { nil }
  }

  /// As a template would write it: `ticket.title`, `sms.${inbound_message_body}`.
  ///
  /// A member that only rendering can tell is shown as `[…]`.
  package var description: String {
    let start =
      switch root {
      case .name(let name): name
      case .attribute(nil, let key): "${\(key)}"
      case .attribute(let namespace?, let key): "\(namespace).${\(key)}"
      case .computed(let expression): expression.literal?.text ?? "[…]"
      }
    return path.reduce(into: start) { text, step in
      switch step {
      case .member(let name): text += ".\(name)"
      case .index(let expression): text += "[\(expression.literal?.scalarText ?? "…")]"
      }
    }
  }
}
