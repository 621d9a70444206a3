import Foundation
import SessionCore
import Support
import Testing

/// The list of passwords that others are known to have used (OWASP ASVS 5.0, 6.2.4 and 6.2.12; NIST SP 800-63B-4,
/// 3.1.1.2).
@Suite struct BlocklistTests {
  private let files: TemporaryDirectory

  init() throws { files = try TemporaryDirectory() }

  private func list(_ text: String) throws -> Blocklist {
    try Data(text.utf8).write(to: URL(filePath: files.file("list")))
    return Blocklist(path: files.file("list"))
  }

  @Test func `a line is a password, whatever its case and its Unicode form`() throws {
    let list = try list(
      "first of all lines\r\nCorrect Horse Battery Staple\n\ncafe\u{301} AU lait, bitte\nthe last one has no end")
    for text in [
      "first of all lines", "correct horse battery staple", "CORRECT HORSE BATTERY STAPLE", "CAF\u{C9} au lait, bitte",
      "the last one has no end",
    ] {
      #expect(throws: PasswordError.common) { try Password(text).checkChoice(blocklist: list) }
    }
    for text in [
      "correct horse battery stapl", "correct horse battery staples", "cafe au lait, bitte", "first of all lines\r",
    ] {
      try Password(text).checkChoice(blocklist: list)
    }
  }

  @Test func `a list larger than what is read at once has all its lines`() throws {
    let lines = (0..<20_000).map { "password number \($0) of many" }
    let list = try list(lines.joined(separator: "\n"))
    for number in [0, 1, 2427, 9_999, 19_998, 19_999] { #expect(try list.contains(Password(lines[number]))) }
    #expect(try !list.contains(Password("password number 20000 of many")))
    #expect(try !list.contains(Password("password number")))
  }

  @Test func `a sorted list of digests is searched, every line of it found`() throws {
    let texts = (0..<500).map { "breached password \($0)" } + ["caf\u{E9} au lait, bitte"]
    let input = try JSONEncoder().encode(texts)
    let script = """
      import hashlib, json, sys
      digests = sorted(hashlib.sha1(text.encode()).hexdigest().upper() for text in json.load(sys.stdin))
      sys.stdout.write(''.join('%s:%d\\r\\n' % (digest, len(digest) * 7 ** (i % 9)) for i, digest in enumerate(digests)))
      """
    let made = try ChildProgram.run("python3", ["-c", script], input: Array(input))
    for text in [made.output, made.output.replacing("\r\n", with: "\n"), String(made.output.dropLast(2))] {
      let list = try list(text)
      for text in texts { #expect(try list.contains(Password(text)), "\(text)") }
      for number in 500..<700 { #expect(try !list.contains(Password("breached password \(number)"))) }
      #expect(try list.contains(Password("Breached PASSWORD 7")))
      #expect(try list.contains(Password("cafe\u{301} au lait, bitte")))
    }
  }

  @Test func `what is in the list can be chosen nowhere`() throws {
    let database = try TestDatabase()
    try database.addUser("alice")
    let (token, _) = try database.logIn("alice")
    let service = SessionService(
      store: database.store, keys: KeyRing(database.key), clock: database.clock.clock, hasher: .cheap,
      blocklist: try list("an album of forgotten songs"))
    let alice = try service.user(login: "alice")
    let code = try service.giveCode(to: alice.id, by: TestDatabase.operator).text
    let source = LoginSource(address: nil, userAgent: "")
    let listed = try Password("An Album of forgotten songs")
    #expect(throws: PasswordError.common) {
      _ = try service.addUser(Login("bob"), password: listed, by: TestDatabase.operator)
    }
    #expect(throws: PasswordError.common) {
      _ = try service.setPassword(of: alice, to: listed, source: .administrator, by: TestDatabase.operator)
    }
    #expect(throws: PasswordError.common) {
      _ = try service.changePassword(token, from: TestDatabase.password, to: listed, source: source)
    }
    #expect(throws: PasswordError.common) {
      try service.activate(login: "alice", code: code, password: listed, from: source)
    }
    try database.logIn("alice")
  }

  @Test func `an empty list forbids nothing`() throws {
    #expect(try !list("").contains(Password("correct horse battery staple")))
    #expect(try !list("\n").contains(Password("correct horse battery staple")))
  }

  @Test func `a list that cannot be read is said to be, not passed over`() throws {
    let missing = Blocklist(path: files.file("missing"))
    #expect(throws: BlocklistError.unreadable(missing.path, reason: "No such file or directory")) {
      try Password("correct horse battery staple").checkChoice(blocklist: missing)
    }
    #expect(throws: BlocklistError.self) { try Blocklist(path: files.path).contains(Password("x")) }
  }

  @Test func `digests among which there is something else are said to be damaged`() throws {
    let digest = String(repeating: "0", count: 40)
    let list = try list("\(digest):1\n" + String(repeating: "not a digest at all\n", count: 50))
    #expect(throws: BlocklistError.damaged(list.path)) { try list.contains(Password("correct horse battery staple")) }
    let endless = try self.list("\(digest):1\n" + String(repeating: "F", count: 100_000))
    #expect(throws: BlocklistError.damaged(endless.path)) {
      try endless.contains(Password("correct horse battery staple"))
    }
  }
}
