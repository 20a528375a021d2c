/// Why a document of the store is not what this program wrote.
struct ArchiveDamage: Error, Equatable {
  var reason: String
}
