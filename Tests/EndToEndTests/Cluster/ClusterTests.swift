import Foundation
import Support
import Testing

/// Real web hosts on a real cluster, and what happens to clusters. What is counted is printed as well: `script/cluster trial`
/// shows it.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ClusterTests {
  let site: ClusterSite

  init() throws { site = try ClusterSite.shared.get() }

  var cluster: Cluster { site.cluster }

  /// Lets people come and go while something happens, and holds what they were told against what is so afterwards.
  ///
  /// - Parameters:
  ///   - name: what happens, as the report says it.
  ///   - webs: the web hosts that they come to; nil for those of the site.
  ///   - isTorn: whether a node cannot write down what the others have confirmed. Until it knows, it answers for a moment
  ///     without it: wrong answers in that moment are shown, and those afterwards are faults.
  ///   - fault: makes it happen.
  ///   - mend: ends it.
  /// - Throws: ``ChildProgram/Failure`` with the web hosts' logs, when something does not come to be.
  func trial(
    _ name: String, at webs: [ClusterWeb]? = nil, isTorn: Bool = false, _ fault: (Load) throws -> Void,
    mend: () throws -> Void
  ) throws {
    let webs = webs ?? site.webs
    let load = Load(site, webs)
    let tally = load.tally
    var moments = [Date()]
    do {
      // Whoever is to be lost must have somebody to lose.
      try load.logins(2)
      moments = [Date()]
      try fault(load)
      try load.logins(2)
      moments.append(Date())
      try mend()
      try load.logins(2)
      moments.append(Date())
      try load.stop()
    } catch {
      try? load.stop()
      try? cluster.mend()
      throw ChildProgram.Failure("\(name): \(error); log: \(webs.map { $0.log.suffix(600) })")
    }
    try cluster.mend()
    load.checkAll()
    let pauses = zip(moments, moments.dropFirst()).map { begin, end in
      webs.indices.map { String(format: "%.1f", tally.pause(at: $0, since: begin, until: end)) }
        .joined(separator: ", ")
    }
    let report = """
      cluster: \(name): \(tally.loginCount) logins acknowledged, \(tally.lost) lost, \(tally.doubted) refused \
      for a moment; \(tally.endCount) sessions ended, \
      \(tally.honoured) honoured afterwards (\(tally.checkCount) checks); longest time without a login at each web \
      host: \(pauses[0]) s in the fault, \(pauses[1]) s as it ended; answered "not now": \
      \(tally.unavailable.values.reduce(0, +))
      """
    print(report)
    #expect(tally.lost == 0, "\(report) \(tally.traces)")
    let wrong = tally.traces.filter { !isTorn || $0.contains(Tally.afterwards) }
    #expect(wrong == [], "\(report)")
    #expect(tally.odd == [:], "\(report)")
    #expect(tally.endCount > 0)
    try site.wait("\(name): the nodes agree") { site.agree() }
    try site.rollcall("audit", "verify")
  }
}
