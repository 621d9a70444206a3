import ArgumentParser
import SessionCore

/// What `rollcall setup --print-grants` prints.
struct GrantOptions: ParsableArguments {
  @Flag(
    help: """
      Change nothing: print the SQL that makes two accounts on a MariaDB server, for login.cgi and for administrators, \
      with no more rights than each needs.
      """)
  var printGrants = false
  @Option(help: ArgumentHelp("What the account for login.cgi is called.", valueName: "name"))
  var webAccount = "rollcall_web"
  @Option(help: ArgumentHelp("What the account for administrators is called.", valueName: "name"))
  var adminAccount = "rollcall_admin"
  @Option(
    help: ArgumentHelp(
      """
      Where the accounts may come from: an address, or a pattern such as '10.0.0.%'. Unless given, this machine if the \
      database is on it, else everywhere.
      """, valueName: "pattern"))
  var from: String?
  @Flag(help: "Let administrators change the schema as well, for 'rollcall setup', 'migrate' and 'move'.")
  var migrating = false
  @Flag(help: "Print the rights alone: the accounts are there.") var existing = false
  @Option(help: "Print one account alone: web or administrator.") var role: AccountRole?

  func validate() throws {
    let isUsed =
      migrating || existing || role != nil || from != nil || webAccount != "rollcall_web"
      || adminAccount != "rollcall_admin"
    guard printGrants || !isUsed else {
      throw ValidationError(
        "--web-account, --admin-account, --from, --role, --migrating and --existing go with --print-grants.")
    }
    guard webAccount != adminAccount else {
      throw ValidationError("One account for both is what this is to avoid: name two.")
    }
  }

  /// Prints the SQL.
  ///
  /// - Throws: ``CommandFailure`` for an SQLite file, which has no accounts.
  func run(for database: DatabaseAddress) throws {
    guard case .mariadb(let address) = database else {
      throw CommandFailure(
        .refused,
        Phrase(
          "\(database.name) is a file, which has no accounts: who may use it is a matter of its owner and mode.",
          "\(database.name) 是文件，没有账户：谁能使用取决于其所有者和权限。"))
    }
    for line in lines(for: address) { try Output.line(line) }
  }

  private func lines(for address: MariaDBAddress) -> [String] {
    let scripts = [
      script(.web, webAccount, address, migrates: false),
      script(.administrator, adminAccount, address, migrates: migrating),
    ]
    var lines = [
      "-- Accounts for Rollcall's database \(Self.inComment(address.database)), with no more rights than each needs.",
      "-- Run this as an administrator of the server after 'rollcall setup', and again, with --existing, after",
      "-- 'rollcall migrate': rights on columns need tables that are there.",
    ]
    if !existing {
      lines.append("-- First put each account's password, in quotes, where the <…> are. As it is, no server takes it.")
    }
    for script in scripts where role == nil || role == script.role {
      lines += ["", "-- For \(script.role.users.english)."]
      if !existing { lines.append(script.creation) }
      lines += script.grants
    }
    return lines
  }

  private func script(_ role: AccountRole, _ account: String, _ address: MariaDBAddress, migrates: Bool) -> GrantScript
  {
    GrantScript(
      database: address.database, role: role, account: account, host: from ?? Self.origin(address),
      requiresTLS: address.tls != .off, migrates: migrates)
  }

  /// Where connections to an address come from, as the server sees it.
  private static func origin(_ address: MariaDBAddress) -> String {
    guard address.socket == nil else { return "localhost" }
    guard address.hosts.allSatisfy(\.isLoopback) else { return "%" }
    return address.hosts.first?.name == "::1" ? "::1" : "127.0.0.1"
  }

  /// A name that cannot end a comment's line.
  private static func inComment(_ name: String) -> String {
    String(name.unicodeScalars.map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : Character($0) })
  }
}
