import CGI
import LoginWeb
import SQLiteEngine
import SessionStore

/// login.cgi: the login program on SQLite.
@main
enum LoginProgram {
  static func main() {
    CGIProgram.run("login.cgi") { path in
      SQLStore(try SQLiteConnection(path: path))
    } answer: { responder, request in
      responder.login(request)
    } authorize: { responder, request in
      responder.authorize(request)
    }
  }
}
