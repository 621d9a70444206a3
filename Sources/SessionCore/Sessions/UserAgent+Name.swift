extension UserAgent {
  /// What a client is called in lists: the program and its system.
  public struct Name: Hashable, Sendable {
    /// The program, such as `Firefox`; nil when it is not known.
    public var app: String?
    /// The system, such as `Windows`; nil when it is not known.
    public var system: String?

    /// Makes a name from its parts.
    public init(app: String?, system: String?) {
      self.app = app
      self.system = system
    }

    /// The name in one line, as ``UserAgent/summary(_:)`` has it; empty when nothing is known.
    public var text: String { [app, system].compactMap { $0 }.joined(separator: " · ") }
  }

  /// What a client is called by what it sent.
  public static func name(_ header: String) -> Name {
    Name(
      app: clients.first { contains(header, $0.0) }?.1, system: systems.first { contains(header, $0.0) }?.1)
  }

  /// The programs that are known by name, each once.
  public static let apps = unique(clients)
  /// The systems that are known by name, each once.
  public static let systemNames = unique(systems)

  private static func unique(_ all: [(String, String)]) -> [String] {
    all.reduce(into: []) { names, each in if !names.contains(each.1) { names.append(each.1) } }
  }
}
