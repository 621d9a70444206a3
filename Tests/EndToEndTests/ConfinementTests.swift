import Foundation
import Support
import Testing

/// The process itself, looked at from outside while it waits for a body that does not come.
@Suite struct ConfinementTests {
  private let site: RealLogin
  private let files: TemporaryDirectory

  init() throws {
    site = try RealLogin()
    files = try TemporaryDirectory()
  }

  /// Starts a login whose body comes when `write` is called; and calls `look` once the process waits for it.
  private func waiting(
    _ length: Int, _ more: [String: String?] = [:], _ look: (ChildProgram, _ write: ([UInt8]) -> Void) throws -> Void
  ) throws
    -> CGIAnswer?
  {
    let pipe = files.file("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    // Held open from here, so that the body has no end.
    let end = open(pipe, O_RDWR)
    defer { close(end) }
    let words = site.command(RealLogin.posting(length).merging(more) { $1 })
    let child = try ChildProgram(
      words[0], Array(words.dropFirst()), environment: [:], input: pipe, output: files.file("out"),
      errors: files.file("err"))
    try look(child) { bytes in _ = bytes.withUnsafeBytes { write(end, $0.baseAddress, $0.count) } }
    let output = try Data(contentsOf: URL(filePath: files.file("out")))
    return output.isEmpty ? nil : try CGIAnswer(Array(output))
  }

  /// A file of the process's, once it has confined itself.
  private func proc(_ child: ChildProgram, _ name: String) throws -> String {
    let path = "/proc/\(child.id)/"
    let deadline = Date(timeIntervalSinceNow: 20)
    while Date() < deadline {
      let wait = (try? String(contentsOfFile: path + "syscall", encoding: .utf8)) ?? ""
      let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: path + "exe")) ?? ""
      // Number 0 is read() on this processor: it waits for the body on descriptor 0.
      if program.hasSuffix("login.cgi"), wait.hasPrefix("0 0x0 ") || wait.hasPrefix("63 0x0 ") { break }
      usleep(2000)
    }
    return String(decoding: FileManager.default.contents(atPath: path + name) ?? Data(), as: UTF8.self)
  }

  @Test func `it leaves no memory image behind, shows no secret, and what it makes is its own`() throws {
    let form = RealLogin.encode(["token": try site.formToken(), "login": "alice", "password": RealLogin.password])
    let answer = try waiting(form.count) { child, write in
      write(Array(form.prefix(form.count - 4)))
      let limits = try proc(child, "limits")
      let core = try #require(limits.firstMatch(of: /Max core file size +(\S+) +(\S+)/))
      #expect(core.1 == "0" && core.2 == "0")
      #expect(try proc(child, "status").contains(/Umask:\s+0077\n/))
      // SIGPIPE is ignored: a visitor who leaves ends nothing in the middle.
      let ignored = try #require(try proc(child, "status").firstMatch(of: /SigIgn:\s+([0-9a-f]+)/))
      #expect((UInt64(ignored.1, radix: 16) ?? 0) & 1 << 12 != 0)
      for name in ["cmdline", "environ"] {
        let text = try proc(child, name)
        #expect(!text.isEmpty)
        for secret in ["correct", "horse", RealLogin.password.replacing(" ", with: "+")] {
          #expect(!text.contains(secret))
        }
      }
      let key = try String(contentsOfFile: site.database + ".key", encoding: .utf8).split(separator: " ").last ?? ""
      #expect(try !key.isEmpty && !proc(child, "environ").contains(key))
      write(Array(form.suffix(4)))
      #expect(try child.wait() == 0)
    }
    #expect(answer?.status == 303)
  }

  @Test func `a form that is refused is taken off the server's hands all the same`() throws {
    // Else a server that still writes it says 502 in place of why.
    let answer = try waiting(10, ["HTTP_SEC_FETCH_SITE": "cross-site"]) { child, write in
      write(Array("login".utf8))
      let status = try proc(child, "status")
      #expect(status.contains("State:\tS") && child.isRunning)
      write(Array("=alic".utf8))
      let exit = try child.wait()
      #expect(exit == 0)
    }
    #expect(answer?.status == 403)
  }

  @Test func `a body that comes too slowly is not waited for`() throws {
    let answer = try waiting(100) { child, write in
      write(Array("login=".utf8))
      // It ends by itself after 30 seconds; a machine that is busy may take longer to notice.
      _ = try child.wait(timeout: 90)
    }
    #expect(answer == nil || answer?.status == 408 || answer?.status == 400)
    #expect(try RawDatabase(site.database).count("SELECT count(*) FROM attempts") == 0)
  }

  @Test func `a visitor who leaves before the answer ends nothing in the middle`() throws {
    // Its standard output is a pipe that nobody reads.
    let form = RealLogin.encode(["token": try site.formToken(), "login": "alice", "password": RealLogin.password])
    let words = site.command(RealLogin.posting(form.count), by: ["sh", "-c", "{ \"$@\"; echo $? >&2; } | true", "sh"])
    let result = try ChildProgram.run(words[0], Array(words.dropFirst()), input: form)
    #expect(["0", "1"].contains(result.errors.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(try RawDatabase(site.database).count("SELECT count(*) FROM sessions") == 1)
    try site.rollcall("audit", "verify")
  }
}
