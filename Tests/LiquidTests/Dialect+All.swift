import Testing

@testable import Liquid

extension Dialect {
  static let all: [Dialect] = [.liquid, .braze, .zendesk]
}

extension Dialect: CustomTestStringConvertible {
  public var testDescription: String { title }
}
