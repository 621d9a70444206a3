import Foundation
import Support
import Testing

@Suite struct ThemeCommandTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench(isSetUp: false) }

  private func rows(_ text: String) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  @Test func `themes are listed with where they come from, the user's own before others of its name`() throws {
    let themes = bench.files.file("rollcall/themes")
    try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
    let nord = try String(contentsOfFile: Products.repository + "/themes/nord.yaml", encoding: .utf8)
    for name in ["nord", "mine"] {
      try Data(nord.utf8).write(to: URL(filePath: "\(themes)/\(name).yaml"))
    }
    try Data("no theme".utf8).write(to: URL(filePath: themes + "/broken.yaml"))
    let result = try bench.rollcall("theme", "list", "--json", environment: ["XDG_CONFIG_HOME": bench.files.path])
    #expect(result.status == 0)
    let list = try rows(result.output)
    #expect(list.first?["name"] as? String == "rollcall-dark" && list.first?["file"] is NSNull)
    for name in ["nord", "mine"] {
      #expect(list.first { $0["name"] as? String == name }?["file"] as? String == "\(themes)/\(name).yaml")
    }
    #expect(!list.contains { $0["name"] as? String == "broken" })
    #expect(try bench.rollcall("theme", "show", themes + "/broken.yaml").status == 2)
    #expect(try bench.rollcall("theme", "show", "nord", "--csv").output.contains("base00,#2e3440,1.0\r\n"))
    #expect(try bench.rollcall("theme", "show", "none").status == 2)
  }

  @Test func `every theme that comes with the program is readable as the console shows it`() throws {
    for theme in try rows(bench.rollcall("theme", "--json").output) {
      let name = try #require(theme["name"] as? String)
      let result = try bench.rollcall("theme", "check", name, "--json")
      #expect(result.status == 0, "\(name)")
      let roles = try rows(result.output)
      #expect(roles.count == 42 && roles.allSatisfy { $0["verdict"] as? String == "ok" })
    }
  }

  @Test func `colours taken as they are may be too faint, and that is found`() throws {
    let result = try bench.rollcall("theme", "check", "solarized-dark", "--exact", "--json")
    #expect(result.status == 5)
    for role in try rows(result.output) {
      let (contrast, needs) = (role["contrast"] as? Double ?? 0, role["needs"] as? Double ?? 0)
      #expect((role["verdict"] as? String == "ok") == (contrast >= needs), "\(role)")
    }
  }
}
