import Testing
import Values

@testable import YAML

@Suite struct CoreSchemaTests {
  @Test(
    arguments: [
      ("", .null), ("~", .null), ("null", .null), ("Null", .null), ("NULL", .null),
      ("true", true), ("True", true), ("TRUE", true),
      ("false", false), ("False", false), ("FALSE", false),
      ("0", 0), ("-7", -7), ("+12", 12), ("007", 7), ("0o17", 15), ("0xFf", 255),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .decimal("9223372036854775808")),
      ("+00092233720368547758080", .decimal("92233720368547758080")),
      ("0xFFFFFFFFFFFFFFFF", .decimal("18446744073709551615")),
      ("-0", .decimal("-0")), ("1.10", .decimal("1.10")), (".5", .decimal("0.5")),
      ("-.5", .decimal("-0.5")), ("1.", .decimal("1.0")), ("+01.50", .decimal("1.50")),
      ("1e3", .decimal("1e3")), ("1.E+3", .decimal("1.0E+3")), ("00.0e-0", .decimal("0.0e-0")),
    ] as [(String, Value)]
  )
  func `a plain scalar is what the core schema says`(text: String, expected: Value) throws {
    #expect(try value("a: " + text) == ["a": expected])
    if case .decimal(let digits) = expected {
      #expect(try Value(json: digits) == expected)
    }
  }

  @Test(arguments: [
    "no", "No", "yes", "on", "off", "y", "nULL", "tRUE", "0b1", "0x", "0o8", "0o", "0x+1", "0xg",
    "-0x1", "1_000", "1:30", "+", "-+1", ".", "+.", "1e", "1e+", "1.2.3", "1e1.5", "0x1.5", "१",
    ".inf", "-.Inf", "+.INF", ".nan", ".NaN", "2024-01-01", "1 2", "=", "infinity",
    "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
  ])
  func `everything else is a string`(text: String) throws {
    #expect(try value("a: " + text) == ["a": .string(text)])
  }

  @Test(arguments: ["'true'", "\"true\"", "|-\n  true", ">-\n  true"])
  func `a scalar that is not plain is a string`(text: String) throws {
    #expect(try value("a: " + text) == ["a": "true"])
  }
}
