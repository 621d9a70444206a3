/// Whether logins may be simulated on a database.
public enum SimulationRule: String, Sendable, CaseIterable {
  /// On a sample alone: a database that was set up as one. That a sample account is shown makes none.
  case sample
  /// Here, although the people may be real.
  case on
  /// Nowhere.
  case off

  /// The rule that an operator has set; ``sample`` where none is, and ``off`` where it cannot be read.
  public init(setting text: String?) {
    self = text.map { Self(rawValue: $0) ?? .off } ?? .sample
  }

  /// Whether logins may be simulated on a database that is a sample, or none.
  public func allows(onSample isSample: Bool) -> Bool {
    switch self {
    case .sample: isSample
    case .on: true
    case .off: false
    }
  }
}

/// Logins must not be simulated on this database.
public struct SimulationRefused: Error, Hashable {
  /// What forbids it.
  public let rule: SimulationRule

  /// Makes an error from its part.
  public init(rule: SimulationRule) { self.rule = rule }

  /// What is forbidden, why, and how it would be allowed.
  public var phrase: Phrase {
    switch rule {
    case .off:
      Phrase(
        "Simulation is off: 'simulation = off' is set. 'sample' allows it on sample databases, 'on' here as well.",
        "模拟已关闭：设置了“simulation = off”。设为 sample 可在示例数据库上模拟，设为 on 则在此处也可模拟。")
    case .sample, .on:
      Phrase(
        """
        Simulation is off here: this is no sample database, its people may be real. To allow it all the same, set \
        'simulation = on' in the configuration, or ROLLCALL_SIMULATION=on.
        """,
        "此处不能模拟：这不是示例数据库，其中可能是真实用户。如仍要允许，请在配置中设置“simulation = on”，或 ROLLCALL_SIMULATION=on。")
    }
  }
}
