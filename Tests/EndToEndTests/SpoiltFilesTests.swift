import Foundation
import Support
import Testing

/// Files that cannot be used, before the real program: nobody is let in, the visitor is told nothing of the inside, the
/// operator is told in one line what to do, and once that is done all is as before (OWASP ASVS 5.0, 16.5.3).
@Suite struct SpoiltFilesTests {
  private let site: RealLogin
  private let cookie: String
  private let token: String

  init() throws {
    site = try RealLogin()
    cookie = try site.cookie()
    token = try site.formToken()
    // What others would find beside the file is in it.
    try RawDatabase(site.database).run("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  enum Trouble: String, CaseIterable {
    case missing, empty, text, directory, pipe, brokenLink, linkToItself, older, newer, notSetUp
    case keyMissing, keyEmpty, keyText, keyDirectory, keyPipe, keyOpenToAll, keyOpenToGroup, keyOfAnother, keyCut
  }

  /// Spoils a copy of the site's files.
  private func spoil(_ trouble: Trouble, _ database: String) throws {
    let files = FileManager.default
    let name = trouble.rawValue
    let path = name.hasPrefix("key") ? database + ".key" : database
    func replace(_ bytes: [UInt8]?) throws {
      try files.removeItem(atPath: path)
      if let bytes {
        #expect(files.createFile(atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600]))
      }
    }
    switch trouble {
    case .missing, .keyMissing: try replace(nil)
    case .empty, .keyEmpty: try replace([])
    case .text, .keyText: try replace(Array("These are only words.\n".utf8))
    case .directory, .keyDirectory:
      try replace(nil)
      try files.createDirectory(atPath: path, withIntermediateDirectories: false)
    case .pipe, .keyPipe:
      try replace(nil)
      #expect(mkfifo(path, 0o600) == 0)
    case .brokenLink, .linkToItself:
      try replace(nil)
      try files.createSymbolicLink(atPath: path, withDestinationPath: trouble == .brokenLink ? path + ".not" : path)
    case .older: try RawDatabase(path).run("DELETE FROM schema_version WHERE number > 1")
    case .newer:
      try RawDatabase(path).run("INSERT INTO schema_version(number, name, applied_at) VALUES(999, 'later', 0)")
    case .notSetUp: try RawDatabase(path).run("DROP TABLE schema_version")
    case .keyOpenToAll: chmod(path, 0o644)
    case .keyOpenToGroup: chmod(path, 0o660)
    case .keyOfAnother:
      try replace(Array("rollcall-key-1 \(String(repeating: "A", count: 43))\n".utf8))
    case .keyCut: try replace(Array(try String(contentsOfFile: path, encoding: .utf8).utf8.dropLast(5)))
    }
  }

  /// A copy of the site's files in a directory of its own.
  private func copied() throws -> (TemporaryDirectory, String) {
    let directory = try TemporaryDirectory()
    for name in ["rollcall.db", "rollcall.db.key"] {
      try FileManager.default.copyItem(atPath: site.files.file(name), toPath: directory.file(name))
    }
    return (directory, directory.file("rollcall.db"))
  }

  private func requests(_ database: String, _ password: String = RealLogin.password) throws -> [RealLogin.Outcome] {
    let form = RealLogin.encode(["token": token, "login": "alice", "password": password])
    return [
      try site.send(["PATH_INFO": "/auth/request", "HTTP_COOKIE": cookie, "ROLLCALL_DATABASE": database]),
      try site.send(RealLogin.posting(form.count).merging(["ROLLCALL_DATABASE": database]) { $1 }, body: form),
      try site.send(["ROLLCALL_DATABASE": database]),
    ]
  }

  private func expectClosed(_ outcome: RealLogin.Outcome, _ database: String, _ what: Comment) throws {
    let answer = try outcome.answer
    #expect(outcome.exit == 0 && answer.status == 503, what)
    #expect(answer.faults(isSecure: true) == [], what)
    #expect(answer["Set-Cookie"] == nil && answer.all("Remote-User").isEmpty, what)
    let page = answer.text.lowercased()
    for inside in ["/tmp", ".db", "sql", ".key", "schema", "error 1", "errno", "argon", "swift"] {
      #expect(!page.contains(inside), what)
    }
    #expect(!page.contains(RealLogin.password) && !page.contains("alice"), what)
    // One line, which names the program, the place and what is to be done.
    let lines = outcome.log.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].hasPrefix("login.cgi: "), "\(what): \(outcome.log)")
    #expect(outcome.log.contains(database) || outcome.log.contains("not this database's"), "\(what): \(outcome.log)")
    #expect(!outcome.log.contains(RealLogin.password), what)
  }

  @Test(arguments: Trouble.allCases) func `nobody is let in, and the operator is told why`(_ trouble: Trouble) throws {
    let (directory, database) = try copied()
    try spoil(trouble, database)
    for (index, outcome) in try requests(database).enumerated() {
      // The form alone needs no database but its version, and of another's key it learns at the login.
      if trouble == .keyOfAnother, index == 0 {
        #expect(try outcome.answer.status == 401)
      } else if trouble == .keyOfAnother {
        #expect(try [403, 503, 200].contains(outcome.answer.status), "\(index)")
        #expect(try outcome.answer["Set-Cookie"] == nil)
      } else if index == 2, try outcome.answer.status == 200 {
        #expect(outcome.log.isEmpty)
      } else {
        try expectClosed(outcome, database, "\(trouble) \(index)")
      }
    }
    withExtendedLifetime(directory) {}
    let mended = try requests(site.database).map { try $0.answer.status }
    #expect(mended == [200, 303, 200])
  }

  @Test func `a page of the database that is turned over lets nobody in who should not be`() throws {
    let pages = try Data(contentsOf: URL(filePath: site.database)).count / 4096
    #expect(pages > 20)
    let stranger = "__Host-rollcall=" + String(repeating: "A", count: 64)
    let wrong = RealLogin.encode(["token": token, "login": "alice", "password": "wrong"])
    var closed = 0
    for page in 0..<pages {
      let (directory, database) = try copied()
      var bytes = try Data(contentsOf: URL(filePath: database))
      for index in page * 4096..<(page + 1) * 4096 { bytes[index] ^= 0xFF }
      try bytes.write(to: URL(filePath: database))
      let more: [String: String?] = ["ROLLCALL_DATABASE": database]
      let guess = try site.send(["PATH_INFO": "/auth/request", "HTTP_COOKIE": stranger].merging(more) { $1 })
      let login = try site.send(RealLogin.posting(wrong.count).merging(more) { $1 }, body: wrong)
      for (outcome, statuses) in [(guess, [401, 503]), (login, [401, 503])] {
        #expect(try outcome.exit == 0 && statuses.contains(outcome.answer.status), "page \(page)")
        #expect(try outcome.answer["Set-Cookie"] == nil)
        if try outcome.answer.status == 503 {
          try expectClosed(outcome, database, "page \(page)")
          closed += 1
        }
      }
      // Who is right gets in or is told to wait.
      for outcome in try requests(database) {
        #expect(try outcome.exit == 0 && [200, 303, 401, 503].contains(outcome.answer.status), "page \(page)")
      }
      withExtendedLifetime(directory) {}
    }
    #expect(closed > 5)
  }

  /// The limit is the program's alone: what it writes goes on through pipes.
  private static let limiting = """
    limit=$1; shift
    { prlimit "$limit" "$@" 2>&1 1>&3 3>&- | cat >&2; } 3>&1 | cat
    """

  @Test func `no file descriptors and no room to write are no way in`() throws {
    for limit in [
      "--nofile=4", "--nofile=5", "--fsize=0", "--fsize=512", "--fsize=4096", "--fsize=20000",
    ] {
      let (directory, database) = try copied()
      let form = RealLogin.encode(["token": token, "login": "alice", "password": RealLogin.password])
      let outcome = try site.send(
        RealLogin.posting(form.count).merging(["ROLLCALL_DATABASE": database]) { $1 }, body: form,
        by: ["sh", "-c", Self.limiting, "sh", limit])
      try expectClosed(outcome, database, "\(limit)")
      // Nothing of it is there, and the next one gets in.
      let answer = try site.send(
        RealLogin.posting(form.count).merging(["ROLLCALL_DATABASE": database]) { $1 }, body: form
      ).answer
      #expect(answer.status == 303, "\(limit)")
      #expect(try RawDatabase(database).count("SELECT count(*) FROM sessions") == 2)
      withExtendedLifetime(directory) {}
    }
  }

  @Test(.enabled(if: getuid() == 0)) func `what may not be written or read lets nobody in`() throws {
    // Another user's, so that this one has no rights but those of the modes.
    let (directory, database) = try copied()
    let program = directory.file("login.cgi")
    try Products.copy(Products.release("login.cgi"), to: program)
    let other = try RealLogin.Stranger(site, program: program)
    for (file, mode) in [
      (database, 0o444), (database, 0o000), (database + ".key", 0o000), (directory.path, 0o555),
      (directory.path, 0o000),
    ] {
      for path in [database, database + ".key", program, directory.path] {
        #expect(chown(path, 65534, 65534) == 0)
        #expect(chmod(path, path == program || path == directory.path ? 0o755 : 0o600) == 0)
      }
      for suffix in ["-wal", "-shm", ".gate"] { unlink(database + suffix) }
      #expect(try other.logIn(database, token).answer.status == 303, "\(file) \(mode)")
      for suffix in ["-wal", "-shm", ".gate"] { unlink(database + suffix) }
      #expect(chmod(file, mode_t(mode)) == 0)
      if file == directory.path, mode == 0 {
        // Then the program itself cannot be reached.
        continue
      }
      let outcome = try other.logIn(database, token)
      try expectClosed(outcome, directory.path, "\(file) \(mode)")
    }
  }
}

extension RealLogin {
  /// The same site as a user without any rights runs it.
  struct Stranger {
    let site: RealLogin
    let program: String

    init(_ site: RealLogin, program: String) throws {
      self.site = site
      self.program = program
    }

    func logIn(_ database: String, _ token: String) throws -> Outcome {
      let form = RealLogin.encode(["token": token, "login": "alice", "password": RealLogin.password])
      let variables = RealLogin.posting(form.count).merging(["ROLLCALL_DATABASE": database]) { $1 }
      let words = site.command(
        variables, by: ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"])
      let result = try ChildProgram.run(words[0], words.dropFirst().dropLast() + [program], input: form)
      return Outcome(exit: result.status, output: result.output, log: result.errors)
    }
  }
}
