import SessionCore
import Testing

@Suite struct CappedCountTests {
  @Test func `a count says when it stopped early`() {
    #expect(CappedCount(found: 0).text == "0")
    #expect(CappedCount(found: 10_000).text == "10000")
    #expect(!CappedCount(found: 10_000).isCapped)
    #expect(CappedCount(found: 10_001).text == "10000+")
    #expect(CappedCount(found: 10_001).value == 10_000)
  }
}
