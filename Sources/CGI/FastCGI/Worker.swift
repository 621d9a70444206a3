import CFastCGI
import Glibc
import LoginWeb

/// A process that answers requests, one at a time, until it has answered enough or is asked to end.
///
/// The signals that ask for an end are blocked here, and looked at only between two requests: none is broken off, and a
/// connection that was accepted is answered.
struct Worker {
  private let program: Program
  private let connection = FastCGIConnection()
  private let site: OpenSite
  private let arrivals: Arrivals

  init(of program: Program) {
    self.program = program
    site = OpenSite(of: program, log: { [connection] in connection.report("\(program.name): \($0)") })
    arrivals = Arrivals()
  }

  /// Answers up to `requests` requests.
  func run(requests: Int) -> Never {
    var rest = requests
    while isWanted(hasRest: rest > 0) {
      // The request is read within its time, too.
      alarm(Program.deadline)
      switch connection.accept() {
      case .request(let role):
        rest -= 1
        answer(in: role)
        // A web server that may send more is told before it could whether this process stays.
        connection.finish(staysOpen: rest > 0 && !arrivals.isWaiting)
      case .nothing: break
      case .failure(let number):
        Output.report("\(program.name): no connection can be accepted: \(String(cString: strerror(number))).")
        end(with: 1)
      }
      alarm(0)
    }
    end(with: 0)
  }

  /// Waits for a request; false when it is time to go.
  private func isWanted(hasRest: Bool) -> Bool {
    if connection.isOpen {
      if arrivals.wait(for: connection) { return true }
      connection.close()
    }
    return hasRest && arrivals.wait()
  }

  private func answer(in role: FastCGIConnection.Role) {
    let connection = connection
    let request = Request(variable: { connection[$0] }, body: connection.read)
    let response =
      switch role {
      case .responder: program.answer(site.responder(), request)
      case .authorizer: program.authorize.map { $0(site.responder(), request) } ?? Response(.notImplemented)
      case .other: Response(.notImplemented)
      }
    connection.write(response.serialized(withBody: request.method != .head))
  }

  private func end(with status: Int32) -> Never {
    // Closing the database moves its log into it, where no other program has it open.
    site.close()
    _exit(status)
  }
}
