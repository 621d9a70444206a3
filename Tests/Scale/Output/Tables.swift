/// The tables of docs/scale.md.
struct Tables {
  let figures: Figures

  /// - Throws: ``Figures/Missing``.
  func all() throws -> [Table] {
    [try oneHost(), try oneCluster(), try users(), try order(), try deaths(), try beyond(), try measured()]
  }

  /// What one machine with SQLite takes.
  func oneHost() throws -> Table {
    var table = Table("one-host", Self.limits("cores, login.cgi"))
    for (cores, workers) in [(2, 0), (2, 16), (4, 16), (8, 32), (16, 64)] {
      let site = Site.sqlite(cores: cores, workers: workers)
      try addLimits(of: site, "\(cores), \(workers == 0 ? "CGI" : "FastCGI")", to: &table)
    }
    return table
  }

  /// What web hosts before one MariaDB and before three Galera nodes take.
  func oneCluster() throws -> Table {
    var table = Table("one-cluster", Self.limits("web hosts of 8 cores, database of 8"))
    var alone = Site.cluster(webHosts: 2)
    (alone.kind, alone.nodes) = (.mariadb, 1)
    try addLimits(of: alone, "2, one MariaDB", to: &table)
    for hosts in [2, 4, 8] { try addLimits(of: .cluster(webHosts: hosts), "\(hosts), three nodes", to: &table) }
    return table
  }

  /// What could be changed in Rollcall.
  func beyond() throws -> Table {
    var table = Table("beyond", Self.limits("8 web hosts of 8 cores, three nodes of 8"))
    let today = Site.cluster(webHosts: 8)
    var near = today
    near.readsNear = true
    var chains = today
    chains.auditChains = 8
    var both = near
    both.auditChains = 8
    for (name, site) in [
      ("as it is", today), ("reads at the nearest node", near), ("8 chains of the audit log", chains), ("both", both),
    ] {
      try addLimits(of: site, name, to: &table)
    }
    return table
  }

  private static func limits(_ first: String) -> [String] {
    [first, "logins a second, alone", "checks a second, alone", "users, all together", "first at its limit"]
  }

  private func addLimits(of site: Site, _ name: String, to table: inout Table) throws {
    let logins = try Limit(site, figures, shape: .loginsOnly)
    let checks = try Limit(site, figures, shape: .checksOnly)
    let both = try Limit(site, figures)
    let first = both.outcome.busiest
    table.add(
      name, logins.load.loginRate.rough, checks.load.checkRate.rough, both.load.users.rough,
      "\(first.name), \(first.share.percent)")
  }
}
