/// A client that the simulator can pretend to be.
public struct SimulatedClient: Equatable, Sendable {
  /// Its name for people.
  public let name: String
  /// What it sends as User-Agent.
  public let userAgent: String

  /// The clients to choose from.
  public static let all = [
    SimulatedClient(
      name: "Firefox · Windows",
      userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    SimulatedClient(
      name: "Safari · iPhone",
      userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
    ),
    SimulatedClient(
      name: "Chrome · Android",
      userAgent: "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36"),
    SimulatedClient(name: "curl", userAgent: "curl/8.14.1"),
  ]
}
