/// Why a change is in the plan.
package enum Reason: String, Sendable, Hashable {
  case missing = "does not exist"
  case deletedElsewhere = "was deleted by somebody else"
  case differs = "differs"
  case immutableDiffers = "an attribute differs that cannot be changed"
  case unwanted = "is declared absent"
  case secretsRequested = "secrets are to be set"
  case neverAttested = "is not attested"
  case attestedChanged = "changed since it was attested"
  case idMissing = "needs an id that there is not yet"
  case emerging = "is not there yet"
}
