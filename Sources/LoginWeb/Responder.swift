import SessionCore

/// Answers requests to one site. It takes what it needs and does no input or output of its own.
public struct Responder {
  let site: Site
  private let open: () throws -> SessionService
  private let log: (String) -> Void
  private let logDress: (String) -> Void

  /// Makes a responder.
  ///
  /// - Parameters:
  ///   - site: what the operator has set.
  ///   - open: opens the database; called only when a request needs it, and once.
  ///   - log: takes a line for the operator when the database, the key or a setting cannot be used, and nobody is let in.
  ///   - logDress: takes a line for the operator when a template or theme of the site's own is broken. Pages are shown
  ///     without it, so the line comes again with each page; nil has `log` take it.
  public init(
    site: Site, open: @escaping () throws -> SessionService, log: @escaping (String) -> Void,
    logDress: ((String) -> Void)? = nil
  ) {
    self.site = site
    self.open = open
    self.log = log
    self.logDress = logDress ?? log
  }

  /// Answers `request` with what `handle` makes of it; whatever goes wrong becomes an error page, and nobody is let in.
  func respond(to request: Request, _ handle: (Exchange) throws -> Response) -> Response {
    let exchange = Exchange(request, site: site, open: open)
    var response: Response
    do {
      if let fault = site.fault { throw fault }
      try site.requirePrivateFiles(from: request)
      // Over plain http everybody on the way would read the password and the cookie.
      guard exchange.connection.isPrivate || site.allowsHTTP else { throw Refusal.insecure }
      response = try handle(exchange)
    } catch let refusal as Refusal {
      response = Response(refusal, exchange)
    } catch SessionDataError.noSession {
      response = Response(noticeFor: exchange)
    } catch is SessionDataError {
      response = Response(.sessionFull, exchange)
    } catch HashGateError.full {
      log("All slots for hashing passwords stayed taken: see 'hash-slots' in the configuration.")
      response = Response(.busy, exchange)
    } catch let error as StoreError where error.kind == .moving || error.kind == .filling {
      // A host that was told of the new database before that is ready is worth a line; what rests on purpose is not.
      if error.kind == .filling { log(Self.line(for: error)) }
      response = Response(.moving, exchange)
    } catch {
      log(Self.line(for: error))
      response = Response(.unavailable, exchange)
    }
    let dress = response.page.map { Dress(of: exchange, for: $0, report: logDress) }
    if let dress { response.show(in: dress) }
    response.addSecurityHeaders(isSecure: exchange.connection.isSecure, site: site, dress: dress)
    return response
  }

  /// What the operator reads. An error that was not foreseen is only named: it might hold anything.
  private static func line(for error: any Error) -> String {
    switch error {
    case let error as StoreError: error.description
    case let error as KeyFileError: error.description
    case let error as SiteError: error.description
    case HashGateError.unusable(let path):
      "The file \(path) cannot be opened to lock: check owner and mode of it and of its directory."
    case let error as PepperError:
      "A password was hashed with the pepper \(error.id), which is not in the pepper file: restore that from your backup."
    case let error as BlocklistError: error.phrase.english
    case is SettingsError:
      "The database's settings are none that a command writes: set them again with 'rollcall policy set'."
    default: "A request failed with \(type(of: error))."
    }
  }
}

/// A setting that is missing or cannot be used: what it is and what to write instead.
public struct SiteError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what mends it, in one sentence.
  public let description: String

  /// Makes an error from its sentence.
  public init(_ description: String) { self.description = description }
}
