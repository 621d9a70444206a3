import Glibc
import SessionCore
import SessionStore

/// Looks at everything that a site needs, and says of each thing how it is.
///
/// It changes nothing. What one check needs and does not find is that check's finding, never the end of the others.
struct Examination {
  let database: DatabaseAddress
  let key: String
  /// Who runs login.cgi; nil for the owner of the database's file, or of a server's key file.
  let webUser: Account?
  let loginCGI: String
  let pepper: String?
  let blocklist: String?
  /// The file that bounds hashing; it need not be there.
  let gate: String
  let documentRoots: [String]
  /// Whether a large database is read through as well.
  let isDeep: Bool
  /// Whom the account of a server's address is for; nil to tell by what it may do.
  let role: AccountRole?
  let now: Timestamp

  /// Whom the files have to serve.
  var user: Account { webUser ?? Account(id: Files.status(of: file ?? key)?.st_uid ?? 0) }

  /// The path of an SQLite database's file; nil for a server.
  var file: String? { if case .sqlite(let path) = database { path } else { nil } }

  /// All findings, in the order of what builds on what.
  func findings() -> [Finding] {
    var findings = wayFindings() + keyFindings() + settingFindings()
    findings += placeFindings() + diskFindings() + programFindings()
    if let file, !Files.exists(file) { return findings }
    if case .mariadb(let address) = database { findings += hostFindings(address) }
    do {
      // One that may write leaves nothing of SQLite's behind when it closes. A server is asked nothing that needs that.
      let mayWrite = file.flatMap(Files.status).map { Account(id: geteuid()).may(2, $0) } ?? false
      findings += try contentFindings(database.connect(mayWrite ? .readWrite : .readOnly))
    } catch let error as StoreError {
      findings.append(damage(error))
    } catch {
      let phrase = CommandFailure(error)?.phrase ?? Phrase("The database cannot be read.", "无法读取数据库。")
      findings.append(Finding(check: "database", severity: .problem, sentence: phrase, mend: nil))
    }
    return findings
  }

  /// How the database is reached.
  private func wayFindings() -> [Finding] {
    switch database {
    case .sqlite(let path): fileFindings(path)
    case .mariadb(let address): serverFindings(address)
    }
  }

  private func damage(_ error: StoreError) -> Finding {
    let mend = error.kind == .corrupt ? "rollcall restore --database \(database.text.inShell) BACKUP" : nil
    return Finding(check: "database", severity: .problem, sentence: error.phrase, mend: mend)
  }
}
