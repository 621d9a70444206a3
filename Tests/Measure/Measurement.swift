import Foundation
import SessionCore
import SessionStore

/// What logins, checks and logouts ask of a database.
struct Measurement {
  let keys: KeyRing
  let open: () throws -> any Connection
  let servers: [Int]

  /// What was measured. The names are those of Tests/Scale's Figures.
  struct Result: Encodable {
    let reading: Figure
    let login: Figure
    let refusal: Figure
    let logout: Figure
    let touch: Figure
    let logoutsPerSecond: [String: Double]
  }

  private static let users = 300
  private static let password = "correct horse battery staple"
  private static let actor = Actor(name: "measure")
  /// Hardly a hash: what it takes is measured alone.
  private static let hasher = PasswordHasher(passes: 1, memory: 8192)
  /// Before now, so that a session of then is due to be noted as seen, once.
  private static let past = Interval.minutes(5)

  private func service(_ connection: any Connection, ago: Interval = .seconds(0)) -> SessionService {
    let clock = Clock { Clock.system.now() + Interval(milliseconds: -ago.milliseconds) }
    return SessionService(store: SQLStore(connection), keys: keys, clock: clock, hasher: Self.hasher)
  }

  private func logIn(_ login: String, _ service: SessionService, _ password: String, number: Int) throws -> Token {
    let source = LoginSource(
      address: IPAddress(text: "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"), userAgent: "measure/1")
    return try service.logIn(login: login, password: password, from: source).0
  }

  /// Measures one thing after the other.
  func run() throws -> Result {
    let connection = CountingConnection(try open())
    let meter = Meter(connection: connection, servers: servers)
    let (now, past) = (service(connection), service(connection, ago: Self.past))
    let run = String(UInt32.random(in: 0...UInt32.max), radix: 36)
    let names = (0..<Self.users).map { "measure-\(run)-\($0)" }
    for name in names {
      _ = try now.addUser(try Login(name), password: try Password(Self.password), by: Self.actor)
    }
    var number = 0
    var tokens: [Token] = []
    _ = try logIn(names[0], past, Self.password, number: 0)
    let login = try meter.measure(names) { name in
      number += 1
      tokens.append(try logIn(name, past, Self.password, number: number))
    }
    let seen = try meter.measure(tokens) { _ = try now.check($0) }
    let reading = try meter.measure(tokens + tokens) { _ = try now.check($0) }
    let refusal = try meter.measure(names) { name in
      number += 1
      do { _ = try logIn(name, now, "wrong", number: number) } catch is LoginRefused {}
    }
    let logout = try meter.measure(tokens) { try now.logOut($0) }
    let rates = try [1, 4].map { ("\($0)", try together($0, names)) }
    return Result(
      reading: reading, login: login, refusal: refusal, logout: logout, touch: seen.beyond(reading),
      logoutsPerSecond: Dictionary(uniqueKeysWithValues: rates))
  }

  /// Logouts a second from so many connections at once.
  private func together(_ count: Int, _ names: [String]) throws -> Double {
    let services = try (0..<count).map { _ in service(try open()) }
    let tokens = try services.indices.map { index in
      try names.map { try logIn($0, services[index], Self.password, number: index) }
    }
    nonisolated(unsafe) let work = zip(services, tokens).map { $0 }
    let start = Moment.now
    DispatchQueue.concurrentPerform(iterations: count) { index in
      for token in work[index].1 { _ = try? work[index].0.logOut(token) }
    }
    return (Double(count * names.count) / (Moment.now - start)).rounded()
  }
}

extension Figure {
  /// What this takes beyond what goes before it.
  func beyond(_ other: Figure) -> Figure {
    Figure(
      whole: whole - other.whole, program: program - other.program, server: max(0, server - other.server),
      apply: max(0, apply - other.apply), statements: statements - other.statements,
      statementsLocked: statementsLocked - other.statementsLocked, locked: locked - other.locked,
      commit: commit - other.commit)
  }
}
