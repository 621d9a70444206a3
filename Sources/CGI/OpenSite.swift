import LoginWeb
import SessionCore

/// What a process that stays keeps open from one request to the next: configuration, key, database.
///
/// Before each request the files are looked at, and what was replaced is opened anew: a request is answered from one state
/// alone, the one before it or the one after. After any trouble all is let go, so that a database that was lost and is back
/// works without a restart. A broken template or theme is none: it is said once, until the text or the configuration changes.
final class OpenSite {
  private let program: Program
  private let log: (String) -> Void
  private var configured: (responder: Responder, file: WatchedFile?)?
  private var opened: (service: SessionService, files: [WatchedFile])?
  private var isInTrouble = false
  /// What was said of templates and themes. They are looked at for each page, and nobody reads a line a page.
  private var saidOfDress: Set<String> = []

  init(of program: Program, log: @escaping (String) -> Void) {
    self.program = program
    self.log = log
  }

  /// What answers the next request.
  func responder() -> Responder {
    if isInTrouble { close() }
    if let configured {
      if configured.file?.isUnchanged ?? true { return configured.responder }
      saidOfDress = []
    }
    // Where everything else is may have changed with it.
    close()
    let file = Settings.path.map { WatchedFile($0, .content) }
    let settings = Settings()
    let site = Site(environment: { settings[$0] })
    site.complaints.forEach(log)
    let responder = Responder(
      site: site, open: { [unowned self] in try service(settings) },
      log: { [unowned self] line in
        log(line)
        isInTrouble = true
      },
      // A page is whole without them, and what is open is as good as it was.
      logDress: { [unowned self] line in
        if saidOfDress.insert(line).inserted { log(line) }
      })
    // What it said of a setting just now does not change by asking again.
    isInTrouble = false
    configured = (responder, file)
    return responder
  }

  /// Lets go of everything.
  func close() {
    opened = nil
    configured = nil
    isInTrouble = false
  }

  private func service(_ settings: Settings) throws -> SessionService {
    if let opened, opened.files.allSatisfy(\.isUnchanged) {
      opened.service.store.forgetSchemaVersion()
      return opened.service
    }
    opened = nil
    let database = try settings.database()
    // Looked at before they are opened: what is replaced in between is noticed next time.
    var files = [WatchedFile(try settings[Configuration.Setting.key.variable] ?? database.keyPath, .content)]
    switch database {
    case .sqlite(let path): files.append(WatchedFile(path, .place))
    case .mariadb(let address):
      for path in [address.passwordFile, address.tls.authorities].compactMap({ $0 }) {
        files.append(WatchedFile(path, .content))
      }
    }
    if let pepper = settings[Configuration.Setting.pepper.variable] { files.append(WatchedFile(pepper, .content)) }
    let service = try SessionService(
      store: program.openStore(database), of: database, setting: { settings[$0] })
    opened = (service, files)
    return service
  }
}
