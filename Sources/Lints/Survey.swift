internal import Braze
internal import Model
internal import Spec
internal import Values

/// A resolved spec as lints look at it: gathered once, so that no lint has to search for the like.
struct Survey: Sendable {
  /// What the environment's spec is applied to.
  let target: Target
  /// All but those that are to be deleted.
  let resources: [Resource]
  let absent: [Resource]
  /// Every call of a webhook that the spec declares.
  let calls: [Call]
  /// Every URL where a kind has a place for one.
  let urls: [WrittenURL]
  /// Every request with a body to Braze or Zendesk, and every one that Braze makes.
  let sendings: [Sending]
  /// What of `sendings` goes to Braze's endpoints for messages and profiles.
  let brazeMessages: [BrazeMessage]
  /// What the campaigns and Canvases that the spec declares send to other systems.
  let brazeRequests: [BrazeRequest]
  /// Every text in which Braze fills in Liquid.
  let brazeTexts: [BrazeText]
  private let byAddress: [Address: Resource]

  init(_ desired: DesiredState) {
    let target = desired.target
    self.target = target
    resources = desired.resources.filter { !$0.isAbsent }
    absent = desired.resources.filter(\.isAbsent)
    let byAddress = Dictionary(resources.map { ($0.address, $0) }, uniquingKeysWith: { $1 })
    urls = resources.flatMap { WrittenURL.all(of: $0, target) }
    let destinations = Dictionary(urls.map { ($0.address, $0.destination) }) { first, _ in first }
    calls = resources.flatMap { Call.all(of: $0, among: byAddress, destinations) }
    brazeRequests = urls.filter { $0.address.system == Kind.campaign.system }
      .map { BrazeRequest($0) }
    sendings = calls.compactMap { Sending($0) } + brazeRequests.map { Sending($0) }
    brazeMessages = sendings.compactMap { BrazeMessage($0) }
    brazeTexts =
      brazeRequests.flatMap { $0.head + $0.texts } + resources.flatMap { BrazeText.all(of: $0) }
    self.byAddress = byAddress
  }

  /// The resource whose id `value` is to be; nil where it is none, or is to be deleted.
  func resource(behind value: Value?) -> Resource? {
    guard case .reference(let reference)? = value else { return nil }
    return resource(behind: reference)
  }

  func resource(behind reference: Reference) -> Resource? {
    Address(reference.address).flatMap { byAddress[$0] }
  }
}
