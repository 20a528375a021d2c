internal import Diagnostics
internal import Execution
internal import Model

extension Preparation {
  /// What `lockFile` remembers of the environment.
  static func baselines(_ lockFile: LockFile) throws(Failure) -> [Address: Baseline] {
    do throws(Diagnostic) {
      return try lockFile.baselines(of: LoadedSpec.kinds)
    } catch {
      throw Failure(status: .invalid, diagnostics: [error])
    }
  }

  /// Has `lockFile` remember `baselines`, where that is all that a command writes.
  static func write(_ baselines: [Address: Baseline], to lockFile: LockFile) throws(Failure) {
    do throws(Diagnostic) {
      try lockFile.write(baselines)
    } catch {
      throw Failure(status: .failed, diagnostics: [error])
    }
  }
}
