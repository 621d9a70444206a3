import SessionCore

extension Session {
  /// Who its user is, for the application behind the web server: as a header of an answer, and as a variable that an
  /// authorizer sets (FastCGI 1.0, section 6.3). Every name is always there, though empty: a missing one would let a
  /// client's own header of that name through.
  var identity: [(header: StaticString, variable: StaticString, value: HeaderValue)] {
    [
      ("Remote-User", "Variable-REMOTE_USER", HeaderValue(identity: owner.login)),
      ("Remote-Name", "Variable-REMOTE_NAME", ""),
      ("Remote-Email", "Variable-REMOTE_EMAIL", ""),
      ("Remote-Groups", "Variable-REMOTE_GROUPS", ""),
      ("Rollcall-Session", "Variable-ROLLCALL_SESSION", HeaderValue(id.description)),
      ("Rollcall-Auth-Time", "Variable-ROLLCALL_AUTH_TIME", HeaderValue(authenticatedAt.rfc3339)),
    ]
  }
}
