extension Tables {
  /// The model beside what was measured on the machine that the figures come from: everything on its two cores, the load
  /// as well.
  func measured() throws -> Table {
    var table = Table("measured", ["everything on \(figures.cores) cores", "measured", "by the model", "model is"])
    for kind in [Site.Kind.sqlite, .mariadb, .galera] {
      guard let engine = figures.engines[kind.rawValue] else { continue }
      for (workers, rate) in Self.sorted(engine.checksPerSecond) {
        let model = try Bench(kind, figures).checksPerSecond(workers: workers)
        add("checks a second, \(kind.title), FastCGI, \(workers) at once", rate, model, to: &table)
      }
      for (connections, rate) in Self.sorted(engine.logoutsPerSecond) {
        let model = try Bench(kind, figures).logoutsPerSecond(connections: connections)
        add("logouts a second, \(kind.title), \(connections) at once", rate, model, to: &table)
      }
    }
    return table
  }

  private static func sorted(_ rates: [String: Double]) -> [(Int, Double)] {
    rates.compactMap { name, rate in Int(name).map { ($0, rate) } }.sorted { $0.0 < $1.0 }
  }

  private func add(_ name: String, _ rate: Double, _ model: Double, to table: inout Table) {
    table.add(name, rate.rough, model.rough, "\((model / rate).percent)")
  }
}

extension Site.Kind {
  var title: String {
    switch self {
    case .sqlite: "SQLite"
    case .mariadb: "MariaDB"
    case .galera: "three nodes"
    }
  }
}
