import Foundation
import Support
import Testing

extension ClusterTests {
  /// Only root may make a small disk: a file system that no process but the node sees, and that is gone with it.
  static let canMount =
    getuid() == 0 && (try? ChildProgram.run("unshare", ["-m", "mount", "-t", "tmpfs", "none", "/mnt"]))?.status == 0

  /// It is the node that all web hosts write to, as they do where all have the same order.
  @Test(.enabled(if: canMount)) func `A node whose disk is full stops nobody`() throws {
    let data = cluster.file("n3/data")
    try cluster.run("kill", "3")
    // It takes all data anew from another node.
    let script = """
      mount -t tmpfs -o size=256m none "$1" && exec "$2/script/cluster" start 3 --directory "$3"
      """
    let start = try ChildProgram.run(
      "unshare", ["-m", "sh", "-c", script, "sh", data, Products.repository, cluster.directory], timeout: 200)
    try #require(start.status == 0, "\(start.errors)")
    let process = try cluster.process(3)
    let webs = try site.webs.map { _ in try ClusterWeb(cluster.address(cluster.hosts(from: 3))) }
    defer { webs.forEach { $0.stop() } }
    try trial("node 3, to which all write, on a full disk", at: webs, isTorn: true) { load in
      let fill = "dd if=/dev/zero of=\(data)/fill bs=4096 2>/dev/null; df --output=avail \(data) | tail -n 1"
      let filled = try ChildProgram.run("nsenter", ["--target", "\(process)", "--mount", "sh", "-c", fill])
      #expect(filled.output.trimmingCharacters(in: .whitespacesAndNewlines) == "0", "\(filled.errors)")
      // What it has open has room for a while. Then the others are written to.
      try site.wait("it cannot write any more") { try cluster.status().split(separator: "\n")[1].contains(", 2 in") }
      print("cluster: node 3 on a full disk is then: \(try cluster.status().split(separator: "\n")[2])")
    } mend: {
      // The disk goes with it. What it had before that is on the large one, as old as it is.
      try cluster.run("kill", "3")
      try cluster.run("start", "3")
    }
  }
}
