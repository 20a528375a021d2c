internal import Execution
internal import Spec

extension LockFile {
  /// The lock of `desired`'s environment: beside the spec in `folder`, or in the emulator's store.
  init(of desired: DesiredState, _ folder: SpecFolder, in session: Session) {
    var path = folder.lockPath
    if case .emulator(let store, _) = desired.target {
      path = (store.hasPrefix("/") ? store : folder.root + "/" + store) + "/lock.json"
    }
    self.init(
      path: path,
      name: session.relative(path),
      environment: desired.environment.description
    )
  }
}
