package import Diagnostics
package import Model
internal import Platform

/// The lock on disk, or in memory, for one environment: read once, written whole.
package struct LockFile: Sendable {
  package let path: String
  /// The path as messages show it.
  package let name: String
  package let environment: String
  /// What stands in for the file.
  private let memory: LockMemory?

  /// The largest lock that is read: 10,000 resources take about 8 MiB.
  private static let limitBytes = 256 * 1024 * 1024

  package init(path: String, name: String, environment: String) {
    self.path = path
    self.name = name
    self.environment = environment
    memory = nil
  }

  /// A lock of `environment` that nothing on disk is read or written for.
  package init(inMemoryOf environment: String) {
    (path, name) = ("", "")
    self.environment = environment
    memory = LockMemory()
  }

  /// The baselines of this environment; none where there is no lock yet.
  ///
  /// - Throws: a `Diagnostic` if the file is damaged, too new or unreadable.
  package func baselines() throws(Diagnostic) -> [Address: Baseline] {
    try lock().environments[environment] ?? [:]
  }

  /// The baselines of this environment, all of resources of `kinds`.
  ///
  /// What is of no such kind would be forgotten by the next write, though nobody took it out of the spec.
  ///
  /// - Throws: a `Diagnostic` if there is such an entry, and as `baselines()` does.
  package func baselines(of kinds: [Kind]) throws(Diagnostic) -> [Address: Baseline] {
    let (lock, source) = try read()
    let baselines = lock.environments[environment] ?? [:]
    guard let source else { return baselines }
    let sections = Dictionary(
      kinds.map { ("\($0.system).\($0.collection)", $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
    for (address, baseline) in baselines.sorted(by: { $0.key < $1.key }) {
      let kind = sections["\(address.system).\(address.collection)"]
      guard kind != baseline.kind else { continue }
      throw LockReader(source: source)
        .unknown(address, baseline.kind, expected: kind, environment, among: sections.keys)
    }
    return baselines
  }

  /// Writes the lock as it is, to find out before anything else is written whether it can be.
  ///
  /// - Throws: a `Diagnostic` if it cannot be read or written.
  package func prove() throws(Diagnostic) {
    try put(try lock())
  }

  /// Replaces this environment's baselines and leaves the others as they are on disk by now.
  ///
  /// - Throws: a `Diagnostic` if the file cannot be read again or written.
  package func write(_ baselines: [Address: Baseline]) throws(Diagnostic) {
    var lock = try lock()
    let before = lock
    lock.environments[environment] = baselines.isEmpty ? nil : baselines
    guard lock != before else { return }
    try put(lock)
  }

  private func put(_ lock: Lock) throws(Diagnostic) {
    if let memory {
      memory.content = lock
      return
    }
    do throws(FileError) {
      try AtomicFile.write(Array(LockText.text(of: lock).utf8), to: path)
    } catch {
      throw Diagnostic(
        code: "lock-not-written",
        summary: "The lock could not be written",
        detail:
          "\(error). Make it writable. What was applied, if anything, stays applied, and the next run "
          + "finds the objects by identity."
      )
    }
  }

  private func lock() throws(Diagnostic) -> Lock { try read().lock }

  private func read() throws(Diagnostic) -> (lock: Lock, source: SourceText?) {
    if let memory { return (memory.content, nil) }
    let bytes: [UInt8]?
    do throws(FileError) {
      bytes = try FileText.read(path, limitBytes: Self.limitBytes)
    } catch {
      throw Diagnostic(
        code: "lock-unreadable",
        summary: "The lock cannot be read",
        detail: "\(error). Make the file readable, or delete it."
      )
    }
    guard let bytes else { return (Lock(), nil) }
    let source = SourceText(name: name, text: String(decoding: bytes, as: UTF8.self))
    return (try LockText.lock(in: source), source)
  }
}
