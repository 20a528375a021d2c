import Diagnostics
import Foundation
import Model
import Planning
import Spec
import Values
import Workload
import Zendesk

/// The chain from bytes to a plan with nothing to do, without a network: parse, decode, resolve, diff.
///
/// `stages RESOURCES RUNS` prints the seconds of each run, then the process's largest resident size in
/// bytes before and after the runs.
@main
enum Main {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    guard arguments.count == 2 else { exit(64) }
    let workload = Workload(triggers: arguments[0] - 150)
    let files = workload.files(
      environment: "{zendesk: {subdomain: bench, auth: {access_token: !env T}}}"
    )
    .map { SpecFile(name: $0.name, bytes: Array($0.text.utf8)) }
    var live: [String: [RemoteObject]]?
    for run in 0...arguments[1] {
      let start = ContinuousClock.now
      let resources = desired(files)
      let plan = plan(resources, live ?? [:])
      let duration = start.duration(to: .now)
      if live == nil {
        // The first run finds nothing, and makes what the others find.
        live = objects(of: resources)
        print(residentSize())
      } else {
        guard plan.changes.isEmpty else {
          print(plan.changes.prefix(3))
          exit(1)
        }
        print(duration / .seconds(1))
      }
      if run == arguments[1] { print(residentSize()) }
    }
  }

  private static func desired(_ files: [SpecFile]) -> [Resource] {
    let options = SpecOptions(kinds: ZendeskKinds.all) { _, _ in .missing }
    let (spec, diagnostics) = Specification.read(files, options: options)
    let resolved = spec?.resolve(environment: "bench", variables: [:], secrets: .unread)
    guard let desired = resolved?.desired else {
      for diagnostic in (diagnostics + (resolved?.diagnostics ?? [])).prefix(3) {
        print(diagnostic)
      }
      exit(1)
    }
    return desired.resources
  }

  private static func plan(_ resources: [Resource], _ live: [String: [RemoteObject]]) -> Plan {
    let input = PlanningInput(
      environment: "bench",
      targets: ["zendesk": "https://bench.zendesk.com"],
      resources: resources,
      live: live,
      baselines: [:]
    )
    do throws(PlanningFailure) {
      return try Planner.plan(input)
    } catch {
      print(error)
      exit(1)
    }
  }

  /// What the API would list if `resources` had been applied.
  private static func objects(of resources: [Resource]) -> [String: [RemoteObject]] {
    var ids: [String: String] = [:]
    for (index, resource) in resources.enumerated() {
      ids[resource.address.description] = String(index + 1)
    }
    var live: [String: [RemoteObject]] = [:]
    for resource in resources {
      var attributes = Members()
      for (name, value) in resource.attributes {
        guard let attribute = resource.kind.schema[name] else { continue }
        let known = value.replacingSymbols { symbol in
          guard case .reference(let reference) = symbol else { return symbol }
          return .string(ids[reference.address] ?? "")
        }
        attributes[attribute.readName ?? name] = attribute.wireForm(of: known)
        attributes[name] = attribute.wireForm(of: known)
      }
      let id = ids[resource.address.description] ?? ""
      attributes["id"] = .string(id)
      live[resource.kind.name, default: []].append(RemoteObject(id: id, attributes: attributes))
    }
    return live
  }

  private static func residentSize() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
