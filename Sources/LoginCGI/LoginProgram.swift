import CGI
import LoginWeb
import SQLiteEngine
import SessionStore

/// login.cgi: the login program on SQLite.
@main
enum LoginProgram {
  static func main() {
    CGIProgram.run("login.cgi") { address in
      SQLStore(try SQLiteConnection(path: address.file(for: "login.cgi", else: "login-mariadb.cgi")))
    } answer: { responder, request in
      responder.login(request)
    } authorize: { responder, request in
      responder.authorize(request)
    }
  }
}
