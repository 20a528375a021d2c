import Testing

@testable import Values

struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("é€", "w6nigqw="),
  ])
  func `base64 goes both ways`(_ plain: String, _ encoded: String) {
    #expect(Base64.encode(plain) == encoded)
    #expect(Base64.decode(encoded) == plain)
  }

  @Test(arguments: ["Zg*=", "Z", "gA=="])
  func `what is not base64 of text decodes to nothing`(_ text: String) {
    #expect(Base64.decode(text) == nil)
  }
}
