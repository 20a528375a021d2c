internal import Client
internal import Diagnostics
internal import Execution
internal import Model
internal import Planning
internal import Platform
internal import Rendering
internal import Spec

/// Carries out a plan that has consent, and tells what became of it.
struct ApplyRun: Sendable {
  let preparation: Preparation
  let parallelism: Int
  let reporter: Reporter

  func execute() async -> ExitStatus {
    let session = reporter.session
    let plan = preparation.plan
    let interrupts = listen(session.stop)
    defer { interrupts?.remove() }
    let progress = ProgressLine(
      session: session,
      total: plan.changes.count(where: \.action.isExecuted),
      isOn: reporter.isText
    )
    let text = ReportText(palette: reporter.palette, width: session.outputWidth)
    let isText = reporter.isText
    let (report, diagnostics) = await carryOut { event in
      if case .finished(let outcome) = event, isText {
        progress.clear()
        session.write(text.line(outcome))
      }
      progress.show(event)
    }
    progress.clear()
    if reporter.isText, !plan.isExecuted {
      reporter.complain(diagnostics)
      session.write(text.left(report))
    } else if reporter.isText {
      session.write(text.summary(report, diagnostics: diagnostics))
    } else {
      reporter.complain(diagnostics)
      reporter.write(ReportJSON.value(of: report, diagnostics: plan.diagnostics + diagnostics))
    }
    let status = ExitStatus(report)
    guard status == .done, diagnostics.hasErrors else { return status }
    return report.wroteSomething ? .partial : .failed
  }

  /// Carries out the plan, and has the lock remember what came of it.
  ///
  /// - Returns: What became of each change, and what went wrong.
  func carryOut(
    onEvent: @escaping @Sendable (Event) -> Void = { _ in }
  ) async -> (report: RunReport, diagnostics: [Diagnostic]) {
    let stop = reporter.session.stop
    let checkpoint = Checkpoint(preparation.lockFile)
    let executor = Executor(
      clients: preparation.connections.clients,
      kinds: Dictionary(LoadedSpec.kinds.map { ($0.name, $0) }, uniquingKeysWith: { $1 }),
      parallelism: parallelism,
      known: preparation.live.mapValues { Set($0.map(\.id)) },
      isStopping: { stop.isStopping },
      onEvent: onEvent,
      onProgress: { checkpoint.save($0) }
    )
    let (report, baselines) = await executor.execute(
      preparation.plan,
      baselines: preparation.baselines
    )
    var diagnostics = failures(in: report)
    do throws(Diagnostic) {
      try preparation.lockFile.write(baselines)
    } catch {
      diagnostics.append(error)
    }
    return (report, diagnostics)
  }

  private func failures(in report: RunReport) -> [Diagnostic] {
    let resources = Dictionary(
      preparation.desired.resources.map { ($0.address, $0) },
      uniquingKeysWith: { $1 }
    )
    return report.outcomes.compactMap { outcome in
      outcome.failure.map { Diagnostic(outcome, $0, resource: resources[outcome.address]) }
    }
  }

  /// Turns Ctrl-C into the wish to stop.
  private func listen(_ stop: StopSwitch) -> Interrupts? {
    let session = reporter.session
    guard session.catchesInterrupts else { return nil }
    do throws(FileError) {
      let interrupts = try Interrupts.install()
      Task {
        for await _ in interrupts.deliveries {
          stop.stop()
          session.complain("\nStopping: requests in flight are finished, nothing new begins.\n")
        }
      }
      return interrupts
    } catch {
      // Without a handler Ctrl-C ends the process at once, as it would any other.
      return nil
    }
  }
}
