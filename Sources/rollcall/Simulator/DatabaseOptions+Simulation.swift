import SessionCore

extension DatabaseOptions {
  /// Stops a command that would simulate where it must not.
  ///
  /// - Throws: ``CommandFailure`` that says how it would be allowed; ``SessionCore/StoreError``.
  func requireSimulation(_ service: SessionService) throws {
    if let refusal = try simulationRefusal(service) { throw CommandFailure(.refused, refusal) }
  }

  /// Why logins must not be simulated on the database; nil when they may be.
  ///
  /// - Throws: ``SessionCore/StoreError``.
  func simulationRefusal(_ service: SessionService) throws -> Phrase? {
    let configuration = try configuration()
    do {
      try service.requireSimulation(SimulationRule(setting: configuration[.simulation]))
      return nil
    } catch let refused as SimulationRefused {
      return refused.phrase
    }
  }
}
