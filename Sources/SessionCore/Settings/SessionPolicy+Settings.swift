extension SessionPolicy {
  /// Which settings hold the limits of a kind.
  private static func names(of kind: SessionKind) -> (idle: SiteSetting, absolute: SiteSetting) {
    switch kind {
    case .browser: (.idle, .absolute)
    case .remembered: (.rememberedIdle, .rememberedAbsolute)
    case .simulated: (.simulatedIdle, .simulatedAbsolute)
    }
  }

  /// The policy that `settings` hold; what they do not mention is as in ``standard``.
  ///
  /// - Throws: ``SettingsError`` for values that no command writes: they would be reckoned with all the same.
  public init(_ settings: SiteSettings) throws(SettingsError) {
    self = .standard
    for kind in SessionKind.allCases {
      let names = Self.names(of: kind)
      let idle = settings[names.idle].map(Interval.init(milliseconds:)) ?? self[kind].idle
      let absolute = settings[names.absolute].map(Interval.init(milliseconds:)) ?? self[kind].absolute
      guard let limits = Limits(idle: idle, absolute: absolute) else { throw SettingsError() }
      self[kind] = kind == .simulated ? limits.within(Self.longestSimulated) : limits
    }
    if let value = settings[.remembers] { remembers = value != 0 }
    if let value = settings[.maximumSessions] {
      guard let value = Int(exactly: value), Self.maximumSessionsRange.contains(value) else { throw SettingsError() }
      maximumSessions = value
    }
    if let value = settings[.atMaximum] { atMaximum = value == 0 ? .endOldest : .refuseNew }
  }

  /// The policy as settings.
  public var settings: SiteSettings {
    var settings: SiteSettings = [
      .remembers: remembers ? 1 : 0, .maximumSessions: Int64(maximumSessions),
      .atMaximum: atMaximum == .endOldest ? 0 : 1,
    ]
    for kind in SessionKind.allCases {
      let names = Self.names(of: kind)
      settings[names.idle] = self[kind].idle.milliseconds
      settings[names.absolute] = self[kind].absolute.milliseconds
    }
    return settings
  }

  /// What differs from `old`, for the audit log: `browser idle 30m -> 15m`.
  public func changes(from old: SessionPolicy) -> String {
    var words: [String] = []
    for kind in SessionKind.allCases {
      for (name, path) in [("idle", \Limits.idle), ("absolute", \Limits.absolute)] where self[kind] != old[kind] {
        let (before, after) = (old[kind][keyPath: path], self[kind][keyPath: path])
        if before != after { words.append("\(kind.name) \(name) \(before.coarse) -> \(after.coarse)") }
      }
    }
    if remembers != old.remembers { words.append("remember me \(remembers ? "offered" : "not offered")") }
    if maximumSessions != old.maximumSessions || atMaximum != old.atMaximum {
      words.append("at most \(maximumSessions) sessions a user, \(atMaximum.rawValue)")
    }
    return words.joined(separator: ", ")
  }
}
