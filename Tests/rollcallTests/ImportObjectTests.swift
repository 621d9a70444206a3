import SessionCore
import Testing

@testable import rollcall

/// Exports in JSON, and Django's fixtures.
@Suite struct ImportObjectTests {
  private func objects(_ text: String, size: Int = 3) throws -> [String] {
    var scanner = ObjectScanner(ImportFixture.pieces(text.utf8, of: size))
    var found: [String] = []
    while let object = try scanner.next() { found.append(String(decoding: object.bytes, as: UTF8.self)) }
    return found
  }

  @Test(
    "Objects are found in an array and one after the other",
    arguments: [
      ("[]", []), ("[{}]", ["{}"]), (" [ {\"a\":1}\n,{\"b\":\"}{\"} ]\n", ["{\"a\":1}", "{\"b\":\"}{\"}"]),
      ("{\"a\":{\"b\":{}}}\n{}\n", ["{\"a\":{\"b\":{}}}", "{}"]), (#"[{"a":"\"}\\"}]"#, [#"{"a":"\"}\\"}"#]),
      ("\u{FEFF}[{}]", ["{}"]),
    ])
  func found(text: String, expected: [String]) throws {
    for size in [1, 4, 64] { #expect(try objects(text, size: size) == expected) }
  }

  @Test(
    "What is no list of objects is named by its line",
    arguments: [
      ("", ImportError.empty), ("login,password\n", .notJSON(line: 1)), ("[1]", .notJSON(line: 1)),
      ("[{}\n", .cutShort(line: 2)), ("[{\"a\":\n\n", .cutShort(line: 3)), ("[{}]\n[", .notJSON(line: 2)),
      ("\n\"text\"", .notJSON(line: 2)), ("]", .notJSON(line: 1)),
    ])
  func refused(text: String, error: ImportError) {
    #expect(throws: error) { try objects(text) }
  }

  @Test("An object of any size or depth takes no memory")
  func hostile() throws {
    let long = "[{\"login\":\"\(String(repeating: "x", count: 400_000))\"},{\"login\":\"bob\",\"state\":\"active\"}]"
    let deep = String(repeating: "{\"a\":", count: 20_000) + "1" + String(repeating: "}", count: 20_000)
    for (text, reason, more) in [(long, RowReason.longRow, 1), (deep, .malformed, 0)] {
      var reader = ExportReader(ImportFixture.pieces(text.utf8, of: 4096), builder: ImportFixture.builder)
      let rows = try ImportFixture.all(&reader)
      #expect(rows.first?.refusal?.reason == reason)
      #expect(rows.count == 1 + more)
    }
  }

  @Test("A fixture's users are taken; other models are passed over")
  func fixture() throws {
    let text = """
      [{"model": "auth.group", "pk": 1, "fields": {"name": "editors"}},
      {"model": "auth.user", "pk": 3, "fields": {"password": "!x1", "last_login": null, "username": "alice",
       "is_active": false, "date_joined": "2023-04-05T06:07:08.123Z", "groups": []}}]
      """
    var reader = DjangoReader(
      ImportFixture.pieces(text.utf8), map: .usual, hasHeader: true, builder: ImportFixture.builder)
    let rows = try ImportFixture.all(&reader)
    #expect(rows.first?.isPassedOver == true)
    let account = try #require(rows.last?.account)
    #expect(account.login.text == "alice" && account.id == "3" && account.state == .locked)
    #expect(account.createdAt?.rfc3339 == "2023-04-05T06:07:08Z")
    #expect(account.secret.absence == .noPassword)
  }
}
