import CGI
import LoginWeb
import MariaDBEngine
import SessionCore
import SessionStore

/// login-mariadb.cgi: the login program on MariaDB.
@main
enum LoginProgram {
  static func main() {
    CGIProgram.run("login-mariadb.cgi", tellsServer: true) { address in
      SQLStore(try MariaDBConnection(address.server(for: "login-mariadb.cgi", else: "login.cgi")))
    } answer: { responder, request in
      responder.login(request)
    } authorize: { responder, request in
      responder.authorize(request)
    }
  }
}
