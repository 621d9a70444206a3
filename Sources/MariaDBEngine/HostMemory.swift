import SessionCore

/// Which hosts could not answer lately: they are tried last.
struct HostMemory {
  /// How long a host is left alone, in milliseconds.
  private static let rest: Int64 = 10_000

  private var until: [Int: Int64] = [:]

  /// Remembers that a host could not answer.
  mutating func note(_ host: Int, now: Int64 = Monotonic.milliseconds) { until[host] = now + Self.rest }

  /// Forgets that.
  mutating func forget(_ host: Int) { until[host] = nil }

  /// Whether a host could not answer lately.
  func contains(_ host: Int, now: Int64 = Monotonic.milliseconds) -> Bool { until[host].map { now < $0 } ?? false }

  /// The hosts in the order in which they are to be tried.
  func order(_ count: Int, now: Int64 = Monotonic.milliseconds) -> [Int] {
    let hosts = 0..<count
    return hosts.filter { !contains($0, now: now) } + hosts.filter { contains($0, now: now) }
  }
}
