/// The most that a site takes.
struct Limit {
  /// Logins a second, with all that goes with them.
  let load: Load
  /// What came of it there.
  let outcome: Outcome
  /// What is in use for longer than this share of the time has a queue sooner or later that a short run does not show.
  static let share = 0.95

  /// Looks for it. Use grows as the load does, so a short run at a low load tells where to look.
  ///
  /// - Parameters:
  ///   - site: of what.
  ///   - figures: what things take.
  ///   - shape: what users do; how many there are is looked for.
  ///   - requests: how many of them a run has, about: enough for the slowest of a hundred to be known.
  /// - Throws: ``Figures/Missing``.
  init(_ site: Site, _ figures: Figures, shape: Load = Load(users: 1), requests: Double = 60_000) throws {
    // Some thousands of requests tell what is used how much.
    let low = Load(shape, loginsPerSecond: 100 / Load(shape, loginsPerSecond: 1).rate)
    let probe = try Run(site, low, figures).go(for: 30)
    let estimate = low.loginRate / max(probe.busiest.share, 1e-9)
    var (least, most) = (0.0, estimate * 1.2)
    var good = (load: low, outcome: probe)
    for _ in 0..<6 {
      let rate = least == 0 && most > estimate ? estimate * 0.9 : (least + most) / 2
      let load = Load(shape, loginsPerSecond: rate)
      let length = max(1, min(120, requests / load.rate))
      let outcome = try Run(site, load, figures).go(warmUp: length / 4, for: length)
      if outcome.isGood, outcome.busiest.share <= Self.share {
        (least, good) = (rate, (load, outcome))
      } else {
        most = rate
      }
    }
    (load, outcome) = good
  }
}
