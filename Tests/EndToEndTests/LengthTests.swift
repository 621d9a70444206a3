import Support
import Testing

/// The real program reads exactly the body that is announced, and no more than 8 KiB (RFC 3875, section 4.2).
@Suite struct LengthTests {
  private let site: RealLogin
  private let form: [UInt8]

  init() throws {
    site = try RealLogin()
    form = RealLogin.encode(["token": try site.formToken(), "login": "alice", "password": RealLogin.password])
  }

  private func send(_ length: String?, _ body: [UInt8], type: String? = "application/x-www-form-urlencoded") throws
    -> Int
  {
    let variables: [String: String?] = ["REQUEST_METHOD": "POST", "CONTENT_LENGTH": length, "CONTENT_TYPE": type]
    let outcome = try site.send(variables, body: body)
    #expect(outcome.exit == 0 && outcome.log.isEmpty, "\(outcome.log)")
    let answer = try outcome.answer
    #expect(answer.faults(isSecure: true) == [])
    #expect((answer.status == 303) == (answer["Set-Cookie"] != nil))
    return answer.status
  }

  @Test(arguments: [
    (nil, 411), ("", 411), ("-1", 400), ("-0", 400), ("+5", 400), (" 5", 400), ("5 ", 400), ("0x10", 400), ("1e3", 400),
    ("1.0", 400), ("1,1", 400), ("٣", 400), ("５", 400), ("NaN", 400), ("0", 403), ("00", 403), ("8193", 413),
    ("2147483647", 413), ("2147483648", 413), ("4294967296", 413), ("4294967397", 413), ("9223372036854775807", 413),
    ("9223372036854775808", 413), ("18446744073709551615", 413), ("18446744073709551616", 413),
    ("18446744073709551717", 413), (String(repeating: "9", count: 100), 413),
    (String(repeating: "9", count: 9000), 413),
  ]) func `a length that is not the body's logs nobody in`(_ length: String?, _ status: Int) throws {
    #expect(try send(length, form) == status)
  }

  @Test func `leading zeros are a number all the same, and the right one`() throws {
    #expect(try send("000" + String(form.count), form) == 303)
  }

  @Test(arguments: [1, 2, 50, 8192]) func `a body that ends before its time is refused`(_ missing: Int) throws {
    let length = min(8192, form.count + missing)
    #expect(try send(String(length), form) == 400)
  }

  @Test func `what follows the announced bytes is not read`() throws {
    #expect(try send(String(form.count), form + Array("&login=%&return=//evil.example".utf8)) == 303)
    #expect(try send(String(form.count), form + [UInt8](repeating: 0x26, count: 1 << 20)) == 303)
    // Cut within the password: another one.
    #expect(try send(String(form.count - 1), form) == 401)
  }

  @Test(arguments: [(8192, 303), (8193, 413), (1 << 20, 413)])
  func `a form takes up to 8 KiB`(_ size: Int, _ status: Int) throws {
    let body = form + Array("&x=".utf8)
    #expect(try send(String(size), body + [UInt8](repeating: 0x61, count: size - body.count)) == status)
  }

  @Test(arguments: [
    nil, "", "text/plain", "application/json", "multipart/form-data; boundary=x", "application/x-www-form-urlencodedx",
    "application/x-www-form-urlencoded, text/plain", "text/plain; application/x-www-form-urlencoded", "*/*",
  ]) func `only a form's type is read`(_ type: String?) throws {
    #expect(try send(String(form.count), form, type: type) == 415)
  }

  @Test(arguments: ["&login=alice", "&logi%6e=x", "&token", "&a=%", "&a=%4", "&a=%zz", "&a=%ff", "&a=\u{FF}", "&%c0=x"])
  func `fields that come twice or cannot be read are refused`(_ more: String) throws {
    // The one as the byte that it is named by, and no UTF-8.
    let bytes = more.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(try send(String(form.count + bytes.count), form + bytes) == 400)
  }

  @Test func `many fields are looked through at once`() throws {
    let body = form + Array((0..<1000).map { "&f\($0)=" }.joined().utf8)
    #expect(body.count <= 8192)
    #expect(try send(String(body.count), body) == 303)
  }
}
