import Model
import Rendering
import Testing
import Values

/// What a person is told to do, so that it can be copied.
struct RunbookTests {
  private typealias Sample = RunbookSample

  private let word = Sample.resource(Sample.word, "w", ["name": "HELP", "reply": "Wait."])
  private let secret = Secret(name: "TOKEN", content: "hush")
    .map(recipe: { "Bearer \($0)" }) { "Bearer \($0)" }

  private var letter: Resource {
    Sample.resource(
      Sample.letter,
      "a",
      [
        "name": "A",
        "call": [
          "headers": ["X-Key": .secret(secret)],
          "body": .json(["id": Sample.reference("post.letters.b")]),
        ],
        "sent": ["word": Sample.reference("post.words.w"), "how": "by_air", "again": true],
        "filters": [["key": "one"], ["key": "two", "value": true]], "tags": ["t", "u"],
        "old": false,
      ]
    )
  }

  @Test func `each step says where, what and how it is verified, in order of dependency`() throws {
    #expect(
      try Sample.markdown([letter, word]) == """
        # Runbook: test

        post https://post.example

        2 steps are left to a person, in this order.

        `$NAME` stands for the value of the secret NAME, which is not shown.

        - [ ] 1. Make the word `HELP`
        - [ ] 2. Make the letter `A`

        ## 1. Make the word `HELP`

        `post.words.w`: is not attested (spec.yaml:1)

        **Where:** Desk > Words > New

        No API tells whether it is there already. It is to be:

        - Word: `HELP`
        - Reply: `Wait.`

        **Verified by:** look at the page and attest.

        When it is so:

        ```sh
        lockstep attest post.words.w --environment test
        ```

        ## 2. Make the letter `A`

        `post.letters.a`: does not exist (spec.yaml:1)

        **Where:** Desk > Letters > New

        - Letter name: `A`
        - Compose > Headers > `X-Key`: `Bearer $TOKEN`
        - Compose > Raw Text:

        ```
        {
          "id": "(id of post.letters.b)"
        }
        ```

        `(id of post.letters.b)` stands for an id that there is not yet: this runbook shows it once there is.

        - Delivery > Word: `HELP` (word, `post.words.w`)
        - Delivery > By: `by air`
        - Delivery > More than once: yes
        - Filter 1 > Key: `one`
        - Filter 2 > Key: `two`
        - Filter 2 > Value: `true`
        - Tags: `t`, `u`

        **Verified by:** the next plan reads it.

        When it is so:

        ```sh
        lockstep attest post.letters.a --environment test
        ```

        ## At the end

        Then see that nothing is left:

        ```sh
        lockstep plan --environment test
        ```

        """
    )
  }

  @Test func `a secret's value is in none of the formats`() throws {
    let runbook = try Sample.runbook([letter])
    let texts = [
      RunbookMarkdown.text(of: runbook), Sample.text(runbook),
      RunbookJSON.value(of: runbook).json(.pretty),
    ]
    for text in texts {
      #expect(!text.contains("hush"))
      #expect(text.contains("Bearer $TOKEN"))
    }
  }

  @Test func `what differs is told from what to what, and one secret from another`() throws {
    let live: Members = [
      "name": "A", "call": ["headers": ["X-Key": "Bearer other"], "body": "{\"id\":5}"],
      "filters": [["key": "one"], ["key": "two", "value": true]], "tags": ["t"], "old": false,
    ]
    let text = try Sample.markdown(
      [letter],
      live: ["post.letter": [RemoteObject(id: "7", attributes: live)]]
    )
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      lines.filter { $0.hasPrefix("- Compose") || $0.hasPrefix("- Tags") } == [
        "- Compose > Headers > `X-Key`: from a value that is not shown to `Bearer $TOKEN`",
        "- Compose > Raw Text, at `id`: from `5` to `(id of post.letters.b)`",
        "- Tags 2: from nothing to `u`", "- Compose > Raw Text:",
      ]
    )
    #expect(lines.contains("`post.letters.a`, id `7`: differs (spec.yaml:1)"))
    #expect(lines.contains("**Where:** Desk > Letters"))
    #expect(!text.contains("Bearer other"))
  }

  @Test func `what is only to be confirmed is shown without the rest`() throws {
    let plain = Sample.resource(Sample.letter, "a", ["name": "A", "sent": ["again": false]])
    let text = try Sample.markdown(
      [plain],
      live: ["post.letter": [RemoteObject(id: "7", attributes: ["name": "A"])]]
    )
    #expect(text.contains("## 1. Confirm the letter `A`"))
    #expect(
      text.contains("No API reads this. See that it is:\n\n- Delivery > More than once: no\n")
    )
    #expect(!text.contains("Letter name"))
  }

  @Test func `what waits is named with its step, and applied at the end`() throws {
    let rule = Sample.resource(
      Sample.rule,
      "r",
      ["name": "R", "letter": Sample.reference("post.letters.a")]
    )
    let trait = Sample.resource(Sample.trait, "t", ["name": "t"])
    let plain = Sample.resource(Sample.letter, "a", ["name": "A"])
    let text = try Sample.markdown([rule, plain, trait])
    #expect(
      text.hasSuffix(
        """
        ## What waits

        - `post.rules.r` waits for `post.letters.a` (step 1).
        - `post.traits.t` is not there yet: it comes when it is first used; or make it: Desk > Traits.

        ## At the end

        Then write what waited for an id:

        ```sh
        lockstep apply --environment test
        ```

        """
      )
    )
    // Every attribute of the letter can be read.
    #expect(!text.contains("lockstep attest"))
  }

  @Test func `nothing is left: it says so`() throws {
    let there = ["post.trait": [RemoteObject(id: "t", attributes: ["name": "t"])]]
    let runbook = try Sample.runbook(
      [Sample.resource(Sample.trait, "t", ["name": "t"])],
      live: there
    )
    #expect(RunbookMarkdown.text(of: runbook) == "Nothing is left to a person in test.\n")
    #expect(Sample.text(runbook) == "Nothing is left to a person in test.\n")
    #expect(RunbookJSON.value(of: runbook)["next"] == .null)
  }

  @Test func `backticks, blanks and line breaks survive in Markdown`() throws {
    let reply = "Say ```\nand `` and `.\n"
    let text = try Sample.markdown([
      Sample.resource(Sample.word, "w", ["name": "a`b``", "reply": .string(reply)])
    ])
    #expect(text.contains("- Word: ``` a`b`` ```\n"))
    #expect(text.contains("- Reply (ends with a line break):\n\n````\n\(reply)````\n"))
    let blank = try Sample.markdown([
      Sample.resource(Sample.word, "w", ["name": "w", "reply": " x"])
    ])
    #expect(blank.contains("- Reply:\n\n```\n x\n```\n"))
  }

  @Test func `what a terminal would act upon is told to be copied elsewhere`() throws {
    let runbook = try Sample.runbook([
      Sample.resource(Sample.word, "w", ["name": "w", "reply": "a\u{1B}[31mb\u{202E}c"])
    ])
    for text in [RunbookMarkdown.text(of: runbook), Sample.text(runbook)] {
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
      #expect(text.contains("(holds what cannot be shown: copy it from spec.yaml:1)"))
    }
  }

  @Test func `on a narrow terminal what is to be copied stays whole`() throws {
    let long = String(repeating: "a long reply ", count: 8)
    let runbook = try Sample.runbook([
      letter, Sample.resource(Sample.word, "w", ["name": "HELP", "reply": .string(long + "x")]),
    ])
    let text = Sample.text(runbook, width: 60)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.contains(long + "x"))
    #expect(lines.contains("     lockstep attest post.letters.a --environment test"))
    #expect(lines.contains("     Compose > Headers > X-Key: Bearer $TOKEN"))
    #expect(!text.contains("`"))
    let prose = lines.filter { $0.contains(" ") && $0 != long + "x" && !$0.contains("lockstep") }
    #expect(prose.allSatisfy { $0.count <= 60 }, "\(prose.filter { $0.count > 60 })")
  }

  @Test func `a program gets the values as they are`() throws {
    let value = RunbookJSON.value(of: try Sample.runbook([letter, word]))
    let step = try #require(value["steps"]?.items?.last)
    #expect(step["action"] == "make")
    #expect(step["attested"] == ["sent"])
    #expect(step["attest"] == "lockstep attest post.letters.a --environment test")
    let values = step["values"]?.items ?? []
    #expect(
      values.map { $0["path"] } == [
        "name", "call.headers.X-Key", "call.body", "sent.word", "sent.how", "sent.again",
        "filters[0].key", "filters[1].key", "filters[1].value", "tags",
      ]
    )
    #expect(
      values.map { $0["value"] }.suffix(7) == [
        "HELP", "by_air", true, "one", "two", "true", ["t", "u"],
      ]
    )
    #expect(values[1]["secret"] == true)
    #expect(values[2]["missing"] == ["post.letters.b"])
    #expect(values[3]["reference"] == "post.words.w")
  }

  @Test func `a command line is quoted for the shell`() throws {
    let invocation = Invocation(
      path: "our specs/eu.yaml",
      environment: "eu",
      variables: ["title=It's", "n=5"]
    )
    #expect(
      invocation.attest([word.address])
        == "lockstep attest post.words.w --spec 'our specs/eu.yaml' --environment eu "
        + "--var 'title=It'\\''s' --var n=5"
    )
    #expect(
      invocation.run("apply").hasPrefix("lockstep apply 'our specs/eu.yaml' --environment eu")
    )
  }
}
