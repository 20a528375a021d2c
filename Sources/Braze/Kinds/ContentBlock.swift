package import Model
internal import Values

extension Kind {
  package static let contentBlock = Kind(
    "braze.content_block",
    collection: "content_blocks",
    summary: "A piece of text or Liquid that messages share.",
    page: "https://www.braze.com/docs/api/endpoints/templates/content_blocks_templates/",
    identity: .attribute("name"),
    handwork: Handwork(
      place: { _ in "Templates > Content Blocks > Create Content Block" },
      placeOfChange: "Templates > Content Blocks",
      removal: "Archive it, which Braze does once no message uses it; it deletes none.",
      verification: "the next plan reads the content block",
      rehearsal: Handwork.Rehearsal("content_blocks") { $0 }
    ),
    schema: [
      "name": Attribute(.text, "The block's name, unique in the workspace, archived ones included.")
        .required.trimmed.immutable.labelled("Content Block name"),
      "description": Attribute(.text, "What the block is for.").labelled("Description"),
      "content": Attribute(.text, "HTML or text, with Liquid; less than 50 kB.").required
        .cleaned(by: BlockReference.withoutIDs).labelled("Content"),
      // No answer tells it.
      "state": Attribute(.choice(["active", "draft"]), "Whether messages may use it.")
        .defaulting(to: "active").comparedIfRead.labelled("Status"),
      "tags": Attribute(.list(.text), "Names of tags that the workspace has.").unordered.labelled(
        "Tags"
      ),
    ],
    endpoints: Endpoints(
      "/content_blocks/list",
      many: "content_blocks",
      idName: "content_block_id",
      paging: .offset(limit: 1000),
      update: .post,
      calls: Endpoints.Calls(
        id: "content_block_id",
        read: "/content_blocks/info",
        create: "/content_blocks/create",
        update: "/content_blocks/update"
      ),
      details: .since("last_edited")
    ),
    checks: [ContentBlockCheck.findings, TagCheck.findings],
    examples: [
      Example(
        "A number out of an attribute, for a URL",
        name: "ticket_number",
        spec: """
          name: to_int
          description: The ticket's number
          content: "{{custom_attribute.${zendesk_ticket} | plus: 0}}"
          tags: [zendesk]
          """,
        request: #"""
          {"name": "to_int", "description": "The ticket's number",
           "content": "{{custom_attribute.${zendesk_ticket} | plus: 0}}",
           "state": "active", "tags": ["zendesk"]}
          """#,
        live: #"""
          {"content_block_id": "e24404b3-3626-4de0-bdec-06935f3aa0ab", "name": "to_int",
           "content": "{{custom_attribute.${zendesk_ticket} | plus: 0}}",
           "description": "The ticket's number", "content_type": "text", "tags": ["zendesk"],
           "created_at": "2026-01-01T00:00:00.000Z", "last_edited": "2026-01-01T00:00:00.000Z",
           "inclusion_count": 1, "message": "success"}
          """#
      ),
      Example(
        "A block in a block, to which Braze adds an id",
        name: "footer",
        spec: """
          name: footer
          content: "{{content_blocks.${legal}}}"
          """,
        request: #"""
          {"name": "footer", "content": "{{content_blocks.${legal}}}", "state": "active"}
          """#,
        live: #"""
          {"content_block_id": "3f9d2c55-3d0a-4c0e-9d0c-5a3a52b4f0aa", "name": "footer",
           "content": "{{content_blocks.${legal} | id: 'cb1'}}", "description": "",
           "content_type": "text", "tags": null, "created_at": "2026-01-01T00:00:00.000Z",
           "last_edited": "2026-01-01T00:00:00.000Z", "inclusion_count": 0, "message": "success"}
          """#
      ),
    ]
  )
}
