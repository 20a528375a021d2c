/// Which dashboard goes with which REST endpoint.
///
/// https://www.braze.com/docs/api/basics/#endpoints
enum BrazeInstances {
  /// A sentence that helps to see whether `origin` is the right endpoint.
  static func hint(on origin: String) -> String {
    guard let dashboard = dashboard(of: origin) else {
      return
        "the dashboard's URL tells the instance, https://dashboard-01.braze.eu that of "
        + "https://rest.fra-01.braze.eu."
    }
    return
      "\(origin) belongs to the dashboard at \(dashboard). If yours has another URL, correct the "
      + "environment's endpoint."
  }

  /// The dashboard of the instance whose REST endpoint is `origin`; nil where the names do not tell.
  static func dashboard(of origin: String) -> String? {
    guard let match = origin.wholeMatch(of: /https:\/\/rest\.(iad|fra|au)-(\d\d)\.braze\.(com|eu)/)
    else { return nil }
    let (_, region, number, domain) = match.output
    return region == "au"
      ? "https://dashboard.au-\(number).braze.\(domain)"
      : "https://dashboard-\(number).braze.\(domain)"
  }
}
