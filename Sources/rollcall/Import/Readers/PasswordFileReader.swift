import SessionCore

/// Reads accounts from files of `login:hash` lines: Apache's htpasswd, and /etc/shadow with its further fields.
struct PasswordFileReader: AccountReader {
  /// Which file it is.
  enum Kind { case htpasswd, shadow }

  private var scanner: ColonScanner
  private var builder: AccountBuilder
  private let kind: Kind

  init(_ kind: Kind, _ more: @escaping Bytes, builder: AccountBuilder) {
    self.kind = kind
    scanner = ColonScanner(more)
    self.builder = builder
  }

  var line: Int { scanner.line }
  var position: Int { scanner.position }

  mutating func next() throws(ImportError) -> AccountRow? {
    guard let record = try scanner.next() else { return nil }
    // A line without a colon is of another kind of file, and may hold a password: it is told by its number alone.
    let login = record.fields.count < 2 ? nil : record.fields.first ?? nil
    var raw = RawAccount(line: record.line, login: login, secret: .hash(nil, salt: nil))
    if let problem = record.problem { return .refused(builder.refusal(raw, problem)) }
    guard record.fields.count >= 2, let field = record.fields[1] else {
      return .refused(builder.refusal(raw, .malformed))
    }
    switch kind {
    case .htpasswd:
      // An htdigest file has a realm between login and hash.
      guard record.fields.count == 2 else { return .refused(builder.refusal(raw, .malformed)) }
      guard !field.isEmpty else { return .refused(builder.refusal(raw, .emptyPassword)) }
      raw.secret = .hash(field, salt: nil)
    case .shadow:
      guard let hash = shadowHash(field, &raw) else { return .passedOver }
      guard !hash.isEmpty else { return .refused(builder.refusal(raw, .emptyPassword)) }
      raw.secret = .hash(hash, salt: nil)
      if record.fields.count >= 8 { days(of: record, &raw) }
    }
    return builder.row(raw)
  }

  /// The hash in a shadow line's second field: `!` before it locks the account (shadow(5)); nil for an account that no
  /// password was ever set for, as a system's own have `*`, `!` and `!!`, and passwd(5) has `x`.
  private func shadowHash(_ field: [UInt8], _ raw: inout RawAccount) -> [UInt8]? {
    let hash = Array(field.drop { $0 == Byte.bang })
    if hash.count < field.count {
      if hash.isEmpty || hash == [Byte.star] { return nil }
      raw.state = Array("locked".utf8)
    }
    if hash == [Byte.star] || hash == [UInt8(ascii: "x")] || hash.starts(with: Array("*LK*".utf8)) { return nil }
    return hash
  }

  /// When the password was changed, and whether the account has expired: in days from 1970.
  private func days(of record: TextRecord, _ raw: inout RawAccount) {
    func moment(_ field: Int) -> Timestamp? {
      guard let days = record.fields[field].flatMap({ Int64(String(decoding: $0, as: UTF8.self)) }),
        (1...1_000_000).contains(days)
      else { return nil }
      return Timestamp(milliseconds: days * 86_400_000)
    }
    raw.changed = moment(2).map { Array($0.rfc3339.utf8) }
    if let end = moment(7), end <= builder.now { raw.state = Array("locked".utf8) }
  }
}
