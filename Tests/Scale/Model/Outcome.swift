/// What came of a run.
struct Outcome {
  /// What was answered within one second.
  struct Second {
    var answered = 0
    var refused = 0
    /// The longest that one of them had waited.
    var longest = 0.0
  }

  /// How long checks took.
  var checks = Waits()
  /// How long logins took.
  var logins = Waits()
  /// Answered with 503.
  var refused = 0
  /// Not answered: the web host was gone.
  var lost = 0
  /// Commits that another node's came before.
  var conflicts = 0
  /// Which share of the time each was in use, by name; of several of one name, the busiest.
  var use: [String: Double] = [:]
  /// What happened in each second.
  private(set) var seconds: [Int: Second] = [:]

  /// What is the closest to its limit. Workers are not asked: they wait for others most of the time.
  var busiest: (name: String, share: Double) {
    let shares = use.filter { $0.key != "workers" }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return shares.first.map { ($0.key, $0.value) } ?? ("", 0)
  }

  /// The longest that anybody waited.
  var longest: Double { seconds.values.map(\.longest).max() ?? 0 }

  mutating func answer(_ second: Int, after wait: Double) {
    seconds[second, default: Second()].answered += 1
    seconds[second, default: Second()].longest = max(seconds[second]?.longest ?? 0, wait)
  }

  mutating func refuse(_ second: Int) {
    refused += 1
    seconds[second, default: Second()].refused += 1
  }

  /// Whether visitors would call it good: 99 of 100 checks within 0.1 s, 99 of 100 logins within 1 s, and all answered.
  var isGood: Bool { checks.quantile(0.99) <= 0.1 && logins.quantile(0.99) <= 1 && refused == 0 && lost == 0 }
}
