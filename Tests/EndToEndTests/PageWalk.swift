import Foundation
import Support
import Testing

/// A visitor's walk past every page that there is, in one language.
struct PageWalk {
  let site: RunningSite
  let browser: Browser

  /// Starts a site whose programs get `environment`, and a browser that asks it for `languages`.
  init(languages: String, environment: [String: String] = [:]) throws {
    site = try RunningSite(environment: environment)
    try site.rollcall("policy", "set", "--remember-me", "on")
    browser = try Browser(languages: languages)
  }

  /// Stops at each page. The notice goes on by itself, so `stop` is given a way to open its page once more.
  func each(_ stop: (_ page: String, _ reopen: () throws -> Void) throws -> Void) throws {
    let address = site.server.address
    func open(_ path: String) -> () throws -> Void { { try browser.go(address + path) } }
    func show(_ page: String, _ path: String) throws {
      try open(path)()
      try stop(page, open(path))
    }
    func stay(_ page: String) throws { try stop(page, {}) }

    try show("notice", "/members.cgi")
    try show("login", "/login.cgi")
    try send(["#login": "alice", "#password": "wrong"])
    try browser.wait("the problem") { try $0.has("#problem") }
    try stay("login-problem")
    try show("activate", "/login.cgi/activate")
    try send(["#login": "alice", "#code": "x", "#password": "a long new password"])
    try browser.wait("the problem") { try $0.has("#problem") }
    try stay("activate-problem")
    try show("not-found", "/login.cgi/nothing")
    try open("/login.cgi")()
    try send(["#login": "王小明", "#password": RunningSite.people["王小明"] ?? ""])
    try browser.wait("the shop") { try $0.has("button[name=add]") }
    for ware in ["cake", "tea", "tea"] {
      try browser.click("button[name=add][value=\(ware)]")
      try browser.wait("the cart") { try $0.has("button[name=remove][value=\(ware)]") }
    }
    try stay("shop")
    try show("logged-in", "/login.cgi")
    try show("account", "/login.cgi/account")
    try send(["#present": "wrong", "#password": "a long new password"], form: "form[action$='/password']")
    try browser.wait("the problem") { try $0.has("#present-problem") }
    try stay("account-problem")
  }

  private func send(_ fields: [String: String], form: String = "main form") throws {
    for (field, text) in fields { try browser.type(text, into: field) }
    try browser.click("\(form) button")
  }
}
