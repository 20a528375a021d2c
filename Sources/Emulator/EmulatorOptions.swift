internal import Platform

/// How an emulator shall behave.
package struct EmulatorOptions: Sendable {
  /// The folder in which its state survives; nil keeps it in memory.
  package var storePath: String?
  /// The only credential that gets into the emulated Zendesk: an access token, `email/token:apitoken`, or
  /// `client_id:client_secret` for OAuth; nil lets every non-empty one in. Braze's keys are
  /// declared at the emulator's own door.
  package var requiredCredential: String?
  /// How many requests a minute each service, or pool of Braze's, takes before it answers 429; nil for any number.
  package var rateLimitPerMinute: Int?
  /// Which reading is taken where the vendors' documents leave something open.
  package var unconfirmed: UnconfirmedBehaviour
  /// How the open facts are read that decide what an integration does.
  package var readings: [OpenFact: String]
  /// Whether what is due later happens by itself as time passes; else only when time is moved on.
  package var keepsTime: Bool
  /// Whether somebody outside really waits for a slow answer; else it is the emulated time that passes.
  package var waits = true
  /// The time, in seconds since 1970.
  package var now: @Sendable () -> Int

  package init(
    storePath: String? = nil,
    requiredCredential: String? = nil,
    rateLimitPerMinute: Int? = nil,
    unconfirmed: UnconfirmedBehaviour = UnconfirmedBehaviour(),
    readings: [OpenFact: String] = [:],
    keepsTime: Bool = false,
    now: @escaping @Sendable () -> Int = { WallClock.epochSeconds() }
  ) {
    self.storePath = storePath
    self.requiredCredential = requiredCredential
    self.rateLimitPerMinute = rateLimitPerMinute
    self.unconfirmed = unconfirmed
    self.readings = readings
    self.keepsTime = keepsTime
    self.now = now
  }
}
