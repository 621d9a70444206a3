import Foundation
import Support

extension ServedSite {
  /// Lays out all that the server needs, as an administrator does: programs, pages, certificate, settings, database.
  func furnish() throws {
    let manager = FileManager.default
    for directory in ["lib", "etc", "run", "run/socks", "db", "ssl", "log", "tmp", "server"] {
      try manager.createDirectory(atPath: file(directory), withIntermediateDirectories: false)
    }
    for program in ["login.cgi", "rollcall"] {
      // As a link where that is possible: the programs are large.
      if link(Products.release(program), file("lib/\(program)")) != 0 {
        try Products.copy(Products.release(program), to: file("lib/\(program)"))
      }
    }
    try Products.copy("\(Products.repository)/sample-data/old-pages", to: file("www"))
    try write("database = \(file("db/rollcall.db"))\nreturn = /private/files/\n", to: "etc/rollcall.conf")
    try makeCertificate()
    chmod(root, 0o711)
    if let user = Self.user {
      let owned = ["run", "run/socks", "db", "log", "tmp", "server", "ssl/key.pem"].map(file)
      try Self.run("chown", ["\(user):"] + owned)
    }
    chmod(file("db"), 0o700)
    try rollcall("setup")
    for login in ["alice", "bob"] {
      try rollcall("users", "add", login, "--password-stdin", input: Self.password + "\n")
    }
  }

  private func makeCertificate() throws {
    try Self.run(
      "openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
        "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE",
        "-keyout", file("ssl/key.pem"), "-out", file("ssl/certificate.pem"),
      ])
  }

  private static func run(_ program: String, _ arguments: [String]) throws {
    let result = try ChildProgram.run(program, arguments)
    guard result.status == 0 else { throw ChildProgram.Failure("\(program): \(result.errors)") }
  }
}

extension ServedSite {
  /// Takes the login program away: there is no file to start, and each process of it is ended by its id.
  func loseLogin() throws {
    let program = file("lib/login.cgi")
    guard unlink(program) == 0 else { throw ChildProgram.Failure("\(program) cannot be removed") }
    for _ in 0..<100 {
      let processes = Self.processes(of: program)
      if processes.isEmpty { return }
      processes.forEach { kill($0, SIGKILL) }
      usleep(20_000)
    }
    throw ChildProgram.Failure("login.cgi does not end")
  }

  /// Moves the database away, or back.
  func moveDatabase(away: Bool) throws {
    let places = [file("db"), file("db.away")]
    try FileManager.default.moveItem(atPath: places[away ? 0 : 1], toPath: places[away ? 1 : 0])
  }

  private static func processes(of program: String) -> [pid_t] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { pid_t($0) }.filter { process in
      // The kernel adds " (deleted)".
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe"))?.hasPrefix(program) ?? false
    }
  }
}
