import CFastCGI
import Glibc
import LoginWeb
import SessionCore

/// A process that answers requests, one at a time, until it has answered enough or is asked to end.
///
/// The signals that ask for an end are blocked here, and looked at only between two requests: none is broken off, and a
/// connection that was accepted is answered. A request is read when all of it is there; until then, and between two
/// requests on a connection that a web server keeps open, the connection is one of those that are waited for, and keeps
/// nobody else waiting.
final class Worker {
  /// How many connections may be open.
  private static let mostOpen = 128
  /// How long the rest of a request may take to come.
  private static let patience = Interval.seconds(10)
  /// How long a connection has to be silent before a worker that goes closes it, in milliseconds: a request may be on its
  /// way.
  private static let courtesy: Int32 = 20
  /// How many requests are answered at the most while waiting for that: by a worker that makes room, and by one that is
  /// asked to end. nginx closes a connection itself after 1000.
  private static let farewell = (unhurried: 10_000, hurried: 100)

  private let program: Program
  private let arrivals = Arrivals()
  private var open: [Int32: FastCGIConnection] = [:]
  /// Whose request is being answered.
  private var current: FastCGIConnection?
  private lazy var site = OpenSite(
    of: program, log: { [unowned self] line in current?.report("\(program.name): \(line)") })

  init(of program: Program) { self.program = program }

  /// Answers so many requests.
  func run(requests: Int) -> Never {
    var rest = requests
    var farewell = Self.farewell.unhurried
    answering: while rest > 0 {
      switch arrivals.next(within: isAnybodySlow ? 1000 : nil) {
      case .connection: if let connection = accept(), attend(to: connection) { rest -= 1 }
      case .message(let descriptor): if let connection = open[descriptor], attend(to: connection) { rest -= 1 }
      case .silence: break
      case .end:
        farewell = Self.farewell.hurried
        break answering
      }
      loseSlowOnes()
    }
    if !open.isEmpty { leave(after: farewell) }
    end(with: 0)
  }

  private func accept() -> FastCGIConnection? {
    do {
      return try FastCGIConnection()
    } catch {
      Output.report("\(program.name): no connection can be accepted: \(String(cString: strerror(error.number))).")
      end(with: 1)
    }
  }

  /// Does what can be done on a connection without waiting.
  ///
  /// - Returns: whether a request was answered.
  private func attend(to connection: FastCGIConnection) -> Bool {
    let descriptor = connection.descriptor
    defer { note(connection, descriptor) }
    if connection.isDraining {
      connection.drain()
      return false
    }
    switch connection.arrival() {
    case .request, .tooMuch: return serve(connection)
    case .part, .nothing: return false
    }
  }

  /// Takes note of whether a connection is open.
  private func note(_ connection: FastCGIConnection, _ descriptor: Int32) {
    guard connection.isOpen else {
      open[descriptor] = nil
      return
    }
    guard open[descriptor] == nil else { return }
    // The one that has been slow for longest makes room.
    if open.count >= Self.mostOpen, let slowest = slowOnes.min(by: { $0.since < $1.since }) { lose(slowest.connection) }
    open[descriptor] = connection
    arrivals.add(descriptor)
  }

  /// Answers the next request on a connection; false when there is none.
  private func serve(_ connection: FastCGIConnection) -> Bool {
    current = connection
    alarm(Program.deadline)
    defer { alarm(0) }
    guard let role = connection.accept() else { return false }
    answer(in: role, connection)
    connection.finish(staysOpen: open[connection.descriptor] != nil || open.count < Self.mostOpen)
    // What came while it was answered was told already.
    if connection.isDraining { connection.drain() }
    return true
  }

  private var slowOnes: [(connection: FastCGIConnection, since: Timestamp)] {
    open.values.compactMap { connection in connection.waitsSince.map { (connection, $0) } }
  }

  private var isAnybodySlow: Bool { !open.isEmpty && open.values.contains { $0.waitsSince != nil } }

  private func loseSlowOnes() {
    guard isAnybodySlow else { return }
    let now = Clock.system.now()
    // A clock that was set back makes nobody wait for ever.
    for one in slowOnes where now - one.since > Self.patience || one.since > now { lose(one.connection) }
  }

  /// Answers what there is of a request, and closes the connection.
  private func lose(_ connection: FastCGIConnection) {
    let descriptor = connection.descriptor
    if !connection.isDraining {
      connection.stopWaiting()
      _ = serve(connection)
    }
    if connection.isOpen { connection.close() }
    open[descriptor] = nil
  }

  private func answer(in role: FastCGIConnection.Role, _ connection: FastCGIConnection) {
    let request = Request(variable: { connection[$0] }, body: connection.read)
    let response =
      switch role {
      case .responder: program.answer(site.responder(), request)
      case .authorizer: program.authorize.map { $0(site.responder(), request) } ?? Response(.notImplemented)
      case .other: Response(.notImplemented)
      }
    connection.write(response.serialized(withBody: request.method != .head))
  }

  /// Answers what comes on open connections until they are silent, up to `most` requests, and closes them. A request that
  /// has come in part is waited for as ever.
  private func leave(after most: Int) {
    arrivals.closeDoor()
    var rest = most
    while rest > 0, !open.isEmpty {
      switch arrivals.next(within: isAnybodySlow ? 1000 : Self.courtesy) {
      case .message(let descriptor): if let connection = open[descriptor], attend(to: connection) { rest -= 1 }
      case .silence where isAnybodySlow: break
      default: rest = 0
      }
      loseSlowOnes()
    }
    for connection in open.values { connection.close() }
  }

  private func end(with status: Int32) -> Never {
    // Closing the database moves its log into it, where no other program has it open.
    site.close()
    _exit(status)
  }
}
