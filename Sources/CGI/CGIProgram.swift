import CFastCGI
import Glibc
import LoginWeb
import SessionCore

/// A program that a web server starts for one request (RFC 3875), or that stays and answers many (FastCGI): what
/// login.cgi, members.cgi and your own share. It finds out by itself which of the two it was started as.
///
/// It never returns: by CGI the answer is written whole, and the process is gone.
public enum CGIProgram {
  /// Answers the request in the environment, or all that come to the socket that is the standard input.
  ///
  /// - Parameters:
  ///   - name: the program's name, for somebody who starts it by hand.
  ///   - tellsServer: whether the database is on a server, which is told of the end of each connection: without it the
  ///     server takes the connection for broken off, and writes that into its log.
  ///   - openStore: opens the database at an address; called when a request needs it.
  ///   - answer: makes the answer.
  ///   - authorize: says whether a request may pass, for a web server that asks in FastCGI's role of an authorizer; nil
  ///     for a program that cannot say, which refuses.
  public static func run(
    _ name: StaticString, tellsServer: Bool = false, openStore: @escaping (DatabaseAddress) throws -> any Store,
    answer: @escaping (Responder, Request) -> Response, authorize: ((Responder, Request) -> Response)? = nil
  ) -> Never {
    let program = Program(
      name: name, tellsServer: tellsServer, openStore: openStore, answer: answer, authorize: authorize)
    // Only the environment is read. A query without "=" arrives as arguments (RFC 3875, section 4.4), which would let a
    // visitor choose a program's options (CVE-2012-1823).
    if let gateway = Environment["GATEWAY_INTERFACE"], gateway.hasPrefix("CGI/") { program.answerOneRequest() }
    if FCGX_IsCGI() == 0 {
      var supervisor = Supervisor(of: program)
      supervisor.run()
    }
    Output.report(
      """
      \(name) \(Version.number) is a CGI and FastCGI program: a web server starts it. 'rollcall setup' says how to set one \
      up.
      """)
    _exit(2)
  }
}
