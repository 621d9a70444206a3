import SessionCore

extension DatabaseOptions {
  /// The path of an SQLite database's file, for what is done to a file alone.
  ///
  /// - Parameter instead: what does it for a server.
  /// - Returns: the path.
  /// - Throws: ``CommandFailure`` for a server's address.
  func file(instead: Phrase) throws -> String {
    let database = try address()
    guard case .sqlite(let path) = database else {
      throw CommandFailure(
        .refused,
        Phrase(
          "This is for an SQLite file, and \(database.name) is on a server: \(instead.english)",
          "此命令只用于 SQLite 文件，而 \(database.name) 位于服务器上：\(instead.chinese)"))
    }
    return path
  }
}
