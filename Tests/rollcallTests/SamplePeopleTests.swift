import Foundation
import Support
import Testing

@testable import rollcall

@Suite struct SamplePeopleTests {
  @Test func `the people that are built in are those of the file`() throws {
    let file = try String(
      contentsOf: URL(filePath: Products.repository + "/sample-data/people.tsv"), encoding: .utf8)
    let lines = file.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(SamplePeople.all.map { "\($0.login)\t\($0.password)" } == lines.map(String.init))
  }
}
