import SessionCore

/// Makes accounts of rows, whatever file they come from, and tells two rows apart that are one account.
struct AccountBuilder {
  /// How hashes without a format of their own are to be read.
  let digests: DigestFormat
  /// Moments after this one are mistakes of another clock.
  let now: Timestamp
  private var lines: [Fingerprint: Int] = [:]

  init(digests: DigestFormat = DigestFormat(), now: Timestamp) {
    self.digests = digests
    self.now = now
  }

  /// The account that a row holds, or why there is none.
  mutating func row(_ raw: RawAccount) -> AccountRow {
    do throws(RowReason) { return .account(try account(raw)) } catch { return .refused(refusal(raw, error)) }
  }

  /// The refusal of a row.
  func refusal(_ raw: RawAccount, _ reason: RowReason) -> RowRefusal {
    RowRefusal(
      line: raw.line, id: raw.id.map { RowRefusal.shown(String(decoding: $0.prefix(256), as: UTF8.self)) },
      login: raw.login.map { RowRefusal.shown(String(decoding: $0.prefix(1024), as: UTF8.self)) }, reason: reason)
  }

  private mutating func account(_ raw: RawAccount) throws(RowReason) -> ImportAccount {
    let login = try Self.login(raw.login)
    let secret = try secret(raw.secret)
    let account = ImportAccount(
      line: raw.line, id: raw.id.map { RowRefusal.shown(String(decoding: $0.prefix(256), as: UTF8.self)) },
      login: login, secret: secret, state: try Self.state(raw.state), createdAt: try time(raw.created, .created),
      changedAt: try time(raw.changed, .changed), lastLoginAt: try time(raw.lastLogin, .lastLogin),
      lastLoginFrom: raw.lastLoginFrom.flatMap { IPAddress(text: String(decoding: $0, as: UTF8.self)) },
      mustChange: raw.mustChange, maximumSessions: raw.maximumSessions)
    // Only a row that can log in stands in the way of a later one.
    if let line = lines.updateValue(raw.line, forKey: Fingerprint(login.key)) {
      lines[Fingerprint(login.key)] = line
      throw .sameAccount(line: line)
    }
    return account
  }

  private func secret(_ secret: RawAccount.Secret) throws(RowReason) -> ImportSecret {
    switch secret {
    case .password(let bytes, _) where digests.function == .auto || digests.function == .plain:
      return .known(.clear(try Self.password(bytes, isChecked: digests.function == .auto)))
    case .password(let bytes, let salt), .hash(let bytes, let salt):
      // Django's set_unusable_password leaves an exclamation mark and some noise.
      guard let bytes, !bytes.isEmpty, bytes.first != Byte.bang else { return .absent(.noPassword) }
      guard let text = String(validating: bytes, as: UTF8.self) else { return .absent(.unknownFormat) }
      return try digests.secret(text, salt: salt)
    case .own(let bytes, let pepper):
      guard let bytes else { return .absent(.noPassword) }
      let secret = ImportSecret(hash: String(decoding: bytes, as: UTF8.self))
      guard case .known(.hash(let hash, _)) = secret else { return secret }
      return .known(.hash(hash, pepperID: pepper))
    }
  }

  private func time(_ bytes: [UInt8]?, _ column: AccountColumn) throws(RowReason) -> Timestamp? {
    guard let bytes, let text = String(validating: bytes, as: UTF8.self), !ForeignTime.isNone(text) else { return nil }
    guard let time = ForeignTime.read(text) else { throw .unreadableTime(column) }
    return min(time, now)
  }

  private static func state(_ bytes: [UInt8]?) throws(RowReason) -> User.State {
    switch bytes.map({ String(decoding: $0, as: UTF8.self).lowercased() }) {
    case nil, "", "active", "enabled", "1", "true", "t", "yes", "y": return .active
    case "locked", "disabled", "inactive", "0", "false", "f", "no", "n": return .locked
    default: throw .unreadableState
    }
  }
}
