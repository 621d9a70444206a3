import Console
import SessionCore

extension LoginSimulator {
  /// A password that nobody has.
  private static let wrong = "not the password"

  /// Does a step, by login.cgi or by itself.
  ///
  /// - Throws: ``CommandFailure``; ``SessionCore/StoreError``.
  func take(_ request: SimulationRequest, from address: IPAddress) throws -> SimulatedDeed {
    switch request.step {
    case .logIn: return try logIn(request)
    case .visit: return try checked(deed(try browser.visit()), isLive: true)
    case .logOut: return try checked(deed(try browser.logOut()), isLive: false)
    case .wrongPassword: return deed(try browser.logIn(request.login, password: Self.wrong))
    case .percent: return deed(try browser.logIn("%", password: "%"))
    case .unknownLogin: return deed(try browser.logIn("nobody-of-this-name", password: request.password))
    case .guess: return try guess(request)
    case .forge: return try forge()
    case .oldCookies: return deed(try browser.visit(cookies: try oldCookies()))
    case .replay: return deed(try browser.visit(cookies: "\(Visit.cookieName)=\(copied?.text ?? "")"))
    case .expire: return try expire()
    case .forget: return try forget(request.login, from: address)
    case .lock, .unlock: return SimulatedDeed(outcome: .done)
    }
  }

  private func deed(_ visit: Visit) -> SimulatedDeed {
    let outcome: SimulationOutcome =
      switch visit.answer.status {
      case "200", "303": .accepted
      case "401", "403": .refused
      case "429": .delayed
      default: .failed
      }
    return SimulatedDeed(outcome: outcome, visit: visit)
  }

  private func logIn(_ request: SimulationRequest) throws -> SimulatedDeed {
    let visit = try browser.logIn(request.login, password: request.password)
    if let token = browser.token { (session, copied) = (token.id, token) }
    let row = try session.flatMap { try service.store.session(id: $0) }
    return try checked(deed(visit), isLive: true, isSimulated: row?.kind == .simulated)
  }

  /// What an answer says is not what happened unless the database says so too.
  private func checked(_ deed: SimulatedDeed, isLive: Bool, isSimulated: Bool = true) throws -> SimulatedDeed {
    guard deed.outcome == .accepted, try isOver() == isLive || !isSimulated else { return deed }
    var astray = deed
    astray.outcome = .failed
    return astray
  }

  /// Guesses until login.cgi does not look at a guess any more.
  private func guess(_ request: SimulationRequest) throws -> SimulatedDeed {
    let limit = try GuessingPolicy(service.store.settings()).guesses + 1
    var last = deed(try browser.logIn(request.login, password: Self.wrong))
    while last.outcome == .refused, last.count < limit {
      let count = last.count + 1
      last = deed(try browser.logIn(request.login, password: "\(Self.wrong) \(count)"))
      last.count = count
    }
    return last
  }

  /// The session's id is no secret; the secret is made up.
  private func forge() throws -> SimulatedDeed {
    let id = session ?? SessionID(time: service.clock.now(), random: service.random)
    let made = Base64URL.encode(id.bytes + service.random.bytes(32))
    var forged = deed(try browser.visit(cookies: "\(Visit.cookieName)=\(made)"))
    forged.isForged = true
    return forged
  }

  /// The cookies of the article's pages: a user's number, and a hash in hexadecimal digits.
  private func oldCookies() throws -> String {
    let digits = service.random.bytes(20).map { byte in
      let text = String(byte, radix: 16)
      return text.count < 2 ? "0" + text : text
    }
    return "userid=1; session=\(digits.joined())"
  }

  private func expire() throws -> SimulatedDeed {
    guard let session, let row = try service.store.session(id: session), row.kind == .simulated,
      try service.expire(session, by: actor, reason: "simulated: its time ran out")
    else { return SimulatedDeed(outcome: .failed) }
    return SimulatedDeed(
      outcome: .done,
      changes: [
        "~ sessions  \(session.short)  expires_at \(row.expiresAt.timeOfDay) -> \(service.clock.now().timeOfDay)"
      ])
  }

  private func forget(_ login: String, from address: IPAddress) throws -> SimulatedDeed {
    let failures = try service.simulatedFailures(of: login, from: address)
    try service.forgetSimulatedFailures(of: login, from: address)
    return SimulatedDeed(outcome: .done, changes: failures.map { ["- throttle  \($0.login)"] } ?? [])
  }
}
