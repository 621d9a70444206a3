import Foundation
import MariaDBEngine
import SessionCore
import SessionStore
import Support

@testable import rollcall

/// An account on the tests' server with no more rights than its role's, on a database of its own.
final class LentAccount {
  let database: TestDatabase
  let script: GrantScript
  let address: MariaDBAddress
  /// The account as SQL has it.
  let grantee: String
  private static let password = "an-accounts-own"

  init(_ role: AccountRole) throws {
    database = try TestDatabase(.mariadb)
    guard case .mariadb(let owner) = database.address else { throw ChildProgram.Failure("no server") }
    let name = "\(role.rawValue)_\(Int.random(in: 0..<1_000_000_000))"
    script = GrantScript(
      database: owner.database, role: role, account: name, host: "127.0.0.1", requiresTLS: false, migrates: false)
    grantee = "'\(name)'@'127.0.0.1'"
    let file = database.directory.file("password")
    try Data(Self.password.utf8).write(to: URL(filePath: file))
    chmod(file, 0o600)
    let server = try MariaDBServer.shared()
    address = try MariaDBAddress("mariadb://\(name)@127.0.0.1:\(server.port)/\(owner.database)?password-file=\(file)")
    try administrate(script.creation.replacing(script.placeholder, with: "'\(Self.password)'"))
    for grant in script.grants { try administrate(grant) }
  }

  deinit { try? administrate("DROP USER \(grantee)") }

  /// Runs a statement as the server's administrator.
  func administrate(_ statement: String) throws {
    let sql = statement.hasSuffix(";") ? String(statement.dropLast()) : statement
    try MariaDBServer.shared().administrate { admin in _ = try admin.run(sql, []) }
  }

  /// A connection as this account.
  func connect() throws -> MariaDBConnection { try MariaDBConnection(address) }

  /// The operations as this account has them.
  func service(over connection: any Connection, keys: KeyRing? = nil) -> SessionService {
    SessionService(
      store: SQLStore(connection), keys: keys ?? KeyRing(database.key), clock: database.clock.clock,
      hasher: database.service.hasher)
  }
}
