import Foundation
import Support
import Synchronization
import Testing

extension ClusterTests {
  @Test func `Two nodes that touch one row at once both come to their end, and every act counts`() throws {
    let token = try #require(site.webs[0].formToken())
    let rounds = 12
    let statuses = Mutex([Int: Int]())
    let cookies = Mutex([String]())
    // One account's row and the audit log's last one, from three nodes at once.
    DispatchQueue.concurrentPerform(iterations: site.webs.count) { number in
      for _ in 0..<rounds {
        let (status, cookie) = site.webs[number].logIn("person0", token: token)
        statuses.withLock { $0[status, default: 0] += 1 }
        if let cookie { cookies.withLock { $0.append(cookie) } }
      }
    }
    let all = cookies.withLock { $0 }
    #expect(statuses.withLock { $0 } == [303: rounds * site.webs.count])
    // One session, ended at all three web hosts at once.
    let honoured = Mutex(0)
    for cookie in all.prefix(8) {
      let ends = Mutex([Int]())
      DispatchQueue.concurrentPerform(iterations: site.webs.count) { number in
        let status = site.webs[number].logOut(cookie)
        ends.withLock { $0.append(status) }
        // Whoever was told that it is over finds it over, everywhere.
        if status == 303 {
          for web in site.webs where web.check(cookie) == 200 { honoured.withLock { $0 += 1 } }
        }
      }
      // Who comes too late for the page finds the form, and no session to end.
      #expect(
        ends.withLock { $0.contains(303) && $0.allSatisfy { [303, 403].contains($0) } }, "\(ends.withLock { $0 })")
    }
    #expect(honoured.withLock { $0 } == 0)
    for cookie in all.dropFirst(8) { #expect(site.webs.map { $0.check(cookie) } == [200, 200, 200]) }
    try site.rollcall("audit", "verify")
    try site.wait("the nodes agree") { site.agree() }
    print(
      """
      cluster: three nodes, one row: \(all.count) logins of one account at once, \(all.count) acknowledged; \
      \(honoured.withLock { $0 }) ended sessions honoured afterwards
      """)
  }
}
