/// A machine that answers visitors: cores, FastCGI workers, and the gate before the hashes.
final class WebHost {
  let number: Int
  let cores: Station
  let workers: Station
  let gate: Station
  /// Whether it is there.
  var isUp = true
  /// Whether the balancer knows that it is not.
  var isKnownGone = false
  /// How many of its workers have still to find out that a node is gone, by the node's number.
  var unaware: [Int: Int] = [:]

  /// How long a process runs before another one has its turn, in seconds.
  static let slice = 0.003
  /// What a web server starts as CGI programs at once, as far as this model cares.
  static let programs = 100_000

  /// Makes a host, on `cores` if not on its own.
  init(_ number: Int, of site: Site, in simulation: Simulation, cores: Station? = nil) {
    self.number = number
    self.cores = cores ?? Station("web hosts' cores", places: site.cores, in: simulation)
    workers = Station("workers", places: site.workers > 0 ? site.workers : Self.programs, in: simulation)
    gate = Station("hash gate", places: site.hashes ?? site.cores, in: simulation)
  }

  /// Computes for so many seconds.
  func compute(_ time: Double, then act: @escaping () -> Void) { cores.serve(time, slice: Self.slice, then: act) }
}
