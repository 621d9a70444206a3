import Foundation
import Support
import Testing

/// Whatever comes by the socket, the program lives and answers the next request.
@Suite struct FastCGIFaultTests {
  /// What is wrong with it.
  enum Fault: String, CaseIterable {
    case nothing, silence, noise, version, kind, role, requestZero, earlyVariables, brokenLength, cutVariables
    case cutRecord, cutBody, abort, abortInBody, values, manyValues, manyBegins, padding, emptyName
  }

  @Test(arguments: Fault.allCases) func `the program lives`(_ fault: Fault) throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "1"])
    let visitor = FastCGIVisitor(site)
    let connection = try FastCGIConnection(site.socket)
    connection.send(bytes(fault, visitor))
    connection.endSending()
    while connection.receive() != nil {}
    #expect(try visitor.check() == 401)
    #expect(site.program.isRunning)
  }

  private func bytes(_ fault: Fault, _ visitor: FastCGIVisitor) -> [UInt8] {
    let request = FastCGIRequest(visitor.variables("GET", "/auth/request"))
    let form = FastCGIRequest(visitor.variables("POST", "", body: 100), body: [UInt8](repeating: 65, count: 100))
    func stream(_ bytes: [UInt8]) -> [UInt8] { FastCGIRequest.stream(.variables, bytes) }
    func changed(_ change: (inout FastCGIRecord) -> Void) -> [UInt8] {
      var record = FastCGIRecord(.begin, [0, 1, 0, 0, 0, 0, 0, 0])
      change(&record)
      return record.bytes
    }
    switch fault {
    case .nothing: return []
    case .silence: return request.beginning
    case .noise: return (0..<20_000).map { UInt8(truncatingIfNeeded: $0 * 7919 >> 3) }
    case .version: return changed { $0.version = 2 }
    case .kind: return changed { $0.kind = 77 } + request.bytes
    case .role: return changed { $0.content[1] = 9 }
    case .requestZero: return changed { $0.request = 0 }
    case .earlyVariables: return request.variablesStream
    case .brokenLength: return request.beginning + stream([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 65])
    case .cutVariables: return request.beginning + Array(request.variablesStream.dropLast(50))
    case .cutRecord: return Array(request.bytes.prefix(20))
    case .cutBody: return form.beginning + form.variablesStream + Array(form.bodyStream.prefix(60))
    case .abort: return request.beginning + FastCGIRecord(.abort).bytes
    case .abortInBody: return form.beginning + form.variablesStream + FastCGIRecord(.abort).bytes
    case .values: return FastCGIRecord(.getValues, request: 0, FastCGIRequest.pairs(["FCGI_MAX_CONNS": ""])).bytes
    case .manyValues:
      let pair = FastCGIRequest.pairs(["FCGI_MAX_CONNS": ""])
      return FastCGIRecord(.getValues, request: 0, (0..<200).flatMap { _ in pair }).bytes
    case .manyBegins: return (0..<300).flatMap { _ in request.beginning }
    case .padding: return changed { $0.padding = 255 } + request.variablesStream
    case .emptyName: return request.beginning + stream([0, 0, 0, 5, 65, 65, 65, 65, 65])
    }
  }

  @Test func `Variables that break off are not taken for all there are`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "1"])
    let visitor = FastCGIVisitor(site)
    try visitor.logIn()
    let request = FastCGIRequest(visitor.variables("GET", "/auth/request"))
    let connection = try FastCGIConnection(site.socket)
    // Whole, but for the record that ends them: more might have come, such as who alone may pass.
    connection.send(request.beginning + request.variablesStream.dropLast(8))
    connection.endSending()
    #expect(connection.answer()?.output.isEmpty ?? true)
    #expect(try visitor.check() == 200)
  }

  @Test func `Variables of many megabytes are read, and the answer is as ever`() throws {
    let site = try FastCGISite()
    let visitor = FastCGIVisitor(site)
    var variables = visitor.variables("GET", "/auth/request")
    variables["HTTP_X_LONG"] = String(repeating: "x", count: 8_000_000)
    for count in 0..<5000 { variables["HTTP_X_\(count)"] = "y" }
    #expect(try visitor.send(FastCGIRequest(variables)).response.status == 401)
  }

  @Test func `A form that is larger than it may be is refused while it is still being sent`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "1"])
    let visitor = FastCGIVisitor(site)
    let body = [UInt8](repeating: 65, count: 3_000_000)
    let bytes = FastCGIRequest(visitor.variables("POST", "", body: body.count), body: body).bytes
    let connection = try FastCGIConnection(site.socket)
    // On a thread of its own: the answer comes before all is sent.
    Thread.detachNewThread { connection.send(bytes) }
    #expect(try connection.answer()?.http().status == 413)
    #expect(try visitor.check() == 401)
  }

  @Test func `Bodies that stall keep nobody else waiting, and are answered when they have come`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "1"])
    let visitor = FastCGIVisitor(site)
    let body = Array("login=alice&password=wrong".utf8)
    let form = FastCGIRequest(visitor.variables("POST", "", body: body.count), body: body)
    let start = form.beginning + form.variablesStream
    // One stops before its body, one in it, one in its variables, one in the header of its first record, one before that.
    let stops = [start.count, start.count + 12, form.beginning.count + 40, 5, 0]
    let stalled = try (0..<40).map { number in
      let connection = try FastCGIConnection(site.socket)
      connection.send(Array(form.bytes.prefix(stops[number % stops.count])))
      return connection
    }
    // There is one worker: if it waited for any of them, it would not answer these.
    for _ in 0..<20 { #expect(try visitor.check() == 401) }
    for (number, connection) in stalled.enumerated() where number % 7 == 0 {
      connection.send(Array(form.bytes.dropFirst(stops[number % stops.count])))
      #expect(try connection.answer()?.http().status == 403, "a form without its token")
    }
    #expect(site.log.isEmpty)
  }

  @Test func `More stalled requests than a worker keeps make room for others`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "1"])
    let visitor = FastCGIVisitor(site)
    let form = FastCGIRequest(visitor.variables("POST", "", body: 100), body: [UInt8](repeating: 65, count: 100))
    let stalled = try (0..<200).map { _ in
      let connection = try FastCGIConnection(site.socket)
      connection.send(form.beginning + form.variablesStream + Array(form.bodyStream.prefix(30)))
      return connection
    }
    #expect(try visitor.check() == 401)
    // What had come of the first was answered as what it is: a form that breaks off.
    #expect(try stalled[0].answer()?.http().status == 400)
  }
}
