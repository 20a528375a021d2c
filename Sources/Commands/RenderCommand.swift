internal import ArgumentParser
internal import Diagnostics
internal import Liquid
internal import Values

struct RenderCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Renders a Liquid template with data, as Braze or Zendesk would; offline.",
    usage: "lockstep render <TEMPLATE> --dialect <DIALECT> [<options>]",
    discussion: """
      The data is an object of JSON, which is looked up by these paths:
        {{ticket.id}}                   ticket.id, as in {"ticket": {"id": 7}}
        {{${first_name}}}               attributes.first_name
        {{sms.${body}}}                 sms.body, and so for every namespace
        {{content_blocks.${greeting}}}  content_blocks.greeting, a text of Liquid

      EXAMPLES
        lockstep render reply.liquid --dialect braze --data profile.json
        lockstep render body.json --dialect zendesk --data ticket.json --json-escape
      """
  )

  @Argument(
    help: ArgumentHelp("The template: a text file.", valueName: "TEMPLATE"),
    completion: .file()
  )
  var path: String

  @Option(help: ArgumentHelp("Whose Liquid it is.", valueName: "DIALECT"))
  var dialect: DialectChoice

  @Option(
    help: ArgumentHelp("What the template knows; nothing if left out.", valueName: "FILE"),
    completion: .file(extensions: ["json"])
  )
  var data: String?

  @Flag(help: "Take an unknown filter for an error; else it passes its input on.")
  var strict = false

  @Flag(help: "Escape outputs for a string of JSON, as Zendesk's webhooks are said to.")
  var jsonEscape = false

  enum DialectChoice: String, ExpressibleByArgument, CaseIterable {
    case liquid, zendesk, braze

    fileprivate var dialect: Dialect {
      switch self {
      case .liquid: .liquid
      case .zendesk: .zendesk
      case .braze: .braze
      }
    }
  }

  func run(in session: Session) async -> ExitStatus {
    let reporter = Reporter(session)
    do throws(Diagnostic) {
      let source = SourceText(name: path, text: try TemplateFile.text(at: path, in: session))
      let data = try data.map { path throws(Diagnostic) in
        try TemplateFile.data(at: path, in: session)
      }
      return render(source, data ?? [:], session, reporter)
    } catch {
      return reporter.fail([error], .invalid)
    }
  }

  private func render(
    _ source: SourceText,
    _ data: Members,
    _ session: Session,
    _ reporter: Reporter
  ) -> ExitStatus {
    let template = Template(source.text, dialect: dialect.dialect)
    let problems = template.problems.map {
      Diagnostic($0, in: source, isStrict: strict)
    }
    guard !problems.hasErrors else { return reporter.fail(problems, .invalid) }
    let options = RenderOptions(now: session.now(), isStrict: strict, escapesForJSON: jsonEscape)
    do throws(RenderError) {
      let rendering = try template.render(data, options)
      reporter.complain(problems + warnings(of: data))
      switch rendering {
      case .text(let text): session.write(text)
      case .aborted(let reason): session.complain("Nothing is sent: \(reason)\n")
      }
      return .done
    } catch {
      return reporter.fail(problems + [Diagnostic(error, in: source)], .invalid)
    }
  }

  /// What content blocks have that Liquid ignores: one that cannot be rendered has ended the rendering.
  private func warnings(of data: Members) -> [Diagnostic] {
    Template.contentBlocks(in: data, dialect: dialect.dialect).flatMap { name, template in
      let source = SourceText(name: "content block \(name)", text: template.text)
      return template.problems.filter { $0.severity == .warning }
        .map { Diagnostic($0, in: source, isStrict: false) }
    }
  }
}
