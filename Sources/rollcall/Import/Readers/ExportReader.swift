import FoundationEssentials
import SessionCore

/// Reads accounts from what `users export --format json` wrote.
struct ExportReader: AccountReader {
  private var scanner: ObjectScanner
  private var builder: AccountBuilder

  init(_ more: @escaping Bytes, builder: AccountBuilder) {
    scanner = ObjectScanner(more)
    self.builder = builder
  }

  var line: Int { scanner.line }
  var position: Int { scanner.position }

  mutating func next() throws(ImportError) -> AccountRow? {
    guard let object = try scanner.next() else { return nil }
    var raw = RawAccount(line: object.line, login: nil, secret: .hash(nil, salt: nil))
    if object.isTooLong { return .refused(builder.refusal(raw, .longRow)) }
    guard let user = try? JSONDecoder().decode(ExportedUser.self, from: Data(object.bytes)) else {
      return .refused(builder.refusal(raw, .malformed))
    }
    raw.login = Array(user.login.utf8)
    raw.secret = .own(user.hash.map { Array($0.utf8) }, pepper: user.pepper)
    raw.state = Array(user.state.utf8)
    raw.created = user.created.map { Array($0.utf8) }
    raw.changed = user.passwordChanged.map { Array($0.utf8) }
    raw.lastLogin = user.lastLogin.map { Array($0.utf8) }
    raw.lastLoginFrom = user.lastLoginFrom.map { Array($0.utf8) }
    raw.mustChange = user.mustChange ?? false
    raw.maximumSessions = user.maximumSessions.flatMap { SessionPolicy.maximumSessionsRange.contains($0) ? $0 : nil }
    return builder.row(raw)
  }
}
