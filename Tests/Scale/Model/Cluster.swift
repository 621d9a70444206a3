/// One MariaDB, or Galera nodes that agree on every commit.
final class Cluster: Database {
  let nodes: [Node]
  /// Shut while the nodes have not yet agreed who is left: no commit and no causal read goes through.
  let group = Door()
  let site: Site
  let simulation: Simulation
  private var chance: Chance
  /// How a dead node died.
  private(set) var death = Site.Death.refused
  /// The commits that the group has put in their order.
  private var ordered = 0
  private var auditVersion = 0
  /// How many commits were refused because another node's came first.
  private(set) var conflicts = 0
  /// Given up after so many tries, and so many seconds: as Rollcall does.
  private static let patience = (tries: 5, seconds: 3.0)

  /// Makes nodes, all on `cores` if not each on its own.
  init(_ site: Site, in simulation: Simulation, seed: UInt64, cores: Station? = nil) {
    nodes = (0..<site.nodes).map { Node($0, of: site, in: simulation, cores: cores) }
    chance = Chance(seed: seed)
    self.site = site
    self.simulation = simulation
  }

  var stations: [Station] { [nodes[0].cores] + nodes.map(\.auditEnd) }
  private var isGroup: Bool { nodes.count > 1 }

  /// Kills a node. The others notice, and go on when they have agreed that it is gone.
  func kill(_ number: Int, _ death: Site.Death, hosts: [WebHost]) {
    self.death = death
    nodes[number].isUp = false
    for host in hosts { host.unaware[number] = host.workers.places }
    group.isShut = isGroup
    simulation.after(site.eviction) { self.group.isShut = false }
  }

  func read(_ reading: Figures.Reading, from host: WebHost, then act: @escaping () -> Void) {
    reach(from: host, toRead: true) { [self] node in
      let answer = {
        self.ask(node, host, reading.statements, reading.server) { isAnswered in
          if isAnswered { act() } else { self.read(reading, from: host, then: act) }
        }
      }
      guard isGroup else { return answer() }
      // The node asks the group what the last commit is, and waits until it has applied that.
      group.pass {
        self.simulation.after(self.site.between) { node.whenApplied(self.ordered, answer) }
      }
    }
  }

  func write(_ write: Figures.Write, from host: WebHost, then act: @escaping (Bool) -> Void) {
    host.compute(write.program / 1000) { self.attempt(write, host, 1, self.simulation.now, act) }
  }

  private func attempt(
    _ write: Figures.Write, _ host: WebHost, _ number: Int, _ start: Double, _ act: @escaping (Bool) -> Void
  ) {
    let again = { [self] in
      guard number < Self.patience.tries || simulation.now - start < Self.patience.seconds else { return act(false) }
      // Each pause is longer, up to 50 ms, and none as long as another.
      let longest = min(0.05, 0.005 * Double(1 << min(number, 4)))
      simulation.after(0.005 + chance.next() * (longest - 0.005)) {
        self.attempt(write, host, number + 1, start, act)
      }
    }
    let perStatement = write.server / write.statements
    let before = write.statements - write.statementsLocked
    reach(from: host, toRead: false) { [self] node in
      ask(node, host, before, before * perStatement) { isAnswered in
        guard isAnswered else { return again() }
        guard write.audits else {
          return self.commit(write, node, sees: nil) { $0 ? act(true) : again() }
        }
        node.auditEnd.enter {
          let seen = node.auditVersion
          self.ask(node, host, write.statementsLocked, write.statementsLocked * perStatement) { isAnswered in
            guard isAnswered else {
              node.auditEnd.leave()
              return again()
            }
            self.commit(write, node, sees: seen) { isDone in
              node.auditEnd.leave()
              if isDone { act(true) } else { again() }
            }
          }
        }
      }
    }
  }

  /// Commits: the group puts it in its order, and refuses it when the end of the audit log has moved meanwhile.
  private func commit(_ write: Figures.Write, _ node: Node, sees seen: Int?, then act: @escaping (Bool) -> Void) {
    let order = { [self] in
      guard node.isUp else { return act(false) }
      if let seen {
        guard seen == auditVersion || site.auditChains > 1 else {
          conflicts += 1
          // It knows of the other's commit before it tries again.
          return act(false)
        }
        auditVersion += 1
        node.auditVersion = auditVersion
      }
      ordered += 1
      spread(write, of: node, ordered, seen == nil ? nil : auditVersion)
      simulation.after(write.commit / 1000 * site.disk) { act(node.isUp) }
    }
    guard isGroup else { return order() }
    group.pass { self.simulation.after(self.site.between, order) }
  }

  /// Lets the other nodes apply a commit.
  private func spread(_ write: Figures.Write, of origin: Node, _ number: Int, _ version: Int?) {
    for node in nodes {
      guard node.number != origin.number else {
        node.apply(number)
        continue
      }
      node.cores.serve(chance.exponential(mean: write.apply / 1000)) {
        if let version { node.auditVersion = max(node.auditVersion, version) }
        node.apply(number)
      }
    }
  }

  /// Sends statements to a node, one after the other; whether it answered them.
  private func ask(
    _ node: Node, _ host: WebHost, _ statements: Double, _ server: Double, then act: @escaping (Bool) -> Void
  ) {
    node.cores.serve(chance.exponential(mean: server / 1000)) { [self] in
      simulation.after(statements * site.roundTrip) {
        if node.isUp { return act(true) }
        // Who was answered nothing knows of it.
        host.unaware[node.number] = max(0, host.unaware[node.number, default: 0] - 1)
        self.simulation.after(self.death == .silent ? self.site.timeout : 0) { act(false) }
      }
    }
  }

  /// Finds the node that a web host asks: the first in its order that it does not know to be gone. Each worker finds out
  /// for itself, and remembers.
  private func reach(from host: WebHost, toRead: Bool, _ act: @escaping (Node) -> Void) {
    let isNear = toRead ? site.readsNear || !site.sameOrder : !site.sameOrder
    let first = isNear ? host.number % nodes.count : 0
    for offset in 0..<nodes.count {
      let node = nodes[(first + offset) % nodes.count]
      if node.isUp { return act(node) }
      guard let unaware = host.unaware[node.number], unaware > 0 else { continue }
      host.unaware[node.number] = unaware - 1
      return simulation.after(death == .silent ? site.timeout : 0) { self.reach(from: host, toRead: toRead, act) }
    }
  }
}
