import LoginWeb
import Members
import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

/// How a visitor reaches the shop: through a web server that starts the programs, or in this process.
protocol Road {
  func get(_ path: String) throws -> Reply
  /// Sends a form as a browser does from a page of the same site.
  func post(_ path: String, _ fields: KeyValuePairs<String, String>) throws -> Reply
  /// Ends every session there is, as an administrator.
  func endSessions() throws
}

/// The roads there are.
enum Roads: CaseIterable {
  case inThisProcess, throughServer

  func open() throws -> any Road {
    switch self {
    case .inThisProcess: try InThisProcess()
    case .throughServer: try ThroughServer()
    }
  }
}

/// What came back.
struct Reply {
  let status: Int
  let location: String?
  let text: String
  let token: String
}

/// The shop for members, by both roads: what a page behind the gate promises holds wherever it runs.
@Suite struct MembersTests {
  private func logIn(_ road: any Road) throws {
    let form = try road.get("/login.cgi?return=/members.cgi")
    let answer = try road.post(
      "/login.cgi",
      [
        "token": form.token, "return": "/members.cgi", "login": "alice", "password": RunningSite.people["alice"] ?? "",
      ])
    #expect(answer.status == 303)
    #expect(answer.location == "/members.cgi")
  }

  @Test("Who is this? Nobody gets the notice, which leads to the form; alice gets the shop", arguments: Roads.allCases)
  func gate(_ road: Roads) throws {
    let road = try road.open()
    let notice = try road.get("/members.cgi")
    #expect(notice.status == 401)
    #expect(notice.text.contains("/login.cgi?return=/members.cgi"))
    #expect(!notice.text.contains("name=\"add\""))
    try logIn(road)
    let shop = try road.get("/members.cgi")
    #expect(shop.status == 200)
    #expect(shop.text.contains("<bdi>alice</bdi>"))
  }

  @Test("The cart stays with the session, and goes with it", arguments: Roads.allCases)
  func cart(_ road: Roads) throws {
    let road = try road.open()
    try logIn(road)
    let token = try road.get("/members.cgi").token
    for _ in 0..<2 {
      let added = try road.post("/members.cgi", ["token": token, "add": "tea"])
      #expect(added.status == 303)
      #expect(added.location == "/members.cgi")
    }
    #expect(try road.get("/members.cgi").text.contains("2 × ¥68"))
    _ = try road.post("/members.cgi", ["token": token, "remove": "tea"])
    #expect(try road.get("/members.cgi").text.contains("1 × ¥68"))
    // What the shop does not have changes nothing.
    _ = try road.post("/members.cgi", ["token": token, "add": "<script>"])
    #expect(try road.get("/members.cgi").text.contains("1 × ¥68"))

    try road.endSessions()
    #expect(try road.post("/members.cgi", ["token": token, "add": "tea"]).status == 401)
    try logIn(road)
    #expect(try !road.get("/members.cgi").text.contains("¥68</span><form"))
  }

  @Test("What a button is called when it is read aloud has the marks of its language")
  func buttonNames() throws {
    let shop = try InThisProcess()
    try logIn(shop)
    #expect(try shop.get("/members.cgi").text.contains("aria-label=\"Add to cart: Bamboo lantern\""))
    shop.language = "zh"
    #expect(try shop.get("/members.cgi").text.contains("aria-label=\"加入购物车：竹编灯笼\""))
  }

  @Test("A form without the session's own field changes nothing", arguments: Roads.allCases)
  func protection(_ road: Roads) throws {
    let road = try road.open()
    let foreign = try road.get("/login.cgi").token
    try logIn(road)
    for token in ["", "x", foreign] {
      #expect(try road.post("/members.cgi", ["token": token, "add": "tea"]).status == 403)
    }
    #expect(try !road.get("/members.cgi").text.contains("1 × ¥68"))
    #expect(try road.get("/members.cgi/elsewhere").status == 404)
  }
}

/// The shop in this process, over a real database.
private final class InThisProcess: Road {
  private let database: TestDatabase
  private let responder: Responder
  private var cookie: String?
  /// What the browser asks for.
  var language = "en"

  init() throws {
    let database = try TestDatabase()
    for (login, password) in RunningSite.people {
      try database.service.addUser(try Login(login), password: try Password(password), by: TestDatabase.operator)
    }
    self.database = database
    responder = Responder(site: Site(), open: { database.service }, log: { Issue.record("\($0)") })
  }

  func get(_ path: String) throws -> Reply { send(["REQUEST_METHOD": "GET"], to: path) }

  func post(_ path: String, _ fields: KeyValuePairs<String, String>) throws -> Reply {
    let body = Array(fields.map { "\($0.key)=\(HTTPClient.encode($0.value))" }.joined(separator: "&").utf8)
    return send(
      [
        "REQUEST_METHOD": "POST", "CONTENT_LENGTH": "\(body.count)",
        "CONTENT_TYPE": "application/x-www-form-urlencoded", "HTTP_SEC_FETCH_SITE": "same-origin",
      ], body: body, to: path)
  }

  func endSessions() throws {
    for login in RunningSite.people.keys {
      guard let key = Login.key(for: login), let user = try database.store.user(key: key) else { continue }
      try database.service.end(.user(user.id), by: TestDatabase.operator, reason: "")
    }
  }

  private func send(_ variables: [String: String], body: [UInt8] = [], to path: String) -> Reply {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let program = parts[0].hasPrefix("/members.cgi") ? "/members.cgi" : "/login.cgi"
    let all = variables.merging([
      "SCRIPT_NAME": program, "PATH_INFO": String(parts[0].dropFirst(program.count)), "REQUEST_URI": path,
      "QUERY_STRING": parts.count > 1 ? parts[1] : "", "REMOTE_ADDR": "127.0.0.1", "HTTP_COOKIE": cookie ?? "",
      "HTTP_ACCEPT_LANGUAGE": language,
    ]) { given, _ in given }
    let request = Request(variable: { all[$0] }, body: { Array(body.prefix($0)) })
    let response =
      program == "/members.cgi" ? Shop.answer(request, by: responder) : responder.login(request)
    if let pair = response.value(of: "Set-Cookie")?.split(separator: ";").first { cookie = String(pair) }
    return Reply(
      status: response.status.code, location: response.value(of: "Location"),
      text: String(decoding: response.body, as: UTF8.self))
  }
}

/// The same through lighttpd, which starts login.cgi and members.cgi.
private final class ThroughServer: Road {
  private let site: RunningSite
  private let client: HTTPClient

  init() throws {
    site = try RunningSite()
    client = try HTTPClient(site.server.address)
  }

  func get(_ path: String) throws -> Reply { Reply(try client.get(path)) }

  func post(_ path: String, _ fields: KeyValuePairs<String, String>) throws -> Reply {
    Reply(try client.post(path, form: fields))
  }

  func endSessions() throws { try site.rollcall("sessions", "end", "--all", "--yes") }
}

extension Reply {
  fileprivate init(_ response: HTTPResponse) {
    self.init(status: response.status, location: response["Location"], text: response.text)
  }

  fileprivate init(status: Int, location: String?, text: String) {
    self.status = status
    self.location = location
    self.text = text
    token = text.firstMatch(of: /name="token" value="([^"]*)"/).map { String($0.1) } ?? ""
  }
}
