import ArgumentParser
import SessionCore

/// Whom an account on a database's server is for.
enum AccountRole: String, CaseIterable, ExpressibleByArgument {
  /// The login program, and pages that ask who a visitor is.
  case web
  /// Those who use `rollcall`.
  case administrator

  /// What it needs: what the statements of its programs ask for, and no more.
  var rights: Rights {
    switch self {
    case .web: .web
    case .administrator: .administrator
    }
  }

  /// Who uses the account, as a sentence names them.
  var users: Phrase {
    switch self {
    case .web: Phrase("login.cgi", "login.cgi")
    case .administrator: Phrase("administrators", "管理员")
    }
  }
}
