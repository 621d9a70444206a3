import Foundation
import Support
import Testing

/// What changes beside a running program holds from the next request on, without a restart.
@Suite struct FastCGIStateTests {
  private let site: FastCGISite
  private let visitor: FastCGIVisitor

  init() throws {
    site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "1"])
    visitor = FastCGIVisitor(site)
    try visitor.logIn()
    #expect(try visitor.check() == 200)
  }

  private func move(_ suffixes: [String], from: String, to: String) throws {
    for suffix in suffixes where FileManager.default.fileExists(atPath: from + suffix) {
      try FileManager.default.moveItem(atPath: from + suffix, toPath: to + suffix)
    }
  }

  @Test func `A database that is lost is back as soon as it is back`() throws {
    let (path, away) = (site.database, site.files.file("away"))
    for _ in 0..<3 {
      try move(["", "-wal", "-shm"], from: path, to: away)
      let (answer, log) = try visitor.send(FastCGIRequest(visitor.variables("GET", "/auth/request")))
      #expect(answer.status == 503)
      #expect(log.hasPrefix("login.cgi: There is no database at \(path)") && log.hasSuffix("\n"))
      try move(["", "-wal", "-shm"], from: away, to: path)
      #expect(try visitor.check() == 200)
    }
  }

  @Test func `A database in the place of another is the one that is asked`() throws {
    let other = try FastCGISite.directory()
    try move(["", "-wal", "-shm"], from: site.database, to: site.files.file("away"))
    try move(["", "-wal", "-shm"], from: other.file("rollcall.db"), to: site.database)
    #expect(try visitor.check() == 401)
  }

  @Test func `A restored backup is what holds`() throws {
    let backup = site.files.file("backup")
    try site.rollcall("backup", backup)
    #expect(try visitor.check() == 200)
    try site.rollcall("restore", backup, "--yes")
    #expect(try visitor.check() == 401, "what was restored logs nobody in")
    try visitor.logIn()
    #expect(try visitor.check() == 200)
    // And where nothing is there to write over, which puts another file in its place.
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: site.database + suffix) }
    #expect(try visitor.check() == 503)
    try site.rollcall("restore", backup, "--yes")
    #expect(try visitor.check() == 401)
    try visitor.logIn()
    #expect(try visitor.check() == 200)
  }

  @Test func `A key that is rotated takes over, and one that was seen is worth nothing at once`() throws {
    try site.rollcall("key", "rotate", "--yes")
    #expect(try visitor.check() == 200, "the old key is accepted for a while")
    try visitor.logIn()
    #expect(try visitor.check() == 200)
    try site.rollcall("key", "rotate", "--grace", "none", "--yes")
    #expect(try visitor.check() == 401)
    try visitor.logIn()
    #expect(try visitor.check() == 200)
  }

  @Test func `A key file that is open to others is refused at once, and taken again when it is not`() throws {
    chmod(site.database + ".key", 0o644)
    #expect(try visitor.check() == 503)
    chmod(site.database + ".key", 0o600)
    #expect(try visitor.check() == 200)
  }

  @Test func `A database that was brought to a newer version is refused`() throws {
    let database = try RawDatabase(site.database)
    try database.run("INSERT INTO schema_version(number, name, applied_at) VALUES(999, 'later', 0)")
    #expect(try visitor.check() == 503)
    try database.run("DELETE FROM schema_version WHERE number = 999")
    #expect(try visitor.check() == 200)
  }

  @Test func `The settings' file is read again when it has changed`() throws {
    let file = site.files.file("rollcall.conf")
    try Data("return = /one\n".utf8).write(to: URL(filePath: file))
    let other = try FastCGISite(
      environment: ["ROLLCALL_WORKERS": "1", "ROLLCALL_CONFIG": file, "ROLLCALL_DATABASE": site.database],
      files: site.files, socket: "other")
    let visitor = FastCGIVisitor(other)
    #expect(try visitor.logIn() == "/one")
    try Data("return = /other\n".utf8).write(to: URL(filePath: file))
    #expect(try visitor.logIn() == "/other")
    // One that cannot be used lets nobody in, and one that can is used again.
    try Data("return = nowhere\n".utf8).write(to: URL(filePath: file))
    #expect(try visitor.check() == 503)
    try Data("return = /third\n".utf8).write(to: URL(filePath: file))
    #expect(try visitor.logIn() == "/third")
  }

  @Test func `A broken template is said once, and again when it is broken otherwise`() throws {
    let pages = site.files.file("pages")
    try FileManager.default.createDirectory(
      atPath: pages, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    let header = pages + "/header.html"
    func write(_ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: header))
      chmod(header, 0o644)
    }
    let other = try FastCGISite(
      environment: ["ROLLCALL_WORKERS": "1", "ROLLCALL_PAGES": pages], files: site.files, socket: "other")
    let visitor = FastCGIVisitor(other)
    func page() throws -> String {
      let (answer, log) = try visitor.send(FastCGIRequest(visitor.variables("GET", "")))
      #expect(answer.status == 200)
      return log
    }
    try write("<p>Harbour")
    #expect(try page().hasPrefix("login.cgi: \(header):1: <p> is never closed"))
    #expect(try page() == "")
    try write("\n<p>Harbour")
    #expect(try page().hasPrefix("login.cgi: \(header):2: <p> is never closed"))
    #expect(try page() == "")
  }
}
