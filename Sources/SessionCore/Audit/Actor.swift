/// Who does something: a system account at a terminal, or a visitor at an address.
public struct Actor: Hashable, Sendable {
  /// The account's or the login's name.
  public var name: String
  /// The terminal, such as `pts/3`; empty for none.
  public var terminal: String
  /// The network address it is reached from; empty when local or not known.
  public var address: String

  /// Makes an actor from its parts.
  public init(name: String, terminal: String = "", address: String = "") {
    self.name = name
    self.terminal = terminal
    self.address = address
  }

  /// A user, as themselves, at an address; nil for one that is not known.
  init(user login: String, at address: IPAddress?) {
    self.init(name: login, address: address.map(String.init(describing:)) ?? "")
  }

  /// Reads a ``summary``; the address does not stand in it.
  init(summary: String) {
    let place = summary.place(of: " on ")
    self.init(
      name: place.map { String(summary[..<$0.lowerBound]) } ?? summary,
      terminal: place.map { String(summary[$0.upperBound...]) } ?? "")
  }

  /// The name and the terminal: `lin on pts/3`.
  public var summary: String { terminal.isEmpty ? name : "\(name) on \(terminal)" }
}

extension Session {
  /// Who acts by it from an address: its user; of a simulated one whoever simulates, in their own name.
  func actor(at address: IPAddress?) -> Actor {
    kind == .simulated && !createdBy.isEmpty
      ? Actor(summary: createdBy) : Actor(user: owner.login, at: address)
  }
}
