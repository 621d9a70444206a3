import Foundation

/// What `script/scale measure` measured on one machine. All times are in milliseconds.
struct Figures: Codable {
  /// What an engine takes.
  struct Engine: Codable {
    /// One check as a FastCGI request: a processor's time in login.cgi.
    var check: Double
    /// The same as a CGI program.
    var checkAsCGI: Double
    /// The login form as a FastCGI request.
    var form: Double
    /// What a check asks of the database.
    var reading: Reading
    /// A login without its hash.
    var login: Write
    /// A login with a wrong password, without its hash.
    var refusal: Write
    /// A logout.
    var logout: Write
    /// What notes that a session was seen.
    var touch: Write
    /// Checks a second by FastCGI with so many workers, to hold the model against.
    var checksPerSecond: [String: Double]
    /// Logouts a second from so many connections at once, to hold the model against.
    var logoutsPerSecond: [String: Double]
  }

  /// What one read takes.
  struct Reading: Codable {
    /// How many statements it sends.
    var statements: Double
    /// A processor's time in the program.
    var program: Double
    /// A processor's time in the database server.
    var server: Double
    /// From asking to the answer, with nobody else there.
    var whole: Double
  }

  /// What one transaction that writes takes.
  struct Write: Codable {
    /// A processor's time in the program.
    var program: Double
    /// A processor's time in the database server.
    var server: Double
    /// What another node of a cluster takes to apply it: a processor's time.
    var apply: Double
    /// How many statements it sends, what was read before it among them.
    var statements: Double
    /// Of them, those after the lock of the audit log's end; 0 where nothing is added to it.
    var statementsLocked: Double
    /// From that lock, on SQLite from the transaction's beginning, to the end of the commit, with nobody else there.
    var locked: Double
    /// The commit alone.
    var commit: Double
    /// From the first statement to the end of the commit, with nobody else there.
    var whole: Double
  }

  /// When, and on what.
  var about: String
  /// Processors of that machine.
  var cores: Int
  /// How many requests were in flight.
  var connections: Int
  /// One hash of a password: a processor's time.
  var hash: Double
  /// A flush to the disk.
  var flush: Double
  /// One request in the web server, and in the program that makes the load: a processor's time.
  var front: Double
  var client: Double
  /// SQLite, one MariaDB, three Galera nodes: by name.
  var engines: [String: Engine]

  subscript(kind: Site.Kind) -> Engine {
    get throws {
      guard let engine = engines[kind.rawValue] else { throw Missing(name: kind.rawValue) }
      return engine
    }
  }

  /// Figures that were never measured.
  struct Missing: Error, CustomStringConvertible {
    let name: String
    var description: String { "there are no figures of \(name): run script/scale measure" }
  }
}

extension Figures {
  /// Reads what was measured.
  init(file: String) throws {
    self = try JSONDecoder().decode(Figures.self, from: Data(contentsOf: URL(filePath: file)))
  }
}
