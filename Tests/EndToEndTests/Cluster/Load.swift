import Foundation
import Support
import Synchronization

/// People who log in at one web host, are asked for at another, and log out at a third, for as long as a test wants.
final class Load: Sendable {
  let tally: Tally
  private let site: ClusterSite
  private let webs: [ClusterWeb]
  private let isOver = Mutex(false)
  private let running: Mutex<Int>

  /// Starts as many clients as there are people, who come to some web hosts of a site.
  init(_ site: ClusterSite, _ webs: [ClusterWeb]) {
    self.site = site
    self.webs = webs
    tally = Tally(webs: webs.count)
    running = Mutex(ClusterSite.people.count)
    for number in ClusterSite.people.indices {
      Thread.detachNewThread { [self] in
        live(number)
        running.withLock { $0 -= 1 }
      }
    }
  }

  /// Waits until at each web host so many have logged in since a moment.
  func logins(_ count: Int, since moment: Date = Date()) throws {
    try site.wait("\(count) logins at each web host; \(tally.unavailable), \(tally.odd)") {
      webs.indices.allSatisfy { tally.logins(at: $0, since: moment) >= count }
    }
  }

  /// Lets all come to an end.
  func stop() throws {
    isOver.withLock { $0 = true }
    try site.wait("the clients end") { running.withLock { $0 } == 0 }
  }

  private func live(_ number: Int) {
    var random = SplitMix(state: UInt64(number) + 1)
    var token: String?
    while !isOver.withLock({ $0 }) {
      let home = number % webs.count
      guard let form = token ?? webs[home].formToken() else {
        tally.note("form", 503)
        usleep(20_000)
        continue
      }
      token = form
      let (status, cookie) = webs[home].logIn(ClusterSite.people[number], token: form)
      // A right password is never called wrong.
      if status == 401 { tally.noteOdd("login 401") } else { tally.note("login", status) }
      guard let cookie else {
        usleep(20_000)
        continue
      }
      let session = tally.began(cookie, at: home)
      // At once, at another web host, whose first node is another one.
      let away = (home + Int.random(in: 1..<webs.count, using: &random)) % webs.count
      tally.checked(session, webs[away].check(cookie), at: away)
      if Bool.random(using: &random) { end(session, cookie, at: (away + 1) % webs.count) }
    }
  }

  private func end(_ session: Int, _ cookie: String, at web: Int) {
    tally.isEnding(session)
    let status = webs[web].logOut(cookie)
    tally.note("logout", status)
    guard status == 303 else { return }
    tally.ended(session)
    // Nowhere, from the answer on.
    for (number, web) in webs.enumerated() { tally.checked(session, web.check(cookie), at: number) }
  }

  /// Asks every web host for every session whose state is known.
  func checkAll() {
    for (number, session) in tally.sessions.enumerated() where session.hasEnded != nil {
      for (place, web) in webs.enumerated() {
        tally.checked(number, web.check(session.cookie), at: place, isCalm: true)
      }
    }
  }
}
