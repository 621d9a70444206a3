import SessionCore

/// One request on its way to its answer, with what can be found out about it. Everything is found out when asked for,
/// so a check of a session pays for nothing but the check.
public final class Exchange {
  /// The request.
  public let request: Request
  /// The site it is made to.
  public let site: Site
  /// How it came.
  public let connection: Connection
  private let open: () throws -> SessionService

  init(_ request: Request, site: Site, open: @escaping () throws -> SessionService) {
    self.request = request
    self.site = site
    self.connection = Connection(of: request, trusting: site.trustedProxies)
    self.open = open
  }

  /// The language to answer in.
  public private(set) lazy var language = Language(accept: request["HTTP_ACCEPT_LANGUAGE"] ?? "")

  private var opened: SessionService?

  /// The operations on sessions; the first call opens the database.
  func service() throws -> SessionService {
    if let opened { return opened }
    let service = try open()
    opened = service
    return service
  }

  /// The login of who is asking, once it has been found out.
  private(set) var user: String?

  var cookie: SessionCookie { SessionCookie(for: connection) }

  /// The token that the browser holds; nil when it holds none that could be ours.
  var token: Token? { request["HTTP_COOKIE"].flatMap(cookie.token(in:)) }

  /// Who is asking; nil for nobody. Without a token the database is not asked.
  func visitor() throws -> Visitor? {
    guard let token, let session = try service().check(token) else { return nil }
    user = session.owner.login
    return Visitor(session: session, token: token, exchange: self)
  }
}
