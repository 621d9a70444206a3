import Support
import Testing

/// A browser without styles, pictures and scripts.
@Suite struct TextBrowserTests {
  @Test("w3m shows the notice as sentences, and nothing that only the stylesheet shows")
  func notice() throws {
    let site = try RunningSite()
    let result = try ChildProgram.run(
      "w3m", ["-no-proxy", "-dump", "-cols", "60", site.server.address + "/login.cgi/notice"],
      environment: ["LC_ALL": "C.UTF-8", "HOME": site.files.path])
    let lines = result.output.split(separator: "\n")
    #expect(
      lines == [
        "Refresh (3 sec) /login.cgi", "Rollcall", "You are not logged in", "The login page opens in 3 seconds.",
        "Log in now",
      ])
  }
}
