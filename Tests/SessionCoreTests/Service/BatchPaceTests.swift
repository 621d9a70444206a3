import Testing

@testable import SessionCore

@Suite struct BatchPaceTests {
  @Test func `slow batches get smaller, fast ones larger, within bounds`() {
    var pace = BatchPace()
    for _ in 0..<20 { pace.adapt(to: 50_000_000) }
    #expect(pace.rows == 15)
    for _ in 0..<20 { pace.adapt(to: 100_000) }
    #expect(pace.rows == BatchPace.most)
    pace.adapt(to: 5_000_000)
    #expect(pace.rows == BatchPace.most)
  }

  @Test func `a steady pace stays`() {
    var pace = BatchPace(steady: 7)
    pace.adapt(to: 50_000_000)
    #expect(pace.rows == 7)
  }
}
