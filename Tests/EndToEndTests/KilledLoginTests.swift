import Foundation
import Support
import Testing

/// Logins that are killed at any moment are whole or are nothing (OWASP ASVS 5.0, 2.3.3).
@Suite struct KilledLoginTests {
  @Test func `killed in the middle, a login leaves all of itself or nothing`() throws {
    let site = try RealLogin()
    try site.rollcall("policy", "set", "--guesses", "100", "--guesses-from-address", "10000")
    let token = try site.formToken()
    let files = try TemporaryDirectory()
    var random = SplitMix(state: 4)
    var killed = 0
    // How long one takes here: the kill comes somewhere within.
    let start = Date()
    #expect(try site.logIn().answer.status == 303)
    let length = Date().timeIntervalSince(start) * 1.5
    for round in 0..<120 {
      let password = round % 3 == 0 ? "wrong" : RealLogin.password
      let form = RealLogin.encode(["token": token, "login": "alice", "password": password])
      try Data(form).write(to: URL(filePath: files.file("body")))
      let words = site.command(RealLogin.posting(form.count))
      let child = try ChildProgram(words[0], Array(words.dropFirst()), input: files.file("body"))
      usleep(UInt32(Double.random(in: 0..<length, using: &random) * 1_000_000))
      if child.isRunning { killed += 1 }
      child.kill()
      let database = try RawDatabase(site.database)
      let sessions = try database.count(
        "SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM ended_sessions)")
      let logins = try database.count("SELECT count(*) FROM audit WHERE action = 'login'")
      let attempts = try database.count("SELECT count(*) FROM attempts")
      #expect(sessions == logins, "round \(round)")
      // Every outcome is written down, and the failures are counted as often.
      let failures = try database.count("SELECT coalesce(max(failures), 0) FROM throttle")
      #expect(attempts >= logins && failures <= attempts - logins, "round \(round)")
    }
    #expect(killed > 5)
    try site.rollcall("audit", "verify")
    #expect(
      try RawDatabase(site.database).count("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'")
        == 1)
    #expect(try site.logIn().answer.status == 303)
  }
}
