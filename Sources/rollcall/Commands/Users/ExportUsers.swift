import ArgumentParser
import SessionCore

struct ExportUsers: ParsableCommand {
  /// What is written. The names stand in `--format`.
  enum Format: String, CaseIterable, ExpressibleByArgument { case csv, json, htpasswd }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write all users to standard output.",
    discussion: """
      csv and json hold each user's login, state, times and the scheme of their hash; with --with-hashes the hash as \
      well, so that 'rollcall users import --from json' takes everything back. htpasswd needs --with-hashes, and takes \
      only hashes that Apache can check (bcrypt, apr1, {SHA}, crypt); users with another one are named on standard \
      error and left out.

      Hashes are secrets: whoever has the file can try passwords against it. Write it where only you can read it.

      Example: rollcall users export --format json --with-hashes > users.json
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(help: "What to write.") var format: Format
  @Flag(help: "Write the hashes of the passwords as well.") var withHashes = false

  func validate() throws {
    if format == .htpasswd, !withHashes {
      throw ValidationError("An htpasswd file is made of hashes: add --with-hashes.")
    }
  }

  func run() throws {
    let service = try options.service(readOnly: true)
    if withHashes {
      Narration.say(
        Phrase(
          "This export holds password hashes: keep it where only you can read it, and delete it when it is used.",
          "此导出包含密码散列：请保存在只有您能读取的位置，用完后删除。"))
    }
    let counts = format == .htpasswd ? try writeHtpasswd(service) : try writeTable(service)
    Narration.say(
      counts.leftOut == 0
        ? Phrase("Users written: \(counts.written).", "已写出 \(counts.written) 个用户。")
        : Phrase(
          "Users written: \(counts.written); left out: \(counts.leftOut).",
          "已写出 \(counts.written) 个用户；略去 \(counts.leftOut) 个。"))
    if counts.written == 0 { throw CommandFailure(.nothingMatched, Phrase("No user was written.", "没有写出用户。")) }
  }

  private func writeTable(_ service: SessionService) throws -> (written: Int, leftOut: Int) {
    var writer = TableWriter(
      ExportRow.columns(withHashes: withHashes), try OutputFormat.parse([format == .csv ? "--csv" : "--json"]))
    try service.eachUser { try writer.add($0) }
    try writer.finish()
    return (writer.count, 0)
  }

  private func writeHtpasswd(_ service: SessionService) throws -> (written: Int, leftOut: Int) {
    var writer = HtpasswdWriter()
    try service.eachUser { try writer.add($0) }
    try writer.finish()
    return (writer.count, writer.leftOut)
  }
}

extension SessionService {
  /// Hands every user out in the order of their logins, some hundred at a time, all as they are at one moment.
  func eachUser(_ body: (ExportRow) throws -> Void) throws {
    try store.snapshot {
      var last: String?
      while true {
        let page = try store.users(UserFilter(), from: last, .after, limit: 500, at: clock.now())
        for listing in page {
          try body(ExportRow(user: listing.user, credential: try store.credential(of: listing.user.id)))
        }
        guard let end = page.last else { return }
        last = end.user.login.key
      }
    }
  }
}
