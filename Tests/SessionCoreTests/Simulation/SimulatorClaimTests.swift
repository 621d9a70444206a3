import SessionCore
import Support
import Testing

@Suite struct SimulatorClaimTests {
  private let key = ServerKey(random: .system)
  private let lin = Actor(name: "lin", terminal: "pts/3", address: "198.51.100.4")
  private let now = Timestamp(milliseconds: 1_795_000_000_000)

  @Test func `what the key has sealed is believed, and says who simulates`() {
    let claim = SimulatorClaim(lin, key: key)
    #expect(SimulatorClaim.actor(in: claim.text, keys: KeyRing(key), at: now) == lin)
  }

  @Test func `another key's, a changed or a missing seal is not`() {
    let text = SimulatorClaim(lin, key: key).text
    let other = SimulatorClaim(lin, key: ServerKey(random: .system)).text
    let changed = text.replacing("lin", with: "ann")
    for claim in [other, changed, String(text.dropFirst()), "lin|pts/3|198.51.100.4", "|lin|pts/3|", "", "|"] {
      #expect(SimulatorClaim.actor(in: claim, keys: KeyRing(key), at: now) == nil, "\(claim)")
    }
  }

  @Test func `a key that was replaced is believed for as long as it is accepted`() {
    let text = SimulatorClaim(lin, key: key).text
    let rotated = KeyRing(key).rotated(to: ServerKey(random: .system), acceptingOldUntil: now + .minutes(5))
    #expect(SimulatorClaim.actor(in: text, keys: rotated, at: now) == lin)
    #expect(SimulatorClaim.actor(in: text, keys: rotated, at: now + .minutes(5)) == nil)
  }

  @Test func `a name with a bar in it cannot be taken for two parts`() {
    let odd = Actor(name: "lin|root", terminal: "a\nb", address: "")
    let found = SimulatorClaim.actor(in: SimulatorClaim(odd, key: key).text, keys: KeyRing(key), at: now)
    #expect(found == Actor(name: "lin root", terminal: "a b", address: ""))
  }
}
