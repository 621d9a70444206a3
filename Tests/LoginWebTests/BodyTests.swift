import LoginWeb
import Testing

@Suite struct BodyTests {
  private func status(length: String?, type: String? = "application/x-www-form-urlencoded", _ body: String) throws
    -> Status
  {
    try TestSite().send(
      ["REQUEST_METHOD": "POST", "CONTENT_LENGTH": length, "CONTENT_TYPE": type], body: Array(body.utf8)
    ).status
  }

  @Test(arguments: [
    (nil, Status.lengthRequired), ("", .lengthRequired), ("-1", .badRequest), ("+1", .badRequest), ("1 ", .badRequest),
    ("0x5", .badRequest), ("1e1", .badRequest), ("一", .badRequest), ("8193", .contentTooLarge),
    ("99999999999999999999999999", .contentTooLarge), ("8", .badRequest), ("8192", .badRequest),
  ]) func `a length that is not the body's is refused`(_ length: String?, _ expected: Status) throws {
    #expect(try status(length: length, "login=a") == expected)
  }

  @Test(arguments: [nil, "", "text/plain", "multipart/form-data; boundary=x", "application/json"])
  func `a body of another type is refused`(_ type: String?) throws {
    #expect(try status(length: "7", type: type, "login=a") == .unsupportedMediaType)
  }

  @Test(arguments: [
    "login=%", "login=%4", "login=%zz", "login=%FF", "login=%C3", "%FF=a", "login=a&login=b", "login=a&log%69n=b",
    "login=%ED%A0%80", "login=%C0%AF",
  ]) func `fields that cannot be read, or come twice, are refused`(_ body: String) throws {
    #expect(try status(length: String(body.utf8.count), body) == .badRequest)
  }

  @Test(arguments: ["login=a", "", "&&", "=", "a=b=c&d", "login=%e7%8e%8b+%26"])
  func `fields that can be read lead back to the form`(_ body: String) throws {
    // The form's token is missing in all of them, so the form is shown again.
    #expect(try status(length: String(body.utf8.count), body) == .forbidden)
  }

  @Test func `exactly as many bytes are read as announced`() throws {
    var asked: [Int] = []
    let site = try TestSite()
    let responder = Responder(site: site.site, open: site.open, log: { _ in })
    let variables = TestSite.usual.merging([
      "REQUEST_METHOD": "POST", "CONTENT_LENGTH": "7",
      "CONTENT_TYPE": "application/x-www-form-urlencoded;charset=utf-8",
    ]) { $1 }
    let request = Request(
      variable: { variables[$0] },
      body: { count in
        asked.append(count)
        return Array("login=a&more".utf8.prefix(count))
      })
    #expect(responder.login(request).status == .forbidden)
    #expect(asked == [7])
  }
}
