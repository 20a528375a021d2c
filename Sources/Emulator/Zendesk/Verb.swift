/// What is done to a collection or a member of it, by the name of the controller's action.
enum Verb: String, Sendable {
  case index, show, create, update, replace, destroy
}
