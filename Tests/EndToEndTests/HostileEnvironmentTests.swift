import Foundation
import Support
import Testing

/// What a visitor can put into a CGI program's arguments and environment changes nothing (RFC 3875, section 4.4;
/// CVE-2012-1823; CVE-2016-5385).
@Suite struct HostileEnvironmentTests {
  private let site: RealLogin

  init() throws { site = try RealLogin() }

  /// The answer but for what is another at each moment.
  private func plain(_ outcome: RealLogin.Outcome) -> String {
    outcome.output.replacing(/name="token" value="[^"]*"/, with: "")
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["--version"], ["-s"], ["-d", "x"], ["-d allow_url_include=1"], ["--"], ["-"], [""], ["--fcgi"],
    ["--database", "/nowhere/rollcall.db"], ["--config", "/etc/passwd"], ["-n", "-T", "x"],
    ["users", "add", "mallory"],
    ["auth/request"], ["%2Dd+x"], ["\u{1B}[2J"], [String(repeating: "A", count: 100_000)],
    Array(repeating: "-s", count: 5000),
  ]) func `arguments are not read`(_ arguments: [String]) throws {
    let usual = try site.send()
    let query = arguments.joined(separator: "+").prefix(2000)
    let outcome = try site.send(["QUERY_STRING": String(query)], arguments: arguments)
    #expect(outcome.exit == 0 && outcome.log.isEmpty)
    #expect(plain(outcome) == plain(usual))
    #expect(try outcome.answer.faults(isSecure: true) == [])
  }

  static let proxies = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
  static let libraries = [
    "LD_PRELOAD": "/nowhere/evil.so", "LD_LIBRARY_PATH": "/nowhere", "LD_AUDIT": "/nowhere/evil.so", "LD_DEBUG": "all",
    "LD_DEBUG_OUTPUT": "/nowhere/debug", "LD_BIND_NOW": "1", "LD_SHOW_AUXV": "1", "LD_PROFILE": "libc.so.6",
    "LD_TRACE_LOADED_OBJECTS": "1", "MALLOC_CHECK_": "3", "MALLOC_PERTURB_": "165", "MALLOC_TRACE": "/nowhere/trace",
    "MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": "1", "MALLOC_TOP_PAD_": "1048576",
    "GLIBC_TUNABLES": "glibc.malloc.mxfast=glibc.malloc.mxfast=" + String(repeating: "A", count: 5000),
    "GCONV_PATH": "/nowhere", "LOCPATH": "/nowhere", "LANGUAGE": "zh", "LC_ALL": "zz_ZZ.evil", "NLSPATH": "/nowhere/%N",
    "TZ": ":/etc/shadow", "TZDIR": "/nowhere", "RES_OPTIONS": "debug", "HOSTALIASES": "/nowhere", "IFS": "x",
    "ENV": "/nowhere",
    "BASH_ENV": "/nowhere", "BASH_FUNC_x%%": "() { :; }; echo evil", "PATH": "/nowhere", "HOME": "/nowhere",
    "SHELL": "/nowhere",
    "SQLITE_TMPDIR": "/nowhere", "TMPDIR": "/nowhere", "TMP": "/nowhere", "SQLITE_HISTORY": "/nowhere/h",
    "SWIFT_DEBUG_ENABLE_MALLOC_SCRIBBLE": "1",
    "SWIFT_BINARY_SIGNING": "1",
    "SODIUM_LIB": "/nowhere", "OPENSSL_CONF": "/nowhere", "GATEWAY": "x", "PYTHONPATH": "/nowhere",
  ]

  @Test func `a proxy's name, a library's setting and a stranger's variable change nothing`() throws {
    let usual = try site.send()
    var environments: [[String: String?]] = Self.proxies.map { [$0: "http://evil.example:1/"] }
    environments += Self.libraries.map { [$0.key: $0.value] }
    environments.append(Self.libraries.mapValues { $0 })
    for variables in environments {
      let outcome = try site.send(variables)
      #expect(outcome.exit == 0 && outcome.log.isEmpty, "\(variables.keys): \(outcome.log)")
      #expect(plain(outcome) == plain(usual), "\(variables.keys)")
    }
    // A login writes, which takes more of the libraries.
    let login = try site.logIn("alice", RealLogin.password, Self.libraries.mapValues { $0 })
    #expect(login.exit == 0 && login.log.isEmpty)
    #expect(try login.answer.status == 303)
  }

  @Test func `a header is none of the operator's settings, nor the server's word`() throws {
    let usual = try site.send()
    var headers = [
      "HTTP_ROLLCALL_LOGIN": "/evil", "HTTP_ROLLCALL_RETURN": "/evil", "HTTP_ROLLCALL_DEMO": "evil:evil",
      "HTTP_ROLLCALL_ALLOW_HTTP": "1", "HTTP_ROLLCALL_USERS": "mallory",
    ]
    for name in site.usual.keys { headers["HTTP_" + name] = "//evil.example" }
    for (name, value) in headers { #expect(try plain(site.send([name: value])) == plain(usual), "\(name)") }
    #expect(try plain(site.send(headers.mapValues { $0 })) == plain(usual))
  }

  @Test func `ten thousand variables are no harm`() throws {
    let usual = try site.send()
    var many: [String: String?] = [:]
    for index in 0..<10_000 { many["HTTP_X_\(index)"] = String(repeating: "x", count: 40) }
    let outcome = try site.send(many)
    #expect(outcome.exit == 0 && outcome.log.isEmpty)
    #expect(plain(outcome) == plain(usual))
    let long = try site.send(["HTTP_X": String(repeating: "x", count: 130_000)])
    #expect(plain(long) == plain(usual))
  }

  @Test func `an environment with odd names is no harm`() throws {
    let words = site.command()
    let program = try #require(words.last)
    let odd = ["HTTP_COOKIE=a=b", "REQUEST_METHOD=GET", "REQUEST_METHOD=GET", "A=\u{1}\r\n", "é=é", "HTTP_=", "a b=c"]
    let result = try ChildProgram.run(words[0], Array(words.dropFirst().dropLast()) + odd + [program])
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(try CGIAnswer(Array(result.output.utf8)).status == 200)
  }

  @Test func `by hand it says that it is a web server's program, whatever the arguments`() throws {
    for arguments in [[], ["--help"]] {
      let outcome = try site.send(["GATEWAY_INTERFACE": nil], arguments: arguments)
      #expect(outcome.exit != 0 && outcome.output.isEmpty)
      #expect(outcome.log.split(separator: "\n").count == 1)
    }
  }

  @Test func `nothing is left in a temporary directory, and nothing is open to others`() throws {
    let temporary = try TemporaryDirectory()
    let outcome = try site.logIn(
      "alice", RealLogin.password, ["TMPDIR": temporary.path, "SQLITE_TMPDIR": temporary.path])
    #expect(try outcome.answer.status == 303)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
    // Even when the web server lets everybody read what it makes.
    let open = try site.logIn("alice", RealLogin.password, by: ["sh", "-c", "umask 0; exec \"$@\"", "sh"])
    #expect(try open.answer.status == 303)
    for name in try FileManager.default.contentsOfDirectory(atPath: site.files.path) {
      let mode = try FileManager.default.attributesOfItem(atPath: site.files.file(name))[.posixPermissions] as? Int
      #expect((mode ?? 0o777) & 0o037 == 0, "\(name)")
    }
  }
}
