import Glibc
import SessionCore

/// An import as it goes on. Rows are read until a batch is full, the batch is hashed on every processor, and written as
/// one transaction: it can be stopped at any time, and run again.
struct ImportRun {
  /// The most accounts of one transaction.
  private static let batchSize = 256
  /// The most of them that have to be hashed, for each processor: some half a second's work.
  private static let hashesEach = 16

  let service: SessionService
  let kind: ImportKind
  let isDry: Bool
  private(set) var report: ImportReport
  private var progress: Progress
  private var batch: [ImportAccount] = []
  private var hashes = 0
  private let hashesAtOnce = hashesEach * max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN))))

  init(service: SessionService, kind: ImportKind, report: ImportReport, isDry: Bool, size: Int?) {
    self.service = service
    self.kind = kind
    self.isDry = isDry
    self.report = report
    progress = Progress(size: size)
  }

  /// Takes every row that `reader` has.
  ///
  /// - Parameters:
  ///   - reader: what reads them.
  ///   - isStopped: whether to stop after the batch that is being done.
  /// - Throws: ``ImportError``, once what was read before is taken; ``ImportError/stopped`` among them.
  mutating func take(all reader: inout some AccountReader, isStopped: () -> Bool) throws {
    defer { progress.clear() }
    do {
      while let row = try reader.next() {
        try take(row)
        progress.show(position: reader.position, accounts: report.rows + batch.count)
        if batch.isEmpty, isStopped() { throw ImportError.stopped }
      }
    } catch let error as ImportError {
      try flush()
      throw error
    }
    try flush()
  }

  private mutating func take(_ row: AccountRow) throws {
    switch row {
    case .passedOver: report.pass()
    case .refused(let refusal):
      progress.clear()
      try report.refuse(refusal)
    case .account(let account):
      // Asked before it is hashed: an import that is run again is quickly where it stopped.
      if let other = try service.store.user(key: account.login.key) {
        return try meet(account, other.login)
      }
      batch.append(account)
      if account.secret.takesTime { hashes += 1 }
      if batch.count == Self.batchSize || hashes == hashesAtOnce { try flush() }
    }
  }

  /// Writes the batch, or only counts it.
  private mutating func flush() throws {
    let accounts = batch
    batch = []
    hashes = 0
    guard !isDry, !accounts.isEmpty else {
      for account in accounts { count(account) }
      return
    }
    let stored = try BatchHasher(importer: PasswordImporter(service), isStopped: { StopSignals.isAsked() }).stored(
      accounts)
    let users = zip(accounts, stored).map { imported($0, hash: $1) }
    for (account, outcome) in zip(accounts, try service.importUsers(users, by: .operator)) {
      switch outcome {
      case .imported: count(account)
      case .exists(let other): try meet(account, other)
      }
    }
  }

  private mutating func count(_ account: ImportAccount) {
    if case .absent = account.secret { progress.clear() }
    report.take(account)
  }

  /// The same login to the letter is this account from an earlier run; another spelling is another person.
  private mutating func meet(_ account: ImportAccount, _ other: Login) throws {
    if other.text == account.login.text { return report.isPresent() }
    progress.clear()
    try report.refuse(account.refused(.exists(RowRefusal.shown(other.text))))
  }

  private func imported(_ account: ImportAccount, hash: ImportedHash?) -> ImportedUser {
    let number = account.id.map { " id \($0)" } ?? ""
    return ImportedUser(
      login: account.login, hash: hash, state: account.state, createdAt: account.createdAt,
      changedAt: account.changedAt, lastLoginAt: account.lastLoginAt, lastLoginFrom: account.lastLoginFrom,
      mustChange: account.mustChange, maximumSessions: account.maximumSessions,
      reason: "\(kind.auditName)\(number), \(account.secret.format)")
  }
}
