/// A MariaDB, alone or in a cluster.
final class Node {
  let number: Int
  let cores: Station
  /// The row at the end of the audit log, which each transaction that adds to the log locks until it is committed.
  let auditEnd: Station
  /// Whether it is there.
  var isUp = true
  /// How much of the log's end it knows of.
  var auditVersion = 0
  /// The others' transactions that it has applied, and those that wait until it has.
  private(set) var applied = 0
  private var done: Set<Int> = []
  private var waiting: [(number: Int, act: () -> Void)] = []

  init(_ number: Int, of site: Site, in simulation: Simulation, cores: Station?) {
    self.number = number
    self.cores = cores ?? Station("the first node's cores", places: site.nodeCores, in: simulation)
    auditEnd = Station("the audit log's end", places: site.auditChains, in: simulation)
  }

  /// Notes that a transaction is applied. They become visible in their order.
  func apply(_ number: Int) {
    done.insert(number)
    while done.remove(applied + 1) != nil { applied += 1 }
    guard let first = waiting.first, first.number <= applied else { return }
    let ready = waiting.prefix { $0.number <= applied }
    waiting.removeFirst(ready.count)
    for one in ready { one.act() }
  }

  /// Runs `act` as soon as everything up to a transaction is applied: what a causal read waits for.
  func whenApplied(_ number: Int, _ act: @escaping () -> Void) {
    if number <= applied { act() } else { waiting.append((number, act)) }
  }
}
