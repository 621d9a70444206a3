import SessionCore
import Testing

@Suite struct SessionIDTests {
  private func id(at milliseconds: Int64, noise: UInt8 = 0) -> SessionID {
    SessionID(time: Timestamp(milliseconds: milliseconds), random: RandomSource { .init(repeating: noise, count: $0) })
  }

  @Test func `bytes and text name the same id`() throws {
    for _ in 0..<200 {
      let id = SessionID(time: Timestamp(milliseconds: 1_795_000_000_123), random: .system)
      #expect(id.bytes.count == 16)
      #expect(id.description.utf8.count == 26)
      #expect(SessionID(bytes: id.bytes) == id)
      #expect(SessionID(text: id.description) == id)
      #expect(SessionID(text: id.description.lowercased()) == id)
    }
  }

  @Test func `the smallest and the largest`() throws {
    let least = try #require(SessionID(bytes: [UInt8](repeating: 0, count: 16)))
    let most = try #require(SessionID(bytes: [UInt8](repeating: 255, count: 16)))
    #expect(least.description == "00000000000000000000000000")
    #expect(most.description == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
    #expect(SessionID(text: most.description) == most)
    #expect(least < most)
  }

  @Test func `ids, their bytes and their texts stand in the order of time`() {
    let times: [Int64] = [0, 1, 255, 256, 65_535, 1_795_000_000_000, 1_795_000_000_001, 1 << 47]
    let ids = times.map { id(at: $0, noise: $0 % 2 == 0 ? 255 : 0) }
    #expect(ids == ids.sorted())
    #expect(ids.map(\.description) == ids.map(\.description).sorted())
    for (one, next) in zip(ids, ids.dropFirst()) { #expect(one.bytes.lexicographicallyPrecedes(next.bytes)) }
  }

  @Test func `ids of one moment differ`() {
    let ids = (0..<1000).map { _ in SessionID(time: Timestamp(milliseconds: 1), random: .system) }
    #expect(Set(ids).count == 1000)
  }

  @Test(arguments: [
    "", "0", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "0000000000000000000000000", "000000000000000000000000000",
    "0000000000000000000000000I", "0000000000000000000000000L", "0000000000000000000000000O",
    "0000000000000000000000000U", "0000000000000000000000000-", " 0000000000000000000000000",
    "0000000000000000000000000é",
    "0000000000000000000000000\n",
  ]) func `a text that is no id is refused`(_ text: String) {
    #expect(SessionID(text: text) == nil)
  }

  @Test(arguments: [0, 15, 17, 32]) func `another number of bytes is refused`(_ count: Int) {
    #expect(SessionID(bytes: [UInt8](repeating: 1, count: count)) == nil)
  }

  @Test func `its short form keeps both ends`() throws {
    let most = try #require(SessionID(bytes: [UInt8](repeating: 255, count: 16)))
    #expect(most.short == "7ZZZZZ…ZZ")
  }
}
