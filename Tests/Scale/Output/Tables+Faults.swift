extension Tables {
  /// The load of the tables about faults: a site of two million users at its busiest.
  static let load = Load(users: 2e6)

  /// What it costs when each web host writes to a node of its own.
  func order() throws -> Table {
    var table = Table(
      "order", ["4 web hosts, 2,000,000 users", "commits refused a second", "99 of 100 logins", "answered 503"])
    for (name, sameOrder) in [("all ask the nodes in one order", true), ("each asks its own node first", false)] {
      var site = Site.cluster(webHosts: 4)
      site.sameOrder = sameOrder
      let length = 20.0
      let outcome = try Run(site, Self.load, figures).go(for: length)
      table.add(
        name, (Double(outcome.conflicts) / length).rough, outcome.logins.quantile(0.99).time,
        outcome.refused.grouped)
    }
    return table
  }

  /// What happens when a part dies at the busiest hour.
  func deaths() throws -> Table {
    var table = Table(
      "deaths",
      ["what dies", "longest wait", "good again after", "answered 503", "not answered"])
    for fault in Fault.allCases {
      let story = try fault.story(Self.load, figures)
      table.add(
        fault.name, story.outcome.longest.time, story.goodAfter.time, story.outcome.refused.grouped,
        story.outcome.lost.grouped)
    }
    return table
  }

  /// The same as a picture.
  func deathsChart() throws -> Chart {
    let lines = try zip([Fault.node, .tunedNode, .silentNode], ["#d0454c", "#2f7de1", "#c98500"]).map { fault, colour in
      let seconds = try fault.story(Self.load, figures).outcome.seconds
      let waits = seconds.sorted { $0.key < $1.key }.map { (Double($0.key) - Fault.moment, $0.value.longest) }
      return Chart.Line(name: fault.name, colour: colour, waits: waits)
    }
    return Chart(
      title: "How long the slowest visitor waited, second by second", lines: lines, span: -5...30, height: 8)
  }
}

/// A part that dies while all goes on, ten seconds after the start.
enum Fault: CaseIterable {
  case node, tunedNode, silentNode, webHost

  var name: String {
    switch self {
    case .node: "the node that is written to, default timers"
    case .tunedNode: "the same, tuned timers"
    case .silentNode: "its machine, or the line to it, tuned timers"
    case .webHost: "one of four web hosts"
    }
  }

  static let moment = 10.0

  /// What happened, and how long it took until visitors noticed nothing any more.
  struct Story {
    let outcome: Outcome
    let goodAfter: Double
  }

  /// - Throws: ``Figures/Missing``.
  func story(_ load: Load, _ figures: Figures) throws -> Story {
    var site = Site.cluster(webHosts: 4)
    if self == .tunedNode || self == .silentNode { site.eviction = Site.tunedEviction }
    let run = try Run(site, load, figures)
    run.simulation.after(Self.moment) {
      if self == .webHost { return run.kill(host: 0) }
      (run.database as? Cluster)?.kill(0, self == .silentNode ? .silent : .refused, hosts: run.hosts)
    }
    let outcome = run.go(warmUp: 5, for: 40, rest: 30)
    let last = outcome.seconds.filter { $0.value.longest > 1 || $0.value.refused > 0 }.keys.max()
    let good = last.map { Double($0 + 1) - Self.moment }
    return Story(outcome: outcome, goodAfter: max(good ?? 0, self == .webHost ? site.healthCheck : 0))
  }
}
