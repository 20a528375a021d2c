import Diagnostics
import Testing
import Values

@testable import YAML

@Suite struct DocumentTests {
  @Test func `nodes keep order, tags and styles`() throws {
    let root = try #require(read("b: !ref x.y\na: !!str 1\nc: ['1', \"2\", !json {d: e}]\n").root)
    guard case .mapping(let entries) = root.content else {
      Issue.record("the root is no mapping")
      return
    }
    #expect(entries.map(\.key.text) == ["b", "a", "c"])
    #expect(entries.map(\.value.tag) == ["!ref", "tag:yaml.org,2002:str", nil])
    #expect(root["c"]?.items.map(\.tag) == [nil, nil, "!json"])
    let styles: [Scalar.Style?]? = root["c"]?.items.map { item in
      if case .scalar(let scalar) = item.content { scalar.style } else { nil }
    }
    #expect(styles == [.singleQuoted, .doubleQuoted, nil])
  }

  @Test func `a literal and a folded scalar are read with their breaks`() throws {
    #expect(try value("a: |\n  x\n  y\n\nb: >-\n  x\n  y\n") == ["a": "x\ny\n", "b": "x y"])
  }

  @Test(arguments: [
    ("a", "1:4-1:5"), ("b", "3:3-5:11"), ("c", "3:6-3:12"), ("d", "4:6-4:12"), ("e", "5:6-5:11"),
    ("f", "8:3-8:3"),
  ])
  func `a range covers what was written`(key: String, span: String) throws {
    let text = """
      a: 1
      b:
        c: !env X
        d: "😀é: "
        e: [x,y]


      f:

      """
    let root = try #require(read(text).root)
    #expect((root[key] ?? root["b"]?[key])?.span == span)
  }

  @Test(arguments: [
    "a: 1", "---\na: 1\n", "a: 1\n...\n", "---\na: 1\n...\n", "%YAML 1.2\n---\na: 1",
    "%YAML 1.1\n---\na: 1", "# before\n--- # here\na: 1\n# after", "a: 1\r\n", "\u{FEFF}a: 1",
    "\u{FEFF}---\na: 1", "a:\t1", "{a: 1,\n\t}",
  ])
  func `one document is one document however it is framed`(text: String) throws {
    #expect(try value(text) == ["a": 1])
  }

  @Test func `a byte-order mark shifts no column`() throws {
    let root = try #require(read("\u{FEFF}a: 1").root)
    #expect(root.span == "1:1-1:5")
    #expect(root.range.source.line(1) == "a: 1")
  }

  @Test func `a directive gives a handle its prefix`() throws {
    let root = try #require(read("%TAG !e! !lock\n---\na: !e!ed x").root)
    #expect(root["a"]?.tag == "!locked")
  }

  @Test func `an alias is the anchored node at its own place`() throws {
    let root = try #require(read("a: &x {b: !env C}\nd: [*x, *x]").root)
    #expect(root["d"]?.items.map(\.value) == [["b": "C"], ["b": "C"]])
    #expect(root["d"]?.items.first?["b"]?.tag == "!env")
    #expect(root["d"]?.items.first?.span == "1:4-1:18")
  }

  @Test func `an anchor may be set again and an alias takes the last before it`() throws {
    #expect(try value("- &a 1\n- *a\n- &a 2\n- *a") == [1, 1, 2, 2])
  }

  @Test func `an alias may be a key`() throws {
    #expect(try value("a: &k name\n*k : 1") == ["a": "name", "name": 1])
  }

  @Test(
    arguments: [
      ("<<: {a: 1, b: 2}\na: 3\n", ["a": 3, "b": 2], ["b", "a"]),
      (
        "z: 0\n<<: [{a: 1}, {a: 2, b: 3}]\ny: 9\n", ["z": 0, "a": 1, "b": 3, "y": 9],
        ["z", "a", "b", "y"]
      ),
      ("<<: []\na: 1", ["a": 1], ["a"]),
      ("<<: {<<: {a: 1, b: 2}, b: 3}\nc: 4", ["a": 1, "b": 3, "c": 4], ["a", "b", "c"]),
    ] as [(String, Value, [String])]
  )
  func `a merge key yields to written keys and earlier mappings`(
    text: String,
    expected: Value,
    keys: [String]
  ) throws {
    let value = try value(text)
    #expect(value == expected)
    #expect(value.members?.keys == keys)
  }

  @Test func `merged mappings are usually aliases`() throws {
    let merged = try value("a: &a {x: 1, y: 2}\nb: &b {<<: *a, y: 3}\nc: {<<: [*b, *a], z: 4}")
    #expect(merged["b"] == ["x": 1, "y": 3])
    #expect(merged["c"] == ["x": 1, "y": 3, "z": 4])
  }

  @Test(arguments: ["\"<<\": {a: 1}", "'<<': {a: 1}", "!!str <<: {a: 1}"])
  func `only a plain merge key merges`(text: String) throws {
    #expect(try value(text) == ["<<": ["a": 1]])
  }

  @Test func `a key written twice keeps its first value and the rest of the document`() throws {
    let root = try #require(read("a: 1\na: 2\nb: 3").root)
    #expect(root.value == ["a": 1, "b": 3])
  }

  @Test func `duplicates are found among many keys`() {
    let lines = (0..<40).map { "key\($0): 1" } + ["key3: 2", "key39: 2", "key40: 2"]
    let diagnostics = read(lines.joined(separator: "\n")).diagnostics
    #expect(diagnostics.map(\.code) == ["duplicate-key", "duplicate-key"])
    #expect(diagnostics.compactMap(\.range?.place.line) == [41, 42])
    #expect(diagnostics.first?.detail.contains("line 4, column 1") == true)
  }
}
