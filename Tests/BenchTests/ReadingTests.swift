import Testing

@testable import Bench

@Suite struct ReadingTests {
  @Test("wrk's report is read in all its units", arguments: [("890.00us", 0.89), ("3.20ms", 3.2), ("1.50s", 1500)])
  func load(wait: String, milliseconds: Double) throws {
    let load = try #require(
      FastCGIGroup.Load("  Latency Distribution\n     50%  400.00us\n     99%  \(wait)\nRequests/sec:  18012.34\n"))
    #expect(load.rate == 18012.34)
    #expect(abs(load.p99 - milliseconds) < 1e-9)
  }

  @Test("A report of failed requests is none")
  func failures() {
    #expect(FastCGIGroup.Load("99% 1.00ms\nRequests/sec: 10\nNon-2xx or 3xx responses: 7\n") == nil)
  }

  @Test("Calls are counted once, whoever made them; signals and ends are none")
  func calls() {
    let trace = """
      12 execve("/bin/true", ["true"], 0x7f /* 3 vars */) = 0
      12 read(3, "execve(", 7) = 7
      13 futex(0x1, FUTEX_WAIT <unfinished ...>
      13 <... futex resumed>) = 0
      12 --- SIGCHLD {si_signo=SIGCHLD} ---
      12 exit_group(0) = ?
      12 +++ exited with 0 +++
      """
    #expect(Count.calls(trace) == 4)
  }

  @Test("A page's table has a column for each size, and says what missed its goal")
  func page() {
    let rows = [
      Row("check", "time", size: 1000, 3, "ms", p99: 4, beside: ("static C", 2), goal: .timesAtMost(1.25)),
      Row("check", "time", size: 1_000_000, 2.2, "ms", beside: ("static C", 2), goal: .timesAtMost(1.25)),
    ]
    #expect(
      Page.table(rows) == """
        | what | beside | 1,000 | 1,000,000 | goal |
        | --- | --- | --: | --: | --- |
        | time, ms | static C | 3, p99 4 (1.50 ×) | 2.20 (1.10 ×) | ≤ 1.25 × **missed** |
        """)
  }
}
