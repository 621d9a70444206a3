extension Site {
  /// Reads what the operator has set, by the names of the environment:
  ///
  /// | variable | sets | else |
  /// |---|---|---|
  /// | `ROLLCALL_LOGIN` | the login program's path | `/login.cgi` |
  /// | `ROLLCALL_RETURN` | where a login goes on to | `/members.cgi` |
  /// | `ROLLCALL_ALLOW_HTTP` | `1` answers plain http from other machines | https and this machine only |
  /// | `ROLLCALL_DEMO` | `login:password` of a sample account to show | none |
  ///
  /// A path that leads to another site is passed over.
  public init(environment: (String) -> String?) {
    self.init()
    if let path = environment("ROLLCALL_LOGIN").flatMap(ReturnPath.init) { login = path }
    if let path = environment("ROLLCALL_RETURN").flatMap(ReturnPath.init) { home = path }
    allowsHTTP = environment("ROLLCALL_ALLOW_HTTP") == "1"
    sample = environment("ROLLCALL_DEMO").flatMap(Sample.init)
  }
}
