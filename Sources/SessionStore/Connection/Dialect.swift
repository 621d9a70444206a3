/// What the databases write differently. Everything else is one statement for all of them.
public enum Dialect: Sendable {
  /// SQLite's.
  case sqlite
  /// MariaDB's, and that of others that speak MySQL's protocol.
  case mariadb
}
