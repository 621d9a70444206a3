import Glibc
import SQLiteEngine
import SessionCore
import SessionStore

/// Looks at everything that a site needs, and says of each thing how it is.
///
/// It changes nothing. What one check needs and does not find is that check's finding, never the end of the others.
struct Examination {
  let database: String
  let key: String
  /// Who runs login.cgi; nil for the database's owner.
  let webUser: Account?
  let loginCGI: String
  let pepper: String?
  let blocklist: String?
  /// The file that bounds hashing; it need not be there.
  let gate: String
  let documentRoots: [String]
  /// Whether a large database is read through as well.
  let isDeep: Bool
  let now: Timestamp

  /// Whom the files have to serve.
  var user: Account { webUser ?? Account(id: Files.status(of: database)?.st_uid ?? 0) }

  /// All findings, in the order of what builds on what.
  func findings() -> [Finding] {
    var findings = fileFindings() + keyFindings() + settingFindings()
    findings += placeFindings() + diskFindings() + programFindings()
    guard Files.exists(database) else { return findings }
    do {
      // One that may write leaves nothing behind when it closes.
      let mode = Files.status(of: database).map { Account(id: geteuid()).may(2, $0) } ?? false
      let connection = try SQLiteConnection(path: database, mode: mode ? .readWrite : .readOnly)
      findings += try contentFindings(connection)
    } catch let error as StoreError {
      findings.append(damage(error))
    } catch {
      let phrase = CommandFailure(error)?.phrase ?? Phrase("The database cannot be read.", "无法读取数据库。")
      findings.append(Finding(check: "database", severity: .problem, sentence: phrase, mend: nil))
    }
    return findings
  }

  private func damage(_ error: StoreError) -> Finding {
    let mend = error.kind == .corrupt ? "rollcall restore --database \(database.inShell) BACKUP" : nil
    return Finding(check: "database", severity: .problem, sentence: error.phrase, mend: mend)
  }
}
