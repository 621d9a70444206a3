import SessionCore

extension WalkthroughLine {
  /// Makes sure that whoever is logged in, or locked, is a user. Anybody may try to log in.
  func requireUser(among logins: [String]) throws(WalkthroughError) {
    guard keyword == .session || keyword == .lock,
      let login = text.english.split(separator: " ").first.map(String.init),
      !login.contains("=")
    else { return }
    let key = Login.key(for: login)
    guard key != nil, logins.contains(where: { Login.key(for: $0) == key }) else {
      throw .noUser(number, login, logins)
    }
  }

  /// What somebody else does: `alice from=198.51.100.23 client=curl began=4m seen=20s`.
  func arrangement() throws(WalkthroughError) -> Arrangement {
    var words = text.english.split(separator: " ").map(String.init)[...]
    guard let login = words.popFirst(), !login.contains("=") else {
      throw WalkthroughError(number, "This begins with a login.", "这里应以登录名开头。")
    }
    if keyword == .lock { return .lock(login: login, reason: words.joined(separator: " ")) }
    var invented = InventedLogin(login: login)
    var rest: [String: String] = [:]
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw unknown(word) }
      if try !take(parts[0], parts[1], &invented) { rest[parts[0]] = parts[1] }
    }
    let name = keyword == .session ? "ended" : keyword == .guesses ? "count" : "outcome"
    if let other = rest.keys.sorted().first(where: { $0 != name }) { throw unknown(other) }
    return try arrangement(invented, rest[name])
  }

  private func arrangement(_ login: InventedLogin, _ value: String?) throws(WalkthroughError) -> Arrangement {
    switch keyword {
    case .guesses:
      guard let count = Int(value ?? "1"), (1...20).contains(count) else { throw unknown("count=\(value ?? "")") }
      return .guesses(login, count: count)
    case .attempt:
      guard let outcome = Attempt.Outcome.allCases.first(where: { $0.name == value }) else {
        throw unknown("outcome=\(value ?? "")")
      }
      return .attempt(login, outcome)
    default:
      guard let value else { return .session(login, ended: nil) }
      let ways: [String: Ending.How] = [
        "logout": .logout, "idle": .idle, "absolute": .absolute, "administrator": .administrator,
      ]
      guard let how = ways[value] else { throw unknown("ended=\(value)") }
      return .session(login, ended: how)
    }
  }

  /// Takes what all of them have; false when this is not of it.
  private func take(_ name: String, _ value: String, _ login: inout InventedLogin) throws(WalkthroughError) -> Bool {
    switch name {
    case "from":
      guard let address = IPAddress(text: value) else { throw unknown("from=\(value)") }
      login.address = address
    case "client":
      let client = SimulatedClient.all.first { $0.slug == value }
      guard let client else { throw unknown("client=\(value)") }
      login.userAgent = client.userAgent
    case "kind":
      guard let kind = SessionKind.allCases.first(where: { $0.name == value }) else { throw unknown("kind=\(value)") }
      login.kind = kind
    case "began", "seen":
      guard let length = Interval(text: value) else { throw unknown("\(name)=\(value)") }
      if name == "began" { login.began = length } else { login.seen = length }
    default: return false
    }
    return true
  }

  private func unknown(_ word: String) -> WalkthroughError {
    let clients = SimulatedClient.all.map(\.slug).joined(separator: ", ")
    return WalkthroughError(
      number,
      """
      '\(word)' is not understood: write from=ADDRESS, client=NAME (\(clients)), kind=browser or remembered, began=2h, seen=5m; \
      and ended=idle for a session, count=6 for guesses, outcome=wrong-password for an attempt.
      """,
      """
      无法理解“\(word)”：可写 from=地址、client=名称（\(clients)）、kind=browser 或 remembered、began=2h、seen=5m；\
      会话可写 ended=idle，guesses 可写 count=6，attempt 可写 outcome=wrong-password。
      """)
  }
}

extension SimulatedClient {
  /// Its name in one word: `firefox-windows`.
  var slug: String { name.lowercased().split { $0 == " " || $0 == "·" }.joined(separator: "-") }
}
