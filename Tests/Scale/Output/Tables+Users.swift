extension Tables {
  /// From ten thousand users to a hundred million.
  func users() throws -> Table {
    var table = Table(
      "users",
      [
        "users", "logins, checks a second at the peak", "on", "busiest there", "99 of 100 checks", "99 of 100 logins",
      ])
    for (users, site, name) in [
      (1e4, Site.sqlite(cores: 2), "one host of 2 cores, SQLite"),
      (1e6, Site.sqlite(cores: 8, workers: 32), "one host of 8 cores, SQLite"),
      (1e6, Site.cluster(webHosts: 2), "2 web hosts, 3 nodes"),
    ] {
      try add(users, 1, site, name, to: &table)
    }
    let cluster = Site.cluster(webHosts: 4)
    // Seven tenths of what it takes: room for a day that is not like the others, and for a web host that is gone.
    let most = try Limit(cluster, figures).load.users * 0.7
    for users in [1e7, 1e8] {
      let count = (users / most).rounded(.up)
      try add(users, count, cluster, "\(Int(count).grouped) × (4 web hosts, 3 nodes)", to: &table)
    }
    return table
  }

  private func add(_ users: Double, _ clusters: Double, _ site: Site, _ name: String, to table: inout Table) throws {
    let all = Load(users: users)
    let load = Load(users: users / clusters)
    let outcome = try Run(site, load, figures).go(for: max(10, min(300, 60_000 / load.rate)))
    let first = outcome.busiest
    table.add(
      users.rough, "\(all.loginRate.rough), \(all.checkRate.rough)", name, "\(first.name), \(first.share.percent)",
      outcome.checks.quantile(0.99).time, outcome.logins.quantile(0.99).time)
  }
}
