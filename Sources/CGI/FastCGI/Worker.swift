import CFastCGI
import Glibc
import LoginWeb

/// A process that answers requests, one at a time, until it has answered enough or is asked to end.
///
/// The signals that ask for an end are blocked here, and looked at only between two requests: none is broken off, and a
/// connection that was accepted is answered. A connection that a web server keeps open for further requests is one of those
/// that are waited for, and keeps nobody else waiting.
final class Worker {
  /// How many connections may be kept open.
  private static let mostKept = 128
  /// How long such a connection has to be silent before it is closed, in milliseconds: a request may be on its way.
  private static let courtesy: Int32 = 20
  /// How many requests are answered at the most while waiting for that: by a worker that makes room, and by one that is
  /// asked to end. nginx closes a connection itself after 1000.
  private static let farewell = (unhurried: 10_000, hurried: 100)

  private let program: Program
  private let arrivals = Arrivals()
  private var kept: [Int32: FastCGIConnection] = [:]
  /// What the next connection is accepted with.
  private var spare = FastCGIConnection()
  /// Whose request is being answered.
  private var current: FastCGIConnection
  private lazy var site = OpenSite(
    of: program, log: { [unowned self] line in current.report("\(program.name): \(line)") })

  init(of program: Program) {
    self.program = program
    current = spare
  }

  /// Answers so many requests.
  func run(requests: Int) -> Never {
    var rest = requests
    var farewell = Self.farewell.unhurried
    answering: while rest > 0 {
      switch arrivals.next() {
      case .connection: if serve(spare) { rest -= 1 }
      case .request(let descriptor): if let connection = kept[descriptor], serve(connection) { rest -= 1 }
      case .end, .silence:
        farewell = Self.farewell.hurried
        break answering
      }
    }
    if !kept.isEmpty { leave(after: farewell) }
    end(with: 0)
  }

  /// Answers the next request on a connection; false when there is none.
  private func serve(_ connection: FastCGIConnection) -> Bool {
    current = connection
    let known = connection.descriptor
    // The request is read within its time, too.
    alarm(Program.deadline)
    defer { alarm(0) }
    let outcome = connection.accept()
    if case .failure(let number) = outcome {
      Output.report("\(program.name): no connection can be accepted: \(String(cString: strerror(number))).")
      end(with: 1)
    }
    defer { keep(connection, known: known) }
    guard case .request(let role) = outcome else { return false }
    answer(in: role)
    connection.finish(staysOpen: known >= 0 || kept.count < Self.mostKept)
    return true
  }

  /// Takes note of whether a connection stays open; `known` is its descriptor if it was so before.
  private func keep(_ connection: FastCGIConnection, known: Int32) {
    if known >= 0 {
      if !connection.isOpen { kept[known] = nil }
    } else if connection.isOpen {
      kept[connection.descriptor] = connection
      arrivals.add(connection.descriptor)
      spare = FastCGIConnection()
    }
  }

  private func answer(in role: FastCGIConnection.Role) {
    let connection = current
    let request = Request(variable: { connection[$0] }, body: connection.read)
    let response =
      switch role {
      case .responder: program.answer(site.responder(), request)
      case .authorizer: program.authorize.map { $0(site.responder(), request) } ?? Response(.notImplemented)
      case .other: Response(.notImplemented)
      }
    connection.write(response.serialized(withBody: request.method != .head))
  }

  /// Answers what comes on open connections until they are silent, up to `most` requests, and closes them.
  private func leave(after most: Int) {
    arrivals.closeDoor()
    for _ in 0..<most where !kept.isEmpty {
      guard case .request(let descriptor) = arrivals.next(within: Self.courtesy), let connection = kept[descriptor]
      else { break }
      _ = serve(connection)
    }
    for connection in kept.values { connection.close() }
  }

  private func end(with status: Int32) -> Never {
    // Closing the database moves its log into it, where no other program has it open.
    site.close()
    _exit(status)
  }
}
