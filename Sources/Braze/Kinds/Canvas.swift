package import Model
internal import Values

extension Kind {
  package static let canvas = Kind(
    "braze.canvas",
    collection: "canvases",
    summary: "A journey of several steps, of which some send messages.",
    page: "https://www.braze.com/docs/api/endpoints/export/canvas/get_canvas_details",
    identity: .attribute("name"),
    mode: .verified,
    handwork: Handwork(
      place: { _ in "Messaging > Canvas > Create Canvas" },
      placeOfChange: "Messaging > Canvas",
      removal: "Stop it and archive it: Braze deletes none, and an archived one counts as gone.",
      verification: "the next plan reads the messages of its steps, its state and its tags; who "
        + "enters it and when no API tells",
      rehearsal: Handwork.Rehearsal("canvases", form: MessageForm.rehearsedCanvas)
    ),
    schema: [
      "name": Attribute(.text, "The Canvas's name, by which it is found.").required.trimmed
        .labelled("Canvas name"),
      "description": Attribute(.text, "What the Canvas is for.").labelled("Description"),
      "entry": Attribute(.object(DeliveryForm.canvas), "When a user enters it, and again.")
        .required.attested.labelled("Entry Schedule"),
      "audience": DeliveryForm.audience,
      "steps": Attribute(
        .list(
          .object([
            "name": Attribute(.text, "The step's name.").required.labelled("Step name"),
            "channel": Attribute(.choice(["webhook", "sms"]), "What the step sends.").required
              .labelled("Channel"),
            "webhook": MessageForm.webhook,
            "sms": MessageForm.sms,
          ])
        ),
        "The steps that send a message."
      ).required.unordered.labelled("Message steps"),
      "tags": MessageState.tags,
      "enabled": MessageState.enabled,
      "draft": MessageState.draft,
      "archived": MessageState.archived,
    ],
    endpoints: Endpoints(
      "/canvas/list",
      many: "canvases",
      paging: .numbered(size: 100, parameters: "include_archived=true"),
      retired: Criterion("archived", is: true),
      calls: Endpoints.Calls(id: "canvas_id", read: "/canvas/details"),
      details: .always,
      form: MessageForm.canvas
    ),
    checks: [MessageCheck.canvas, DeliveryCheck.canvas, AudienceCheck.findings, TagCheck.findings],
    examples: [
      Example(
        "A ticket for each user who enters",
        name: "escalate",
        spec: #"""
          name: Zendesk - escalate
          entry: {type: api_triggered, re_eligible: true}
          steps:
            - name: Open a ticket
              channel: webhook
              webhook: {url: "https://acme.zendesk.com/api/v2/tickets.json", method: POST, body: "{}"}
          """#,
        live: #"""
          {"id": "b1e8f1a2-2f0d-4d54-9b60-1c0f6a0c9a77", "message": "success",
           "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
           "name": "Zendesk - escalate", "description": "", "archived": false, "draft": false,
           "enabled": true, "has_post_launch_draft": false, "schedule_type": "api_triggered",
           "channels": ["webhook"], "variants": [], "tags": [], "teams": [],
           "steps": [{"name": "Open a ticket", "type": "message", "id": "s1",
             "next_step_ids": [], "next_paths": [], "channels": ["webhook"],
             "messages": {"m1": {"channel": "webhook", "type": "application/json",
               "url": "https://acme.zendesk.com/api/v2/tickets.json", "method": "POST",
               "headers": {}, "body": "{}"}}}]}
          """#
      )
    ]
  )
}
