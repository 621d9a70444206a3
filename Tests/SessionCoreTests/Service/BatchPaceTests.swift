import Testing

@testable import SessionCore

@Suite struct BatchPaceTests {
  @Test func `slow batches get smaller, fast ones larger, within bounds`() {
    var pace = BatchPace()
    for _ in 0..<20 { pace.adapt(to: 50_000_000, amongOthers: false) }
    #expect(pace.rows == 3)
    for _ in 0..<20 { pace.adapt(to: 100_000, amongOthers: false) }
    #expect(pace.rows == BatchPace.most)
    pace.adapt(to: 5_000_000, amongOthers: false)
    #expect(pace.rows == BatchPace.most)
  }

  @Test func `what is short enough for one alone is too long among others`() {
    var pace = BatchPace()
    pace.adapt(to: 5_000_000, amongOthers: false)
    let alone = pace.rows
    pace.adapt(to: 5_000_000, amongOthers: true)
    #expect(pace.rows == alone / 2)
    pace.adapt(to: 1_000_000, amongOthers: true)
    #expect(pace.rows == alone / 2)
  }

  @Test func `a steady pace stays`() {
    var pace = BatchPace(steady: 7)
    pace.adapt(to: 50_000_000, amongOthers: true)
    #expect(pace.rows == 7)
  }
}
