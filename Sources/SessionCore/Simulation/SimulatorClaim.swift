/// What the simulator says of itself to the login program that it starts: who simulates, sealed by the server's key.
///
/// Whoever makes a request can send neither: a client's headers all begin with `HTTP_` (RFC 3875, section 4.1.18), and who
/// reaches the program past its web server does not hold the key. So nobody can log in in an operator's name.
public struct SimulatorClaim: Sendable {
  /// The variable of the environment in which it stands.
  public static let variable = "ROLLCALL_SIMULATED_BY"

  /// The variable's value: the seal, a bar, and `name|terminal|address`.
  public let text: String

  /// Seals who simulates.
  public init(_ actor: Actor, key: ServerKey) {
    let parts = [actor.name, actor.terminal, actor.address]
    let who = parts.map { part in String(part.map { $0 == "|" || $0.isNewline ? " " : $0 }) }.joined(separator: "|")
    text = Self.seal(who, key) + "|" + who
  }

  /// Who simulates, as a value says that one of `keys` has sealed; nil for any other value.
  public static func actor(in text: String, keys: KeyRing, at now: Timestamp) -> Actor? {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2,
      keys.accepted(at: now).contains(where: { ServerKey.equal(Array(seal(parts[1], $0).utf8), Array(parts[0].utf8)) })
    else { return nil }
    let who = parts[1].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard who.count == 3 else { return nil }
    return Actor(name: who[0], terminal: who[1], address: who[2])
  }

  private static func seal(_ who: String, _ key: ServerKey) -> String {
    Base64URL.encode(key.derived(for: .simulator).authenticate(Array(who.utf8)))
  }
}
