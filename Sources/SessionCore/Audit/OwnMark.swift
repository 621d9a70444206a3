/// By what an operator's own sessions are known, so that nobody ends theirs by accident.
///
/// A session is the operator's when its login is that of the operator's account and it was made from where the operator's
/// SSH comes from; without SSH, from this machine. Where a filter reaches them, so is one that the operator simulates at
/// this terminal: whoever names a simulated session, or its user, means it. It is a guard against slips, not a right:
/// whoever says so ends theirs too.
public struct OwnMark: Hashable, Sendable {
  /// The key of the operator's account name.
  public let key: String
  /// Where the operator's own browser would come from.
  public let networks: [Network]
  /// What simulated sessions of this operator at this terminal are made by; empty where those do not count.
  public let maker: String

  /// The mark of an operator; with what they simulate, or without.
  public init(_ actor: Actor, countsSimulated: Bool = true) {
    key = Login.key(for: actor.name) ?? actor.name
    let here = actor.address.isEmpty ? ["127.0.0.0/8", "::1"] : [actor.address]
    networks = here.compactMap { Network(text: $0) }
    maker = countsSimulated ? actor.summary : ""
  }

  /// Whether a session is the operator's own, or simulated by them.
  public func owns(_ session: Session) -> Bool {
    guard session.kind != .simulated else { return !maker.isEmpty && session.createdBy == maker }
    guard let address = session.address, Login.key(for: session.owner.login) == key else { return false }
    return networks.contains { network in
      !address.bytes.lexicographicallyPrecedes(network.first.bytes)
        && !network.last.bytes.lexicographicallyPrecedes(address.bytes)
    }
  }
}
