import SessionCore
import Support
import Testing

@testable import LoginWeb

/// 20,000 requests that are almost right, from a seed: none makes the program stop, answer with what it should not, or
/// show what it was sent as anything but text.
@Suite struct RequestFuzzTests {
  static let statuses: Set<Int> = [200, 303, 400, 401, 403, 404, 405, 411, 413, 415, 429]

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `5,000 mutated requests are answered well`(_ seed: UInt64) throws {
    let site = try TestSite()
    let alice = Browser(site)
    var mutator = RequestMutator(random: SplitMix(state: seed))
    var seen: [Int: Int] = [:]
    for index in 0..<5000 {
      if index % 50 == 0 {
        // Guessing is slowed down and sessions end; this is about all the rest.
        _ = try site.database.service.forgive(.all, by: TestDatabase.operator, reason: "")
        alice.logIn()
        let login = alice.get("", query: "carry=1").field("token") ?? ""
        let form = alice.page().field("token") ?? ""
        let cookie = alice.cookie ?? ""
        mutator.known = [cookie, cookie, login, login, form, "alice", TestDatabase.password]
      }
      let draft = mutator.next()
      let what: Comment = "seed \(seed), request \(index): \(draft.variables)"
      // Every fourth goes to a page behind the gate.
      let answer =
        index % 4 == 0
        ? site.sendToPage(draft.variables, body: draft.body) : site.send(draft.variables, body: draft.body)
      let read = try CGIAnswer(answer.serialized())
      seen[read.status, default: 0] += 1
      #expect(Self.statuses.contains(read.status), what)
      let isSecure = Connection(of: TestSite.request(draft.variables)).isSecure
      #expect(read.faults(isSecure: isSecure) == [], what)
      #expect(!read.headers.contains { $0.name.lowercased().contains("zqx") }, what)
      if !read.body.isEmpty {
        do {
          let page = try Markup(read.body)
          #expect(!page.tags.contains { $0.name == "zqx" || $0.attributes["zqy"] != nil || $0.name == "script" }, what)
        } catch {
          Issue.record(error, what)
        }
      }
      if index % 25 == 0 { site.database.clock.advance(.seconds(1)) }
    }
    #expect(site.log == [])
    // The mutations go deep enough: logins succeed, fail and are slowed down.
    for status in [200, 303, 401, 403, 404, 405, 413, 415] { #expect(seen[status, default: 0] > 2, "\(seen)") }
    #expect(try site.database.service.verifyAudit().fault == nil)
  }
}
