import Foundation
import Support

/// The check by FastCGI behind nginx: login.cgi, php-fpm with its own sessions, php-fpm with the same lookup in SQLite, and
/// what only answers. As many workers each, and one, 8 and 64 clients.
struct FastCGIGroup {
  let site: Site
  static let name = "fastcgi"
  private static let workers = 4
  private static let rounds = 3
  private static let seconds = 2

  private struct Peer {
    let name: String
    let path: String
    let cookie: String
    /// How many times its checks a second ours are to be.
    var goal: Goal? = .timesAtLeast(3)
    /// Whether it looks at the cookie.
    var isCheck = true
  }

  /// On the largest database alone: how the check grows with it, the check by CGI says.
  ///
  /// - Throws: ``ChildProgram/Failure``.
  func rows() throws -> [Row] {
    let set = try site.store.set(site.sizes.max() ?? 1000)
    site.say("fastcgi, \(Double(set.size).rough) sessions")
    let servers = try Servers(site, set, workers: Self.workers)
    let peers = [
      Peer(name: "login.cgi", path: "/rollcall", cookie: try site.visitor(set.database, isSecure: false).logIn()),
      Peer(name: "php-fpm, its sessions", path: "/php-sessions", cookie: "PHPSESSID=" + set.token),
      Peer(name: "php-fpm, SQLite", path: "/php-sqlite", cookie: "peer=" + set.phpToken),
      Peer(name: "an answer in C, no check", path: "/floor", cookie: "none=1", goal: nil, isCheck: false),
    ]
    // Each has to know its visitor, and to turn a stranger away.
    for peer in peers where peer.isCheck {
      guard try servers.status(peer.path, peer.cookie) == 200, try servers.status(peer.path, "none=1") == 401 else {
        throw ChildProgram.Failure(
          "\(peer.name) takes strangers for visitors, or visitors for strangers\n\(servers.log)")
      }
    }
    return try [1, 8, 64].flatMap { clients -> [Row] in
      var loads = peers.map { _ in [Load]() }
      for round in 0...Self.rounds {
        for (index, peer) in peers.enumerated() {
          let load = try servers.load(peer.path, peer.cookie, clients: clients, seconds: round == 0 ? 1 : Self.seconds)
          if round > 0 { loads[index].append(load) }
        }
      }
      let own = loads[0]
      return zip(peers, loads).dropFirst().flatMap { peer, loads in
        [
          Row(
            Self.name, "checks a second, \(clients) at once", size: set.size, own.map(\.rate).median, "/s",
            beside: (peer.name, loads.map(\.rate).median), goal: peer.goal),
          Row(
            Self.name, "p99, \(clients) at once", size: set.size, own.map(\.p99).median, "ms",
            beside: (peer.name, loads.map(\.p99).median)),
        ]
      }
    }
  }

  /// What wrk found.
  struct Load: Equatable {
    /// Answers a second.
    let rate: Double
    /// 99 of 100 took no longer, in milliseconds.
    let p99: Double

    /// Nil where requests failed.
    init?(_ report: String) {
      guard !report.contains("Non-2xx"), !report.contains("Socket errors"),
        let rate = report.firstMatch(of: /Requests\/sec: *([0-9.]+)/).flatMap({ Double($0.1) }),
        let wait = report.firstMatch(of: /99% +([0-9.]+)(us|ms|s)\b/), let number = Double(wait.1)
      else { return nil }
      self.rate = rate
      p99 = number * (wait.2 == "us" ? 0.001 : wait.2 == "s" ? 1000 : 1)
    }
  }
}
