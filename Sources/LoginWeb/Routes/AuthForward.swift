import SessionCore

/// GET /auth/forward: the same decision for a proxy that hands our answer to the visitor, such as Caddy's `forward_auth`
/// and Traefik's ForwardAuth: a page for people, a status for scripts.
func answerAuthForward(_ exchange: Exchange) throws -> Response {
  switch try exchange.access() {
  case .allowed(let session): return Response(identityOf: session)
  case .nobody:
    let original = OriginalRequest(exchange)
    guard original.isNavigation(exchange.request) else {
      return Response(challengeOf: exchange, returningTo: original.target)
    }
    return Response(seeOther: exchange.site.notice(returningTo: original.target))
  case .forbidden(let visitor): return try Response(notAllowed: visitor)
  }
}
