/// What a program asks of a database.
protocol Database: AnyObject {
  /// Everything in it that a request may have to wait for.
  var stations: [Station] { get }
  /// Reads what a check needs.
  func read(_ reading: Figures.Reading, from host: WebHost, then act: @escaping () -> Void)
  /// Writes; `act` is told whether it was done.
  func write(_ write: Figures.Write, from host: WebHost, then act: @escaping (Bool) -> Void)
}

extension Figures.Write {
  /// Whether it adds to the audit log.
  var audits: Bool { statementsLocked > 0 }
}

/// A file beside the one web host: its programs do its work themselves. Readers wait for nobody, writers for each other.
final class SQLiteFile: Database {
  private let writer: Station
  private let disk: Double
  private let simulation: Simulation

  init(_ site: Site, in simulation: Simulation) {
    writer = Station("the one writer", places: 1, in: simulation)
    disk = site.disk
    self.simulation = simulation
  }

  var stations: [Station] { [writer] }

  /// Costs no more than the check itself, in whose time it is.
  func read(_ reading: Figures.Reading, from host: WebHost, then act: @escaping () -> Void) { act() }

  func write(_ write: Figures.Write, from host: WebHost, then act: @escaping (Bool) -> Void) {
    let inside = write.locked - write.commit
    let commit = write.commit / 1000 * disk
    host.compute(max(0, write.program - inside) / 1000) { [self] in
      writer.enter {
        host.compute(inside / 1000) {
          self.simulation.after(commit) {
            self.writer.leave()
            act(true)
          }
        }
      }
    }
  }
}
