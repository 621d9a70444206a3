import Foundation
import Support

/// The check "who has this cookie?" by CGI, a process for each: ours and the peers', in turn.
struct CheckGroup {
  let site: Site
  static let name = "check"

  /// - Throws: ``ChildProgram/Failure``.
  func rows() throws -> [Row] { try site.sizes.flatMap { try rows(try site.store.set($0)) } }

  private func rows(_ set: DataSet) throws -> [Row] {
    site.say("check, \(Double(set.size).rough) sessions")
    let visitor = site.visitor(set.database)
    let ours = visitor.check(try visitor.logIn())
    let peers = self.peers(set)
    for (name, command) in [("login.cgi", ours)] + peers.map({ ($0.name, $0.command) }) {
      guard try command.output().contains("Remote-User: ") || name.hasPrefix("PHP") else {
        throw ChildProgram.Failure("\(name) does not know its visitor")
      }
    }
    let costs = try site.runner.interleave(
      [(ours, site.runs)] + peers.map { ($0.command, $0.isFast ? site.runs : max(10, site.runs / 5)) })
    let own = costs[0]
    func row(_ what: String, _ figure: Double, _ unit: String, _ floor: Double, _ goal: Goal? = nil) -> Row {
      Row(Self.name, what, size: set.size, figure, unit, beside: (peers[0].name, floor), goal: goal)
    }
    let times = zip(peers, costs.dropFirst()).map { peer, costs in
      Row(
        Self.name, "time", size: set.size, own.map(\.time).median, "ms", p99: own.map(\.time).percentile(99),
        beside: (peer.name, costs.map(\.time).median), goal: peer.goal)
    }
    let floor = costs[1]
    return times + [
      row(
        "instructions", try Count.instructions(ours), "instr", try Count.instructions(peers[0].command),
        .timesAtMost(1.5)),
      row("peak memory", own.map(\.memory).median, "MiB", floor.map(\.memory).median),
      row("page faults", own.map(\.faults).median, "faults", floor.map(\.faults).median),
      row("system calls", try Count.systemCalls(ours), "calls", try Count.systemCalls(peers[0].command)),
      row(
        "shared libraries", try Count.libraries(ours.program), "files", try Count.libraries(peers[0].command.program)),
    ]
  }

  private struct Peer {
    let name: String
    let command: Command
    var isFast = false
    let goal: Goal
  }

  /// The floor's check.
  func floor(_ set: DataSet) -> Command {
    Command(
      program: site.tools + "/floor",
      environment: environment(["FLOOR_DATABASE": set.floor, "HTTP_COOKIE": "floor=" + set.token]))
  }

  private func environment(_ more: [String: String]) -> [String: String] {
    ["GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "GET", "PATH": "/usr/bin:/bin"].merging(more) { $1 }
  }

  private func peers(_ set: DataSet) -> [Peer] {
    let peers = site.root + "/bench/peers/"
    return [
      Peer(
        name: "static C",
        command: floor(set),
        isFast: true, goal: .timesAtMost(1.25)),
      Peer(
        name: "PHP sessions",
        command: Command(
          program: "/usr/bin/php-cgi", arguments: ["-d", "session.save_path=" + set.php],
          environment: environment([
            "REDIRECT_STATUS": "200", "SCRIPT_FILENAME": site.root + "/bench/fastcgi/sessions.php",
            "HTTP_COOKIE": "PHPSESSID=" + set.token,
          ])), goal: .fasterBy(8)),
      Peer(
        name: "Python, the seed",
        command: Command(
          program: "/usr/bin/python3", arguments: [peers + "seed.py"],
          environment: environment([
            "SEED_DATABASE": set.floor, "HTTP_COOKIE": "userid=1; session=" + set.token,
          ])), goal: .fasterBy(9)),
      Peer(
        name: "Perl CGI::Session",
        command: Command(
          program: "/usr/bin/perl", arguments: [peers + "session.pl"],
          environment: environment(["PERL_DATABASE": set.perl, "HTTP_COOKIE": "CGISESSID=" + set.perlID])),
        goal: .fasterBy(24)),
    ]
  }
}
