internal import Values

/// One visit to the part of the door that stands for Braze's dashboard.
struct DoorVisit: Sendable {
  /// What comes behind `/_emulator/braze`.
  var segments: [String]
  /// An empty object where nothing came.
  var body: Value
  /// Seconds since 1970.
  var now: Int
  var unconfirmed: UnconfirmedBrazeBehaviour
}
