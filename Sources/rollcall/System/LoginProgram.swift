import SessionCore

/// The login program that belongs to a database: each knows one kind alone.
enum LoginProgram {
  /// What it is called.
  static func name(for database: DatabaseAddress) -> String {
    switch database {
    case .sqlite: "login.cgi"
    case .mariadb: "login-mariadb.cgi"
    }
  }

  /// The one beside this program, for the database of an address.
  static func besideThis(_ address: String) -> String {
    Executable.directory + "/" + ((try? DatabaseAddress(address)).map(name) ?? "login.cgi")
  }

  /// What a program's file is called.
  static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
