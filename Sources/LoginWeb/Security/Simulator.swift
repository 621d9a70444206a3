import SessionCore

extension Exchange {
  /// The operator who simulates this request; nil for a visitor's own.
  ///
  /// The simulator starts this program itself and says who simulates in a variable of the environment, sealed by the
  /// server's key: ``SessionCore/SimulatorClaim``.
  /// - Throws: ``Refusal/simulation`` for a claim that is none, and where logins must not be simulated.
  func simulator() throws -> Actor? {
    guard let claim = request[SimulatorClaim.variable] else { return nil }
    let service = try service()
    guard let actor = SimulatorClaim.actor(in: claim, keys: service.keys, at: service.clock.now()) else {
      throw Refusal.simulation
    }
    do {
      try service.requireSimulation(site.simulation)
    } catch is SimulationRefused {
      throw Refusal.simulation
    }
    return actor
  }
}

extension LoginSource {
  /// Where a login comes from.
  ///
  /// - Throws: ``Refusal/simulation``.
  init(of exchange: Exchange) throws {
    self.init(
      address: exchange.connection.address, userAgent: exchange.request["HTTP_USER_AGENT"] ?? "",
      simulatedBy: try exchange.simulator())
  }
}
