package import Diagnostics
package import Model
internal import Planning
internal import Values

extension Runbook {
  /// One thing that a person does in the vendor's console.
  package struct Step: Sendable {
    package enum Action: String, Sendable {
      case make, change, remove
      /// Nothing is known to be wrong: look, and say so.
      case confirm
    }

    package let address: Address
    package let kind: String
    package let action: Action
    package let reason: String
    /// The object's id, if it has one.
    package let id: String?
    package let subject: Subject
    /// Where in the console; nil where the vendor's page is all that is known.
    package let place: String?
    package let page: String
    /// What is seen to be wrong.
    package let changes: [Deviation]
    /// What is to be, as far as the step is about it.
    package let values: [Field]
    /// The names of the attributes that need a person's word.
    package let attested: [String]
    package let verification: String?
    /// How it is got rid of, where that is the step.
    package let removal: String?
    /// Whether nobody knows if it is there.
    package let isUnseen: Bool
    package let source: Place

    init(_ change: Change, _ resource: Resource, _ reader: FieldReader) {
      let kind = resource.kind
      let action = Action(change, kind)
      self.action = action
      address = change.address
      self.kind = change.kind
      reason = change.reason.rawValue
      id = change.id ?? kind.idAttribute.flatMap { resource.attributes[$0]?.scalarText }
      subject = Subject(resource)
      let handwork = kind.handwork
      place =
        action == .make ? handwork?.place(resource.attributes) : handwork?.placeOfChange
      page = kind.page
      let open = Set(change.attributes.map(\.attribute))
      attested =
        action == .remove
        ? [] : kind.schema.filter { $0.isAttested && open.contains($0.name) }.map(\.name)
      verification =
        action == .remove ? "the next plan reads that it is gone" : handwork?.verification
      removal = Self.removal(change, handwork)
      isUnseen = kind.mode == .attested
      source = change.source
      let all = reader.fields(of: resource)
      let names = Set(attested)
      switch action {
      case .make:
        changes = []
        values = all.filter { !reader.isEmptyBox($0, of: resource) }
      case .remove: (changes, values) = ([], [])
      case .change, .confirm:
        let visible = change.attributes.filter { !names.contains($0.attribute) }
        changes = visible.map { reader.deviation($0, of: resource) }
        let paths = changes.filter { $0.inside != nil }.map(\.path)
        values = all.filter { names.contains($0.attribute) || paths.contains($0.path) }
      }
    }
  }
}

extension Runbook.Step {
  /// Also of what cannot be changed, since a new one takes its place.
  private static func removal(_ change: Change, _ handwork: Handwork?) -> String? {
    switch change.reason {
    case .unwanted: handwork?.removal
    case .immutableDiffers:
      "No API changes this, and the console may not either. To have a new one made, give the resource "
        + "another name in the spec, without `match`. Then be rid of this one: "
        + (handwork?.removal ?? "")
    default: nil
    }
  }
}

extension Runbook.Step.Action {
  fileprivate init(_ change: Change, _ kind: Kind) {
    switch change.reason {
    case .unwanted: self = .remove
    case .missing, .deletedElsewhere, .emerging: self = .make
    case .neverAttested:
      self = kind.mode == .attested && kind.idAttribute == nil ? .make : .confirm
    default: self = .change
    }
  }

  /// How a heading begins.
  var word: String {
    switch self {
    case .make: "Make"
    case .change: "Change"
    case .remove: "Remove"
    case .confirm: "Confirm"
    }
  }
}
