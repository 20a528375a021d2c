internal import Values

/// Who uses which content block.
extension BrazeState {
  /// By a content block's name, the message variations in whose texts it stands.
  var inclusions: [String: [String]] {
    let steps = canvases.objects.flatMap { $0["steps"]?.items?.compactMap(\.members) ?? [] }
    var found: [String: [String]] = [:]
    for message in campaigns.objects + steps {
      guard let id = message["message_variation_id"]?.text else { continue }
      let texts = DashboardMessage.channels.compactMap { message[$0] }.flatMap(\.texts)
      for name in Set(texts.flatMap(BlockReferences.names)) { found[name, default: []].append(id) }
    }
    return found
  }

  /// `text` as saving it in the dashboard leaves it.
  func numberingReferences(in text: String) -> String {
    BlockReferences.numbering(text) { name in
      contentBlocks.id(of: name).flatMap { contentBlocks[$0]?["number"]?.integer }
    }
  }
}

extension Value {
  /// Every text in this value.
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .list(let items): items.flatMap(\.texts)
    case .object(let members): members.flatMap(\.value.texts)
    default: []
    }
  }
}
