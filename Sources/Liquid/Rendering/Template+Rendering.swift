package import Values

extension Template {
  /// Renders this template with `data`: the names that it knows from the beginning.
  ///
  /// In Braze's dialect `${key}` is the member `key` of `attributes`, `namespace.${key}` that of the member
  /// `namespace`; `content_blocks` holds the texts of blocks by their names.
  ///
  /// - Throws: where the template is malformed, asks for what cannot be done, or for too much.
  package func render(
    _ data: Members = [:],
    _ options: RenderOptions
  ) throws(RenderError) -> Rendering {
    var renderer = Renderer(self, data: data, options: options)
    return try renderer.render()
  }

  /// The content blocks that `data` holds for a template of `dialect`, by name.
  package static func contentBlocks(
    in data: Members,
    dialect: Dialect
  ) -> [(name: String, template: Template)] {
    guard dialect.readsAttributes, let blocks = data["content_blocks"]?.members else { return [] }
    return blocks.compactMap { name, content in
      content.text.map { (name, Template($0, dialect: dialect)) }
    }
  }
}
