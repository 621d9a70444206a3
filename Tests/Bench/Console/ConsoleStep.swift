/// A key, or the last of a few, whose way to the screen is measured.
struct ConsoleStep {
  let name: String
  /// Typed before, unmeasured.
  var before: [String] = []
  let keys: String
  /// Typed after, unmeasured, to be where it began.
  var after: [String] = []
  /// How many times, where one takes no time to speak of.
  var times = 12
  /// Whether it always comes to the same rows.
  var isSame = true
  /// The nearest that sqlite3 does: what follows SELECT's WHERE.
  var sql: String?
  var goal: Double? = 16
  /// Texts that are there then, for what is no list.
  var texts: [String]?

  static func filter(_ word: String, sql: String?, goal: Double = 16) -> ConsoleStep {
    // A word with a sign is a mistake until its last character; one without is a search at once.
    let isSign = word.contains { ":<>".contains($0) }
    return ConsoleStep(
      name: isSign || word.hasPrefix("-") ? "filter \(word)" : "free text \(word)",
      before: isSign ? ["f", String(word.dropLast())] : ["f"], keys: isSign ? String(word.suffix(1)) : word,
      after: ["\u{1B}"], sql: sql, goal: goal)
  }

  static let page =
    "SELECT id, (SELECT login FROM users WHERE id = user_id), kind, created_at, last_seen_at, expires_at, "
    + "address, (SELECT text FROM user_agents WHERE id = user_agent_id) FROM sessions WHERE expires_at > unixepoch() * 1000"

  static let bySeen = "ORDER BY last_seen_at DESC, id DESC LIMIT 34"

  static func all(users: Int) -> [ConsoleStep] {
    let down = "\u{1B}OB", pageDown = "\u{1B}[6~"
    func agent(_ text: String) -> String {
      "AND user_agent_id IN (SELECT id FROM user_agents WHERE text LIKE '%\(text)%') \(bySeen)"
    }
    func login(_ condition: String) -> String {
      "AND user_id IN (SELECT id FROM users WHERE login_key \(condition)) \(bySeen)"
    }
    let now = "unixepoch() * 1000"
    return [
      ConsoleStep(name: "cursor down", keys: down, times: 200, isSame: false),
      ConsoleStep(name: "page down", keys: pageDown, times: 60, isSame: false, sql: bySeen),
      ConsoleStep(
        name: "end of list", before: ["g"], keys: "G", after: ["g"], sql: "ORDER BY last_seen_at, id LIMIT 34"),
      ConsoleStep(
        name: "sort by start", keys: ">", after: [">", ">"], sql: "ORDER BY created_at DESC, id DESC LIMIT 34"),
      ConsoleStep(
        name: "sort by end", before: [">"], keys: ">", after: [">"], sql: "ORDER BY expires_at, id LIMIT 34"),
      ConsoleStep(name: "sort by last seen", before: [">", ">"], keys: ">", sql: bySeen),
      ConsoleStep(name: "order reversed", keys: "r", after: ["r"], sql: "ORDER BY last_seen_at, id LIMIT 34"),
      .filter("user:ali", sql: login("GLOB 'ali*'")),
      .filter("state:idle", sql: "AND kind = 0 AND last_seen_at < \(now) - 300000 \(bySeen)"),
      .filter("state:ending", sql: "AND expires_at < \(now) + 300000 \(bySeen)"),
      .filter("kind:remembered", sql: "AND kind = 1 \(bySeen)"),
      .filter("kind:simulated", sql: "AND kind = 2 \(bySeen)"),
      .filter("from:10.53.0.0/16", sql: "AND hex(address) LIKE '%0A35____' \(bySeen)"),
      .filter("from:10.53.0.0/30", sql: "AND hex(address) LIKE '%0A35000_' \(bySeen)"),
      .filter("client:firefox", sql: agent("firefox")),
      .filter("app:edge", sql: agent("Edg")),
      .filter("on:windows", sql: agent("windows")),
      .filter("started<2h", sql: "AND created_at > \(now) - 7200000 \(bySeen)"),
      .filter("started>9d", sql: "AND created_at < \(now) - 777600000 \(bySeen)"),
      .filter("idle>1h", sql: "AND last_seen_at < \(now) - 3600000 \(bySeen)"),
      .filter("ends<9d", sql: "AND expires_at < \(now) + 777600000 \(bySeen)"),
      .filter("by:simulation", sql: "AND created_by = 'simulation' \(bySeen)"),
      .filter("-kind:remembered", sql: "AND kind <> 1 \(bySeen)"),
      .filter("mia", sql: login("LIKE '%mia%'"), goal: 100),
      .filter("zzzqq", sql: login("LIKE '%zzzqq%'"), goal: 100),
      ConsoleStep(
        name: "users", keys: "2", after: ["1"], sql: nil),
      ConsoleStep(
        name: "user detail", before: ["2"], keys: "\r", after: ["\u{1B}", "1"], sql: nil,
        texts: ["Their sessions", "password"]),
      ConsoleStep(name: "overview", keys: "5", after: ["1"], sql: nil, texts: ["as of", "They end in", "They use"]),
    ]
  }
}
