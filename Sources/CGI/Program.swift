import Glibc
import LoginWeb
import SessionCore

/// What one program consists of, however it was started.
struct Program {
  /// The program's name, as its lines in an error log begin.
  let name: StaticString
  /// Whether the database's server is told when a connection ends.
  let tellsServer: Bool
  /// Opens the database at an address.
  let openStore: (DatabaseAddress) throws -> any Store
  /// Makes the answer to a request.
  let answer: (Responder, Request) -> Response
  /// Says whether a request may pass; nil for a program that cannot say.
  let authorize: ((Responder, Request) -> Response)?

  /// How long a request may take in all, in seconds.
  static let deadline: UInt32 = 30
  /// How long a body that nobody wants may go on after the answer, in seconds.
  private static let patience: UInt32 = 5

  /// Leaves no trace of secrets behind.
  static func confine() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    umask(0o077)
    signal(SIGPIPE, SIG_IGN)
    // Where a file may grow no further, writing says so: the visitor gets a page, and the log a line.
    signal(SIGXFSZ, SIG_IGN)
  }
}

extension Program {
  /// Answers the request in the environment, as a CGI program (RFC 3875).
  func answerOneRequest() -> Never {
    Self.confine()
    // Whatever the web server does with this signal itself.
    signal(SIGALRM, SIG_DFL)
    var alarms = sigset_t()
    sigemptyset(&alarms)
    sigaddset(&alarms, SIGALRM)
    sigprocmask(SIG_UNBLOCK, &alarms, nil)
    alarm(Self.deadline)
    var kept: Unmanaged<AnyObject>?
    let settings = Settings()
    let site = Site(environment: { settings[$0] })
    for line in site.complaints { Output.report("\(name): \(line)") }
    let responder = Responder(
      site: site,
      open: {
        let database = try settings.database()
        let store = try openStore(database)
        kept = Unmanaged.passRetained(store as AnyObject)
        return try SessionService(store: store, of: database, setting: { settings[$0] })
      },
      log: { Output.report("\(name): \($0)") })
    var taken = 0
    let request = Request(
      variable: { Environment[$0] },
      body: { count in
        let bytes = Input.read(count)
        taken += bytes.count
        return bytes
      })
    let response = answer(responder, request)
    // Closing the database may move its log into it. A form, which has written, pays for that, so that every check finds a
    // short log; a check does not: the kernel closes the file for nothing. Before the answer, because a web server may end
    // a program that has said all it has to say.
    if request.method == .post {
      kept?.release()
      kept = nil
    }
    let isWritten = Output.write(response.serialized(withBody: request.method != .head))
    if tellsServer { kept?.release() }
    // Apache loses the answer of a program that leaves a part of the body unread.
    if isWritten, let announced = request["CONTENT_LENGTH"].flatMap(Int.init), announced > taken {
      alarm(Self.patience)
      Input.discard(announced - taken)
    }
    _exit(isWritten ? 0 : 1)
  }
}
