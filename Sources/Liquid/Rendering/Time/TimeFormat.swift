/// Writes a time as Ruby's `strftime` does.
struct TimeFormat {
  private let time: TimePoint

  init(_ time: TimePoint) {
    self.time = time
  }

  /// What stands between `%` and the letter.
  private struct Style {
    var padding: Character?
    var isUpper = false
    var swapsCase = false
    var colons = 0
    var width: Int?
  }

  /// Wider than any field is meant to be.
  private static let widthLimit = 1024
  private static let days = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October",
    "November", "December",
  ]

  func text(_ format: String) -> String {
    var text = ""
    var rest = Array(format)[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        text.append(character)
        continue
      }
      let start = rest
      let style = Self.style(&rest)
      if let letter = rest.popFirst(), let field = field(letter, style) {
        text += field
      } else {
        // What is no directive stays as it is.
        text += "%"
        rest = start
      }
    }
    return text
  }

  private static func style(_ rest: inout ArraySlice<Character>) -> Style {
    var style = Style()
    while let flag = rest.first {
      switch flag {
      case "-", "_", "0": style.padding = flag
      case "^": style.isUpper = true
      case "#": style.swapsCase = true
      case ":": style.colons += 1
      case "1"..."9":
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        style.width = Int(String(digits)).map { min($0, widthLimit) } ?? widthLimit
        rest = rest.dropFirst(digits.count)
        continue
      default: return style
      }
      rest.removeFirst()
    }
    return style
  }

  private func field(_ letter: Character, _ style: Style) -> String? {
    if let (number, width, padding) = number(letter) {
      return padded(String(abs(number)), number < 0 ? "-" : "", width, padding, style)
    }
    guard var text = word(letter, style) else { return nil }
    if style.isUpper { text = text.uppercased() }
    if style.swapsCase { text = letter == "p" ? text.lowercased() : text.uppercased() }
    let missing = (style.width ?? 0) - text.count
    return missing > 0
      ? String(repeating: style.padding == "0" ? "0" : " ", count: missing) + text : text
  }

  private func padded(
    _ digits: String,
    _ sign: String,
    _ width: Int,
    _ padding: Character,
    _ style: Style
  ) -> String {
    guard style.padding != "-" else { return sign + digits }
    let fill = style.padding == "_" ? " " : style.padding ?? padding
    let missing = max(0, (style.width ?? width) - digits.utf8.count - sign.utf8.count)
    return sign + String(repeating: fill, count: missing) + digits
  }

  /// A directive that writes a number, with the digits it has at least and what fills them up.
  private func number(_ letter: Character) -> (Int, width: Int, padding: Character)? {
    let week = time.week
    let hour12 = (time.hour + 11) % 12 + 1
    return switch letter {
    case "Y": (time.year, 1, "0")
    case "C": (time.year / 100, 2, "0")
    case "y": (time.year % 100, 2, "0")
    case "m": (time.month, 2, "0")
    case "d": (time.day, 2, "0")
    case "e": (time.day, 2, " ")
    case "j": (time.dayOfYear, 3, "0")
    case "H": (time.hour, 2, "0")
    case "k": (time.hour, 2, " ")
    case "I": (hour12, 2, "0")
    case "l": (hour12, 2, " ")
    case "M": (time.minute, 2, "0")
    case "S": (time.second % 60, 2, "0")
    case "s": (time.seconds, 1, "0")
    case "u": ((time.weekday + 6) % 7 + 1, 1, "0")
    case "w": (time.weekday, 1, "0")
    case "G": (week.year, 1, "0")
    case "g": (week.year % 100, 2, "0")
    case "V": (week.number, 2, "0")
    case "U": ((time.dayOfYear + 6 - time.weekday) / 7, 2, "0")
    case "W": ((time.dayOfYear + 6 - (time.weekday + 6) % 7) / 7, 2, "0")
    default: nil
    }
  }

  /// A directive that writes words, or several fields.
  private func word(_ letter: Character, _ style: Style) -> String? {
    switch letter {
    case "a": String(Self.days[time.weekday].prefix(3))
    case "A": Self.days[time.weekday]
    case "b", "h": String(Self.months[time.month - 1].prefix(3))
    case "B": Self.months[time.month - 1]
    case "p": time.hour < 12 ? "AM" : "PM"
    case "P": time.hour < 12 ? "am" : "pm"
    case "L": fraction(style.width ?? 3)
    case "N": fraction(style.width ?? 9)
    case "z": zone(colons: style.colons)
    case "Z": time.offset == 0 ? "UTC" : ""
    case "n": "\n"
    case "t": "\t"
    case "%": "%"
    case "c": text("%a %b %e %H:%M:%S %Y")
    case "D", "x": text("%m/%d/%y")
    case "F": text("%Y-%m-%d")
    case "T", "X": text("%H:%M:%S")
    case "R": text("%H:%M")
    case "r": text("%I:%M:%S %p")
    case "v": text("%e-%^b-%Y")
    case "+": text("%a %b %e %H:%M:%S %Z %Y")
    default: nil
    }
  }

  private func fraction(_ digits: Int) -> String {
    let all = String(time.nanoseconds + 1_000_000_000).dropFirst()
    return all.prefix(digits) + String(repeating: "0", count: max(0, digits - 9))
  }

  private func zone(colons: Int) -> String {
    let size = abs(time.offset)
    let (hours, minutes) = (size / 3600, size / 60 % 60)
    let colon = colons > 0 ? ":" : ""
    return (time.offset < 0 ? "-" : "+") + (hours < 10 ? "0" : "") + "\(hours)" + colon
      + (minutes < 10 ? "0" : "") + "\(minutes)"
  }
}
