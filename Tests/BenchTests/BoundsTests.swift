import Foundation
import Support
import Testing

@testable import Bench

@Suite struct BoundsTests {
  private let bounds = Bounds(most: ["check: instructions": 1000, "console: resident MiB": 24])

  @Test("What is within its bounds has no fault")
  func within() {
    #expect(bounds.faults([("check: instructions", 1000), ("console: resident MiB", 20)]).isEmpty)
  }

  @Test("A bound that is exceeded is named, with how much it is over")
  func exceeded() {
    #expect(
      bounds.faults([("check: instructions", 1050), ("console: resident MiB", 24)]) == [
        "check: instructions is 1,050, its bound is 1,000, 5 % over it"
      ])
  }

  @Test("A figure without a bound and a bound without a figure are faults")
  func missing() {
    #expect(
      bounds.faults([("check: instructions", 1), ("check: calls", 7)]) == [
        "check: calls is 7 and has no bound", "console: resident MiB has a bound and was not measured",
      ])
  }

  @Test("New bounds leave a little room")
  func room() {
    let above = Bounds.above([("check: instructions", 1000), ("console: resident MiB", 20)])
    #expect(above.most == ["check: instructions": 1040, "console: resident MiB": 22])
  }

  @Test("The short run with a bound that is too low ends with 5 and says which; with the right ones, with 0")
  func short() throws {
    let files = try TemporaryDirectory()
    let tools = files.file("tools")
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: false)
    for (source, program, libraries) in [
      ("run.c", "run", []), ("peers/floor.c", "floor", ["-lsqlite3", "-lsodium", "-lm", "-lpthread", "-ldl"]),
    ] {
      let made = try ChildProgram.run(
        "cc", ["-O2", "-static", "\(Products.repository)/bench/\(source)", "-o", "\(tools)/\(program)"] + libraries)
      try #require(made.status == 0, "\(made.errors)")
    }
    let file = files.file("bounds.json")
    func run(_ more: String...) throws -> ChildProgram.Result {
      try ChildProgram.run(
        Products.path("Bench"),
        [
          "--root", Products.repository, "--bin", Products.releaseDirectory, "--tools", tools, "--data", files.path,
          "--bounds", file,
        ] + more, timeout: 120)
    }
    let written = try run("--write")
    #expect(written.status == 0, "\(written.errors)")
    var most = try Bounds(file: file).most
    most["login.cgi: bytes"] = 1000
    try JSONEncoder().encode(Bounds(most: most)).write(to: URL(filePath: file))
    let result = try run()
    #expect(result.status == 5)
    #expect(result.errors.contains("login.cgi: bytes is "), "\(result.errors)")
    #expect(result.errors.contains("its bound is 1,000"))
  }
}
