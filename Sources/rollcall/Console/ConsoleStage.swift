import Console
import Screen
import SQLiteEngine
import SessionCore

/// What a console is opened on: a database, and all that works on it while the console shows it.
struct ConsoleStage {
  let setting: Setting
  let worker: Worker
  /// Where what is typed is kept; nil where it is not.
  let history: HistoryFile?
  /// Nil where nothing may be changed.
  let sweeper: Sweeper?

  /// Opens a database for the console.
  ///
  /// - Parameters:
  ///   - options: which database.
  ///   - readOnly: whether nothing may be changed.
  ///   - language: which one to speak.
  ///   - pageURL: the login page's address; nil for the one that is set.
  /// - Throws: ``SessionCore/StoreError``, ``SessionCore/KeyFileError``, ``CommandFailure`` when it cannot be used.
  init(_ options: DatabaseOptions, readOnly: Bool = false, language: Language, pageURL: String? = nil) throws {
    let configuration = try options.configuration()
    let keymap = try configuration.keymap()
    let service = try options.stayingService(readOnly: readOnly)
    let sample = configuration[.demo].flatMap(SampleAccount.init(text:))
    // A sample account that is shown makes no demonstration of a site with real people.
    let isDemo = try sample != nil && service.isSample()
    var setting = Setting(
      database: Self.name(of: try options.address(), isDemo: isDemo), isReadOnly: readOnly,
      actor: .operator, language: language, pageURL: pageURL ?? configuration[.pageURL], sampleAccount: sample,
      keymap: keymap,
      banner: configuration[.banner].flatMap {
        Banner(text: $0, colour: configuration[.bannerColour].flatMap(BannerColour.init(rawValue:)) ?? .red)
      },
      isLowBandwidth: configuration[.lowBandwidth] == "1")
    // What is typed in a demonstration is not the user's own.
    history = !isDemo && configuration.keepsHistory ? HistoryFile() : nil
    if let history { setting.history = history.read() }
    setting.simulation = try SimulationSetting(options, service)
    self.setting = setting
    let desk = try SimulationDesk(options, setting.simulation, readOnly: readOnly)
    let verifier = Verifier { try options.service(readOnly: true) }
    worker = Worker(
      service: service, desk: desk, verifier: verifier, actor: .operator,
      acting: readOnly ? nil : try options.stayingService(), exporter: Exporter(database: try options.address()))
    sweeper = readOnly ? nil : Sweeper(service: try options.stayingService(), actor: .operator)
  }

  /// What the header calls the database: the file's name without its ending, or the database's on its server,
  /// which is named beside it.
  private static func name(of database: DatabaseAddress, isDemo: Bool) -> String {
    switch database {
    case .sqlite(let path):
      let file = path.split(separator: "/").last.map(String.init) ?? path
      return (isDemo ? "demo" : file.hasSuffix(".db") ? String(file.dropLast(3)) : file) + " (SQLite)"
    case .mariadb(let address): return isDemo ? "demo" : address.database
    }
  }
}

extension DatabaseOptions {
  /// A service of a console, which may stay open for days.
  fileprivate func stayingService(readOnly: Bool = false) throws -> SessionService {
    Footprint.keepSmall()
    return try service(readOnly: readOnly) { try ($0 as? SQLiteConnection)?.prepareForStaying() }
  }
}

extension SampleAccount {
  /// Reads `login:password`.
  init?(text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    self.init(login: String(parts[0]), password: String(parts[1]))
  }
}
