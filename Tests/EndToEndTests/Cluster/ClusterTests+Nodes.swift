import Foundation
import Support
import Testing

extension ClusterTests {
  /// Node 1 is where one web host writes, and the second choice of another.
  @Test(arguments: [1, 3]) func `A node that is killed takes no login with it, and comes back`(_ node: Int) throws {
    try trial("kill -9 of node \(node)") { _ in
      try cluster.run("kill", "\(node)")
    } mend: {
      try cluster.run("start", "\(node)")
    }
  }

  @Test func `A node that is cut off lets nobody in on its own, and comes back`() throws {
    let witness = try Witness(site, node: 2)
    try trial("node 2 cut off") { _ in
      try cluster.run("cut", "2")
      try witness.end(at: site.webs[0])
      try wait(untilAlone: 2)
    } mend: {
      try cluster.run("heal", "2")
    }
    try hear(witness, "node 2 asked alone while it is cut off and joins again")
  }

  @Test func `A node that freezes and goes on honours nothing that has ended meanwhile`() throws {
    let witness = try Witness(site, node: 1)
    try trial("node 1 frozen for 11 s") { _ in
      let begin = Date()
      try cluster.run("stop", "1")
      try witness.end(at: site.webs[1])
      // It wakes up among others that have long gone on without it.
      while Date().timeIntervalSince(begin) < 11 { usleep(20_000) }
    } mend: {
      try cluster.run("cont", "1")
    }
    try hear(witness, "node 1 asked alone while it is frozen and wakes up")
  }

  private func hear(_ witness: Witness, _ what: String) throws {
    let (honoured, refused) = try witness.finish(site)
    let report = "cluster: \(what): an ended session was asked for \(honoured + refused) times, \(honoured) honoured"
    print(report)
    #expect(honoured == 0, "\(report)")
  }

  @Test func `All nodes are killed at once, and the one whose data is newest begins`() throws {
    try trial("kill -9 of all three nodes") { _ in
      for node in cluster.nodes { try cluster.run("kill", "\(node)") }
      try cluster.run("up")
    } mend: {
    }
  }

  /// Waits until nodes know that they have no majority.
  func wait(untilAlone nodes: Int...) throws {
    try site.wait("they know that they are alone") {
      try nodes.allSatisfy {
        try cluster.sql($0, "SHOW GLOBAL STATUS LIKE 'wsrep_cluster_status'").hasSuffix("non-Primary")
      }
    }
  }
}
