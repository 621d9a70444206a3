import CGI
import Members
import SQLiteEngine
import SessionStore

/// members.cgi: the shop for members, as a CGI program of your own would be: which database, and what answers.
@main
enum MembersProgram {
  static func main() {
    CGIProgram.run("members.cgi") { address in
      SQLStore(try SQLiteConnection(path: address.file(for: "members.cgi", else: "a program with MariaDBEngine")))
    } answer: { responder, request in
      Shop.answer(request, by: responder)
    }
  }
}
