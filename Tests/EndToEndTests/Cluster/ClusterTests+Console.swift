import Screen
import Support
import Testing

extension ClusterTests {
  @Test func `the console names its node and the cluster's size, and tells how the loss of the node went`() throws {
    defer { try? cluster.mend() }
    let (first, second) = (cluster.host(3), cluster.host(1))
    let console = try RunningConsole(
      cluster.address([first, second, cluster.host(2)]), size: Size(rows: 30, columns: 140))
    try console.wait(for: "\(first) · 3 nodes")
    try cluster.run("kill", "3")
    try console.wait(for: "\(first) stopped answering: went over to \(second) in")
    try console.wait(for: "\(second) · 2 of 3 nodes")
    try console.press("5")
    try console.wait(for: "Primary, Synced")
    try console.wait(for: ": from \(first) to \(second) in")
    try cluster.mend()
    try console.wait(for: "\(second) · 3 nodes")
    try console.press("q")
    #expect(try console.terminal.waitForExit() == .exited(0))
  }
}
