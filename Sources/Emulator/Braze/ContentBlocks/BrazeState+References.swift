internal import Values

/// Who uses which content block.
extension BrazeState {
  /// The message variations in whose texts the content block stands.
  func messages(including name: String) -> [String] {
    (campaigns.objects
      + canvases.objects.flatMap { $0["steps"]?.items?.compactMap(\.members) ?? [] })
      .filter { message in
        ["webhook", "sms"].contains { channel in
          message[channel]?.includes(contentBlock: name) == true
        }
      }
      .compactMap { $0["message_variation_id"]?.text }
  }

  /// `text` as saving it in the dashboard leaves it.
  func numberingReferences(in text: String) -> String {
    BlockReferences.numbering(text) { name in
      contentBlocks.id(of: name).flatMap { contentBlocks[$0]?["number"]?.integer }
    }
  }
}

extension Value {
  /// Whether any text in this value refers to the content block.
  fileprivate func includes(contentBlock name: String) -> Bool {
    switch self {
    case .string(let text): BlockReferences.names(in: text).contains(name)
    case .list(let items): items.contains { $0.includes(contentBlock: name) }
    case .object(let members): members.contains { $0.value.includes(contentBlock: name) }
    default: false
    }
  }
}
