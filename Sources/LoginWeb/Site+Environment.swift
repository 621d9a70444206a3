import SessionCore

extension Site {
  /// Reads what the operator has set, by the names of the environment:
  ///
  /// | variable | sets | else |
  /// |---|---|---|
  /// | `ROLLCALL_LOGIN` | the login program's path | `/login.cgi` |
  /// | `ROLLCALL_RETURN` | where a login goes on to | `/members.cgi` |
  /// | `ROLLCALL_ALLOW_HTTP` | `yes` answers plain http from other machines | https and this machine only |
  /// | `ROLLCALL_TRUSTED_PROXIES` | whose X-Forwarded headers are believed | nobody's |
  /// | `ROLLCALL_RETURN_ORIGINS` | other origins that a login may go on to | none |
  /// | `ROLLCALL_DATABASE`, `_KEY`, `_PEPPER` | what must not be below the document root | nothing |
  /// | `ROLLCALL_DEMO` | `login:password` of a sample account to show | none |
  /// | `ROLLCALL_SIMULATION` | whether logins may be simulated: `sample`, `on`, `off` | on a sample database |
  /// | `ROLLCALL_PAGES` | the directory of the site's own header, footer, logo and names | none |
  /// | `ROLLCALL_PAGE_THEME_LIGHT` | the theme of pages by day: a name, or a file | `rollcall-light` |
  /// | `ROLLCALL_PAGE_THEME_DARK` | the theme of pages by night: a name, or a file | `rollcall-dark` |
  ///
  /// What cannot be used is never passed over in silence: it is in ``complaints``, or in ``fault`` when doing without it
  /// would let somebody in who is not to be.
  public init(environment: (String) -> String?) {
    self.init()
    login = read(.login, environment, ReturnPath.init) ?? login
    home = read(.goOn, environment, ReturnPath.init) ?? home
    allowsHTTP = read(.allowHTTP, environment) { $0 == "1" } ?? false
    sample = read(.demo, environment, Sample.init)
    // What cannot be read allows nothing.
    simulation = SimulationRule(setting: environment(Configuration.Setting.simulation.variable))
    _ = read(.simulation, environment, SimulationRule.init(rawValue:))
    pages = read(.pages, environment) { $0 }
    lightTheme = read(.pageThemeLight, environment) { $0 }
    darkTheme = read(.pageThemeDark, environment) { $0 }
    returnOrigins = read(.returnOrigins, environment, Origin.list) ?? []
    trustedProxies = read(.trustedProxies, environment, Network.trustList) ?? []
    // What other parts read: they take the usual number, and it is said here.
    for setting in [Configuration.Setting.hashSlots, .workers, .workerRequests] {
      _ = read(setting, environment) { Int($0) }
    }
    for setting in [Configuration.Setting.database, .key, .pepper] {
      guard let path = environment(setting.variable) else { continue }
      privateFiles.append(path)
      // Every check of a session passes here: a path is looked at no further.
      if path.utf8.first != UInt8(ascii: "/"), case .mariadb(let address)? = try? DatabaseAddress(path) {
        privateFiles += [address.passwordFile, address.keyFile].compactMap { $0 }
      }
    }
  }

  /// What a setting's value says; nil when it is not set, and, with a complaint, when it cannot be used.
  private mutating func read<Value>(
    _ setting: Configuration.Setting, _ environment: (String) -> String?, _ read: (String) -> Value?
  ) -> Value? {
    guard let text = environment(setting.variable), !text.isEmpty else { return nil }
    let rule: String
    switch setting.checked(text) {
    case .success(let checked):
      if let value = read(checked) { return value }
      rule = "cannot be used"
    case .failure(let error): rule = error.phrase.english
    }
    // Without the list every visitor behind a proxy would be the proxy: a request by plain http from afar would be one
    // from this machine, and one address would be slowed for all.
    if setting == .trustedProxies {
      fault = SiteError("\(setting.variable) \(rule): until it is mended nobody is let in.")
    } else {
      complaints.append("\(setting.variable) \(rule): what is set is passed over.")
    }
    return nil
  }
}
