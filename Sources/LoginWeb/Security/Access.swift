import SessionCore

/// Whether a request may pass: the one decision behind every way in which a web server asks.
enum Access {
  /// The user of this session may see the page.
  case allowed(Session)
  /// Nobody is logged in.
  case nobody
  /// Somebody is, who may not see this page.
  case forbidden(Visitor)
}

extension Exchange {
  /// Decides. Where the web server names users for the place in `ROLLCALL_USERS`, nobody else passes (OWASP ASVS 5.0,
  /// 8.2.1): an empty list, as a server's configuration makes one of a variable that is not set, names nobody.
  func access() throws -> Access {
    guard let visitor = try visitor() else { return .nobody }
    guard request.isSet("ROLLCALL_USERS") else { return .allowed(visitor.session) }
    return Self.names(visitor.login, in: request["ROLLCALL_USERS"] ?? "")
      ? .allowed(visitor.session) : .forbidden(visitor)
  }

  /// Whether `login` is on a list of logins with blanks between them. Each is written as `Remote-User` has it: `%20` for a
  /// blank in it, `%25` for a percent sign. What cannot be read names nobody.
  static func names(_ login: String, in list: String) -> Bool {
    guard let key = Login.key(for: login) else { return false }
    return list.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).contains { word in
      guard let bytes = Percent.decode(word, plusIsSpace: false),
        let name = String(validating: bytes, as: UTF8.self)
      else { return false }
      return Login.key(for: name) == key
    }
  }
}
