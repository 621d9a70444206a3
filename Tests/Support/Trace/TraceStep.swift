import SessionCore

/// One thing that happens to a site. Users are named by number, sessions by the order in which they were made.
enum TraceStep: Sendable {
  case add(Int), remove(Int), lock(Int), unlock(Int), giveCode(Int), setMaximum(Int, Int?)
  case logIn(Int, from: Int, client: Int, remember: Bool, replacing: Int?), guess(Int, from: Int)
  case check(Int), logOut(Int), keep(Int, name: Int, String?), changePassword(Int)
  case end(Int), endUser(Int), endMatching(String), expire(Int), extend(Int), endEverybody
  case undo, forgive(Int?), wait(Interval), sweep
  case list(String, SessionSort, Bool, limit: Int), listUsers(String, UserSort, Bool), listAttempts(String)
  case listAudit(String), overview, verify

  /// What could happen next, the usual more often than the rare.
  static func random(_ random: inout SplitMix, tokens: Int) -> TraceStep {
    func pick<Element>(_ some: [Element]) -> Element { some.randomElement(using: &random) ?? some[0] }
    let user = Int.random(in: 0..<6, using: &random)
    // The newest are the likeliest to be live.
    let token = max(0, tokens - 1 - Int.random(in: 0..<8, using: &random))
    let address = Int.random(in: 0..<4, using: &random)
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<22:
      return .logIn(
        user, from: address, client: Int.random(in: 0..<4, using: &random), remember: Bool.random(using: &random),
        replacing: Int.random(in: 0..<5, using: &random) == 0 ? token : nil)
    case 22..<32: return .check(token)
    case 32..<38: return .guess(user, from: address)
    case 38..<44: return .logOut(token)
    case 44..<50:
      return .keep(
        token, name: Int.random(in: 0..<3, using: &random),
        pick([nil, "", "苹果 ×2", String(repeating: "x", count: 9000)]))
    case 50..<53: return .add(user)
    case 53: return .remove(user)
    case 54..<56: return .lock(user)
    case 56..<59: return .unlock(user)
    case 59: return .giveCode(user)
    case 60: return .setMaximum(user, pick([nil, 1, 3]))
    case 61: return .changePassword(token)
    case 62..<64: return .end(token)
    case 64: return .endUser(user)
    case 65..<67: return .endMatching(pick(filters))
    case 67: return .expire(token)
    case 68: return .extend(token)
    case 69: return .endEverybody
    case 70..<75: return .undo
    case 75: return .forgive(Bool.random(using: &random) ? user : nil)
    case 76..<80: return .wait(pick([.seconds(1), .seconds(70), .minutes(7), .minutes(40), .minutes(900)]))
    case 80..<82: return .sweep
    case 82..<88:
      return .list(
        pick(filters), pick(SessionSort.allCases), Bool.random(using: &random), limit: pick([1, 3, 50]))
    case 88..<91: return .listUsers(pick(userFilters), pick(UserSort.allCases), Bool.random(using: &random))
    case 91..<94:
      return .listAttempts(pick(["", "user1", "outcome:ok", "from:192.0.2.0/24", "when<1h", "-outcome:ok"]))
    case 94..<97: return .listAudit(pick(["", "act:login", "by:user2", "user3", "-act:logout when<2h"]))
    case 97: return .overview
    default: return .verify
    }
  }

  private static let filters = [
    "", "user1", "user:user2", "from:192.0.2.0/24", "-from:192.0.2.1", "idle>5m", "started<1h", "kind:remembered",
    "client:firefox", "state:ending", "state:idle|user3", "ends<30m -user0",
  ]
  private static let userFilters = ["", "user", "state:locked", "state:active", "-state:locked", "user4"]
}
