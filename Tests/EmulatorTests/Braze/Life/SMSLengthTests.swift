import Testing

@testable import Emulator

@Suite struct `The length of an SMS` {
  @Test(arguments: [
    ("", 1, "GSM-7"), ("Hello", 1, "GSM-7"), ("é£ñ¿Ω\n", 1, "GSM-7"), ("{}[]~|^\\€", 1, "GSM-7"),
    ("ç", 1, "UCS-2"), ("“quoted”", 1, "UCS-2"), ("👍", 1, "UCS-2"),
  ])
  func `depends on its alphabet`(_ text: String, _ segments: Int, _ encoding: String) {
    let length = SMSLength(text)
    #expect(length.segments == segments)
    #expect(length.encoding.rawValue == encoding)
  }

  @Test(arguments: [
    ("a", 160, 1), ("a", 161, 2), ("a", 306, 2), ("a", 307, 3), ("a", 459, 3),
    // Two units each, and none is cut in two: 76 fit into 153.
    ("€", 80, 1), ("€", 81, 2), ("€", 152, 2), ("€", 153, 3),
    ("ç", 70, 1), ("ç", 71, 2), ("ç", 134, 2), ("ç", 135, 3),
    // Surrogate pairs: 35 alone, 33 in each of several.
    ("👍", 35, 1), ("👍", 36, 2), ("👍", 66, 2), ("👍", 67, 3),
  ])
  func `is counted in segments`(_ character: String, _ count: Int, _ segments: Int) {
    #expect(SMSLength(String(repeating: character, count: count)).segments == segments)
  }
}
