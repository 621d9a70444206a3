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
  /// | `ROLLCALL_DEMO` | `login:password` of a sample account to show | none |
  /// | `ROLLCALL_PAGES` | the directory of the site's own header, footer, logo and names | none |
  /// | `ROLLCALL_PAGE_THEME_LIGHT` | the theme of pages by day: a name, or a file | `rollcall-light` |
  /// | `ROLLCALL_PAGE_THEME_DARK` | the theme of pages by night: a name, or a file | `rollcall-dark` |
  ///
  /// What cannot be used is never passed over in silence: it is in ``complaints``, or in ``fault`` when doing without it
  /// would let somebody in who is not to be.
  public init(environment: (String) -> String?) {
    self.init()
    var complaints: [String] = []
    func value<Value>(_ setting: Configuration.Setting, _ read: (String) -> Value?) -> Value? {
      guard let text = environment(setting.variable), !text.isEmpty else { return nil }
      switch setting.checked(text) {
      case .success(let checked):
        if let value = read(checked) { return value }
        complaints.append("\(setting.variable) cannot be used: what is set is passed over.")
      case .failure(let error):
        complaints.append("\(setting.variable) \(error.phrase.english): what is set is passed over.")
      }
      return nil
    }
    if let path = value(.login, ReturnPath.init) { login = path }
    if let path = value(.goOn, ReturnPath.init) { home = path }
    allowsHTTP = value(.allowHTTP) { $0 == "1" } ?? false
    sample = value(.demo, Sample.init)
    pages = value(.pages) { $0 }
    lightTheme = value(.pageThemeLight) { $0 }
    darkTheme = value(.pageThemeDark) { $0 }
    returnOrigins = value(.returnOrigins, Origin.list) ?? []
    _ = value(.hashSlots) { $0 }
    self.complaints = complaints
    readTrust(environment)
    privateFiles = Self.privateFiles(environment)
  }

  /// Without the list every visitor behind a proxy would be the proxy: a request by plain http from afar would be one from
  /// this machine, and one address would be slowed for all.
  private mutating func readTrust(_ environment: (String) -> String?) {
    let setting = Configuration.Setting.trustedProxies
    guard let text = environment(setting.variable), !text.isEmpty else { return }
    switch setting.checked(text) {
    case .success(let checked): trustedProxies = Network.trustList(checked) ?? []
    case .failure(let error):
      fault = SiteError("\(setting.variable) \(error.phrase.english): until it is mended nobody is let in.")
    }
  }
}
