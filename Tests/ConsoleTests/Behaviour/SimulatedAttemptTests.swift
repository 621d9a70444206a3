import SessionCore
import Testing

@testable import Console

@Suite struct SimulatedAttemptTests {
  @Test(arguments: [40, 80, 200]) func `what was simulated is said to be, and only there`(_ columns: Int) {
    let real = Bench.loaded(columns: columns)
    real.press(.character("3"))
    #expect(!real.text.contains("KIND") && !real.text.contains("simulated"))
    var entry = Sample.attempt(90, "alice", user: 1, .wrongPassword, ago: .seconds(5))
    entry.attempt.simulatedBy = "lin on pts/3"
    let bench = Bench.loaded(columns: columns, attempts: [entry] + Sample.attempts)
    bench.press(.character("3"))
    let rows = bench.lines.filter {
      $0.contains(columns == 40 ? "sim. wrong" : "simulated ") && !$0.contains("simulated by")
    }
    #expect(rows.count == 1 && rows[0].contains("alice"))
  }
}
