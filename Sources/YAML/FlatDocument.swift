internal import CYAMLShim

/// A document as the shim returns it, freed with this value: its nodes in the order of writing.
@safe
struct FlatDocument: ~Copyable {
  private let result: cyaml_result

  /// Reads `bytes`, UTF-8 without a byte-order mark and within `Limits.size`.
  init(_ bytes: ArraySlice<UInt8>) {
    let limits = cyaml_limits(
      depth: UInt32(Limits.depth),
      nodes: UInt32(Limits.nodes),
      // Escapes and %TAG prefixes can make a text longer than its source.
      text: UInt32(2 * Limits.size),
      tag_directives: UInt32(Limits.tagDirectives)
    )
    unsafe result = bytes.withUnsafeBufferPointer { buffer in
      unsafe cyaml_parse(buffer.baseAddress, buffer.count, limits)
    }
  }

  deinit {
    var result = unsafe result
    unsafe cyaml_free(&result)
  }

  /// Whether there is nothing, or nothing but a document without a node, as after a lone `---`.
  var isEmpty: Bool {
    let count = unsafe result.count
    guard count == 1 else { return count == 0 }
    let root = self[0]
    return root.isScalar && root.scalarStyle == .plain && root.text.length + root.tag.length == 0
  }

  /// Whether a line ends in a carriage return alone.
  var hasBareCarriageReturn: Bool { unsafe result.has_bare_carriage_return }

  /// Why the text could not be read to its end; nil where it was.
  var fault: Fault? {
    let error = unsafe result.error
    return unsafe error.fault == CYAML_OK ? nil : Fault(error)
  }

  /// The node at `index`; every index up to the root's last descendant has one.
  subscript(index: Int) -> cyaml_node { unsafe result.nodes[index] }

  /// The text of `slice`, which is one of this document's.
  func text(_ slice: cyaml_slice) -> String {
    guard slice.length > 0 else { return "" }
    let start = unsafe UnsafeRawPointer(result.text) + Int(slice.offset)
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: start, count: Int(slice.length)),
      as: UTF8.self
    )
  }
}
