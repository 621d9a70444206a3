import Glibc
import LoginWeb
import SessionCore

/// A program that a web server starts for one request (RFC 3875): what login.cgi, members.cgi and your own share.
///
/// It never returns: the answer is written whole, and the process is gone.
public enum CGIProgram {
  /// How long a request may take in all, in seconds.
  private static let deadline: UInt32 = 30

  /// Answers the request in the environment.
  ///
  /// - Parameters:
  ///   - name: the program's name, for somebody who starts it by hand.
  ///   - openStore: opens the database at a path; called when the request needs it.
  ///   - answer: makes the answer.
  public static func run(
    _ name: StaticString, openStore: @escaping (String) throws -> any Store,
    answer: (Responder, Request) -> Response
  ) -> Never {
    // Only the environment is read. A query without "=" arrives as arguments (RFC 3875, section 4.4), which would let a
    // visitor choose a program's options (CVE-2012-1823).
    guard let gateway = Environment["GATEWAY_INTERFACE"], gateway.hasPrefix("CGI/") else {
      Output.report(
        "\(name) \(Version.number) is a CGI program: a web server starts it. 'rollcall setup' says how to set one up.")
      _exit(2)
    }
    confine()
    var kept: Unmanaged<AnyObject>?
    let settings = Settings()
    let responder = Responder(
      site: Site(environment: { settings[$0] }),
      open: {
        let database = try settings.database()
        let store = try openStore(database.path)
        kept = Unmanaged.passRetained(store as AnyObject)
        return try SessionService(store: store, of: database, setting: { settings[$0] })
      },
      log: { Output.report("\(name): \($0)") })
    let request = Request(variable: { Environment[$0] }, body: Input.read)
    let response = answer(responder, request)
    // Closing the database may move its log into it. A form, which has written, pays for that, so that every check finds a
    // short log; a check does not: the kernel closes the file for nothing. Before the answer, because a web server may end
    // a program that has said all it has to say.
    if request.method == .post { kept?.release() }
    let isWritten = Output.write(response.serialized(withBody: request.method != .head))
    _exit(isWritten ? 0 : 1)
  }

  /// Leaves no trace of secrets behind and no process that waits for ever.
  private static func confine() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    umask(0o077)
    signal(SIGPIPE, SIG_IGN)
    alarm(deadline)
  }
}
