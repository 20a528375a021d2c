import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@testable import Platform

struct WallClockTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"),
    (-1, "1969-12-31T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"),
    (951_868_800, "2000-03-01T00:00:00Z"),
    (1_709_164_800, "2024-02-29T00:00:00Z"),
    (1_795_255_200, "2026-11-21T10:00:00Z"),
    (4_107_542_399, "2100-02-28T23:59:59Z"),
    (4_107_542_400, "2100-03-01T00:00:00Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"),
    (253_402_300_800, "10000-01-01T00:00:00Z"),
    (-62_135_596_800, "0001-01-01T00:00:00Z"),
  ])
  func `seconds are written as a date`(seconds: Int, text: String) {
    #expect(WallClock.iso8601(seconds) == text)
  }

  @Test(arguments: [Int.min, .max])
  func `the ends of time have a date too`(seconds: Int) {
    #expect(WallClock.iso8601(seconds).hasSuffix("Z"))
  }

  @Test func `every day of eight centuries is that of the C library`() {
    for day in stride(from: -146_097, to: 146_097, by: 1) {
      var moment = time_t(day * 86_400 + 3723)
      var parts = unsafe tm()
      unsafe gmtime_r(&moment, &parts)
      var buffer = [CChar](repeating: 0, count: 32)
      let count = unsafe strftime(&buffer, 32, "%Y-%m-%dT%H:%M:%SZ", &parts)
      let expected = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard WallClock.iso8601(moment) != expected else { continue }
      Issue.record("day \(day): \(WallClock.iso8601(moment)), not \(expected)")
    }
  }

  @Test func `the clock is that of the C library`() {
    let before = Int(time(nil))
    let now = WallClock.epochSeconds()
    #expect((before...Int(time(nil))).contains(now))
  }
}
