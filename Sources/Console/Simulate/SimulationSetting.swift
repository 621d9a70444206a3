import SessionCore

/// What is settled about simulating while the console is open.
public struct SimulationSetting: Equatable, Sendable {
  /// Why nothing may be simulated on this database; nil when it may.
  public var refusal: Phrase?
  /// Who a crowd is made of.
  public var people = CrowdPeople.one
  /// The crowd that comes as the console opens; nil for none.
  public var opening: CrowdWish?
  /// Where the steps of a simulation are saved.
  public var directory = "."

  /// Simulation as on a sample database.
  public init() {}
}
