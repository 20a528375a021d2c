internal import Platform
internal import Values

/// The note in a store's folder that says who serves it: `{"pid": …, "port": …}`.
package enum ServedStore {
  private static let sizeLimit = 4096

  /// The loopback port where the store in the folder `store` is served; nil if nobody does.
  ///
  /// A note whose writer is dead, or that makes no sense, counts for nothing.
  package static func port(of store: String) -> Int? {
    do {
      guard let bytes = try FileText.read(file(store), limitBytes: sizeLimit) else { return nil }
      let note = try Value(json: bytes)
      guard let pid = note["pid"]?.integer, Processes.isAlive(pid: pid) else { return nil }
      return note["port"]?.integer
    } catch {
      return nil
    }
  }

  static func announce(_ store: String, port: Int) throws(EmulatorError) {
    let note: Value = ["pid": .integer(Processes.currentID), "port": .integer(port)]
    do throws(FileError) {
      try AtomicFile.write(Array((note.json(.pretty) + "\n").utf8), to: file(store))
    } catch {
      throw .storeInaccessible(path: store, reason: "\(error)")
    }
  }

  static func withdraw(_ store: String) throws(EmulatorError) {
    do throws(FileError) {
      try Folder.remove(file: file(store))
    } catch {
      throw .storeInaccessible(path: store, reason: "\(error)")
    }
  }

  private static func file(_ store: String) -> String { "\(store)/server.json" }
}
