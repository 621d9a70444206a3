/// One condition on an entry of the audit log.
public enum AuditTerm: Hashable, Sendable {
  /// The login of the user that it is about has this in it, or the name of who acted has; given as a login's key.
  case mentions(String)
  /// The name of who acted begins with this.
  case by(String)
  /// Who acted did so at a terminal that begins with this.
  case terminal(String)
  /// Who acted came from an address that begins with this, as it is written.
  case from(String)
  /// What was done.
  case act(AuditRecord.Action)
  /// The login's key of the user that it is about begins with this.
  case loginPrefix(String)
  /// It is about this user.
  case user(User.ID)
  /// It is about this session.
  case session(SessionID)
  /// The reason has this in it, whatever the case of ASCII letters; given in small letters.
  case reason(String)
  /// When it was done.
  case at(MomentTest)
  /// The entry is the one of this number.
  case number(Int64)
}

/// Which entries of the audit log a list shows.
public typealias AuditFilter = Filter<AuditTerm>

extension Filter where Term == AuditTerm {
  /// Reads a filter as people type it, such as `by:lin act:lock-user|act:unlock-user when<7d`; ``words`` has all. The
  /// words are joined as those of sessions are.
  ///
  /// - Throws: ``FilterError`` at the first word that cannot be read.
  public init(text: String) throws(FilterError) { try self.init(text: text, read: AuditTerm.init) }

  /// The words of the language.
  public static var words: [FilterExample] { AuditTerm.words }
}

extension AuditTerm {
  private static var acts: String { AuditRecord.Action.allCases.map(\.filterValue).joined(separator: ", ") }

  static let words =
    [
      FilterExample("ali", "who acted, or whom it is about, has this in it", "操作人或相关用户含此文字"),
      FilterExample("by:lin", "who acted begins with this", "操作人以此开头"),
      FilterExample(
        "act:lock-user", "what was done: \(acts)",
        "操作：\(acts.split(separator: ",").map { $0.drop { $0 == " " } }.joined(separator: "、"))"),
      FilterExample("user:ali", "whom it is about: the login begins with this", "相关用户：登录名以此开头"),
      FilterExample("reason:range", "the reason has this in it", "原因含此文字"),
    ] + FilterWord.momentExamples + [
      FilterExample("terminal:pts/3", "the terminal begins with this", "终端以此开头"),
      FilterExample("from:198.51.100.", "the address of who acted begins with this", "操作人的地址以此开头"),
      FilterExample("session:01JD3KX4N0V5S8T2W6Y9ZABCDE", "about the session of this id", "与此编号的会话有关"),
      FilterExample("number:2118", "the entry of this number", "此编号的条目"),
    ] + FilterExample.joining(not: "-act:login")

  private static let names =
    ["by:", "act:", "user:", "reason:", "terminal:", "from:", "session:", "number:"] + FilterWord.momentNames

  fileprivate init(_ word: FilterWord) throws(FilterError) {
    switch word.name {
    case nil: self = .mentions(try word.loginKey(like: "ali"))
    case "by": self = .by(try word.text(like: "by:lin"))
    case "act": self = .act(try word.choice(AuditRecord.Action.allCases, \.filterValue))
    case "user": self = .loginPrefix(try word.loginKey(like: "user:ali"))
    case "reason": self = .reason(try word.text(like: "reason:range").asciiLowercased)
    case "terminal": self = .terminal(try word.text(like: "terminal:pts/3"))
    case "from": self = .from(try word.text(like: "from:198.51.100."))
    case "session":
      guard let id = SessionID(text: try word.text(like: "session:01JD3KX4N0V5S8T2W6Y9ZABCDE")) else {
        throw FilterError(word, .notAnID)
      }
      self = .session(id)
    case "number":
      guard let number = Int64(try word.text(like: "number:2118")) else {
        throw FilterError(word, .wrongForm(["number:2118"]))
      }
      self = .number(number)
    default:
      guard let moment = try word.moment() else { throw FilterError(word, .unknownWord(Self.names)) }
      self = .at(moment)
    }
  }
}

extension AuditRecord.Action {
  /// The act's word in filters: `lock-user`.
  public var filterValue: String { String(rawValue.map { $0 == " " ? "-" : $0 }) }
}
