import Foundation
import Support
import Synchronization
import Testing

/// Workers come and go, and no request is lost by it.
@Suite struct FastCGIWorkerTests {
  @Test func `As many processes answer as are set`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "3"])
    try site.wait("three workers") { site.workers.count == 3 }
    let other = try FastCGISite(environment: ["ROLLCALL_WORKERS": "none"])
    try other.wait("as many as usual") { other.workers.count == 4 }
  }

  @Test func `A worker that has answered enough makes room for another one`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "1", "ROLLCALL_WORKER_REQUESTS": "5"])
    let visitor = FastCGIVisitor(site)
    try visitor.logIn()
    var seen: Set<pid_t> = []
    for _ in 0..<40 {
      #expect(try visitor.check() == 200)
      seen.formUnion(site.workers)
    }
    #expect(seen.count > 5)
    #expect(site.log.isEmpty, "that is no fault")
  }

  @Test func `On a connection that the server keeps, every answer comes before the end`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "1", "ROLLCALL_WORKER_REQUESTS": "3"])
    let visitor = FastCGIVisitor(site)
    let connection = try FastCGIConnection(site.socket)
    // What comes without a pause is still answered: a web server that reuses a connection does not look for its end first.
    for _ in 0..<20 {
      connection.send(FastCGIRequest(visitor.variables("GET", "/auth/request"), keepsConnection: true).bytes)
      #expect(try connection.answer()?.http().status == 401)
    }
    #expect(connection.receive() == nil)
    #expect(try visitor.check() == 401)
  }

  @Test func `A worker that is killed is replaced, and the site goes on`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "2"])
    let visitor = FastCGIVisitor(site)
    try visitor.logIn()
    try site.wait("two workers") { site.workers.count == 2 }
    for _ in 0..<3 {
      let victim = try #require(site.workers.first)
      kill(victim, SIGKILL)
      try site.wait("another worker") { site.workers.count == 2 && !site.workers.contains(victim) }
      #expect(try visitor.check() == 200)
    }
    #expect(site.log.contains("signal 9"))
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGUSR1])
  func `Asked to end, a worker finishes what it has in hand`(_ signal: Int32) throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "3"])
    let visitor = FastCGIVisitor(site)
    let body = Array("login=alice&password=wrong".utf8)
    let slow = FastCGIRequest(visitor.variables("POST", "", body: body.count), body: body)
    let connection = try FastCGIConnection(site.socket)
    connection.send(slow.beginning + slow.variablesStream)
    try site.wait("a worker has it in hand") { try Self.connections(site) == 1 }
    site.program.send(signal)
    try site.wait("the others have ended") { site.workers.count == 1 }
    connection.send(slow.bodyStream)
    #expect(try connection.answer()?.http().status == 403, "a form without its token")
    #expect(try site.program.wait(timeout: 20) == 0)
    #expect(site.log.isEmpty)
  }

  @Test func `Asked to end, a worker lets go of a connection that is silent`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "1"])
    let visitor = FastCGIVisitor(site)
    let connection = try FastCGIConnection(site.socket)
    connection.send(FastCGIRequest(visitor.variables("GET", "/auth/request"), keepsConnection: true).bytes)
    #expect(connection.answer() != nil)
    site.program.send(SIGTERM)
    #expect(connection.receive() == nil)
    #expect(try site.program.wait(timeout: 20) == 0)
  }

  @Test func `Workers do not outlive the process that started them`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "2"])
    try site.wait("two workers") { site.workers.count == 2 }
    let workers = site.workers
    site.program.kill()
    let deadline = Date(timeIntervalSinceNow: 20)
    while workers.contains(where: { FileManager.default.fileExists(atPath: "/proc/\($0)/exe") }) {
      try #require(Date() < deadline)
      usleep(2000)
    }
  }

  @Test func `A thousand requests leave no open file and no dead process behind`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "1"])
    let visitor = FastCGIVisitor(site)
    try visitor.logIn()
    #expect(try visitor.check() == 200)
    let worker = try #require(site.workers.first)
    let before = try Self.files(of: worker)
    for count in 0..<1000 { #expect(try count % 10 == 0 ? visitor.get("").status == 200 : visitor.check() == 200) }
    #expect(site.workers == [worker])
    #expect(try Self.files(of: worker) == before)
    // No read is left open: the log can be emptied.
    let database = try RawDatabase(site.database)
    #expect(try database.count("PRAGMA wal_checkpoint(TRUNCATE)") == 0)
    try database.run("DELETE FROM sessions")
    #expect(try visitor.check() == 401)
  }

  /// How many files a process has open.
  private static func files(of process: pid_t) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
  }

  /// How many connections the workers have accepted: what each has open besides what all have.
  private static func connections(_ site: FastCGISite) throws -> Int {
    let counts = try site.workers.map { try files(of: $0) }
    return counts.reduce(0) { $0 + $1 - (counts.min() ?? 0) }
  }

  @Test func `Workers that are woken for one request do not stumble over each other`() throws {
    // Nothing of it changes from now on.
    nonisolated(unsafe) let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "6"])
    try site.wait("all are there") { site.workers.count == 6 }
    let workers = site.workers
    let failures = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 1200) { _ in
      let visitor = FastCGIVisitor(site)
      if (try? visitor.check()) != 401 { failures.withLock { $0 += 1 } }
    }
    #expect(failures.withLock { $0 } == 0)
    #expect(Set(site.workers) == Set(workers))
    #expect(site.log.isEmpty)
  }
}
