import Foundation

/// A visitor's web client: curl, with a cookie jar of its own. It follows no redirect and sends what it is told to,
/// right or wrong.
public final class HTTPClient {
  /// Scheme, host and port, without a slash at the end.
  public let address: String
  private let options: [String]
  private let files: TemporaryDirectory
  private var jar: String { files.file("cookies") }

  /// A new visitor without cookies, to a server's scheme, host and port; with further options for curl, for all requests.
  public init(_ address: String, options: [String] = []) throws {
    self.address = address
    self.options = options
    files = try TemporaryDirectory()
  }

  /// A GET request.
  public func get(_ path: String, headers: [String: String] = [:]) throws -> HTTPResponse {
    try send("GET", path, headers: headers)
  }

  /// A POST request with a form's fields, as a browser sends it from a page of the same site.
  public func post(
    _ path: String, form: KeyValuePairs<String, String>, headers: [String: String] = [:]
  ) throws -> HTTPResponse {
    let body = form.map { "\(Self.encode($0.key))=\(Self.encode($0.value))" }.joined(separator: "&")
    let own = ["Origin": address, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"]
    return try send("POST", path, headers: own.merging(headers) { $1 }, body: Array(body.utf8))
  }

  /// Any request at all, with further options for curl.
  ///
  /// Headers are sent as they are, instead of what curl would send, a wrong `Content-Length` too; an empty value sends
  /// no such field.
  ///
  /// - Returns: the answer, whatever its status.
  /// - Throws: ``ChildProgram/Failure`` when there is no answer.
  public func send(
    _ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8]? = nil, options: [String] = []
  ) throws -> HTTPResponse {
    let (header, content, input) = (files.file("header"), files.file("content"), files.file("body"))
    for file in [header, content] { try Data().write(to: URL(filePath: file)) }
    var arguments = [
      "--silent", "--show-error", "--path-as-is", "--noproxy", "*", "--max-time", "30", "--cookie", jar, "--cookie-jar",
      jar, "--dump-header", header, "--output", content, "--header", "Expect:",
    ]
    arguments += method == "HEAD" ? ["--head"] : ["--request", method]
    for (name, value) in headers { arguments += ["--header", "\(name):\(value.isEmpty ? "" : " " + value)"] }
    if let body {
      try Data(body).write(to: URL(filePath: input))
      arguments += ["--data-binary", "@" + input]
      if headers["Content-Type"] == nil { arguments += ["--header", "Content-Type:"] }
    }
    let result = try ChildProgram.run("curl", arguments + self.options + options + [address + path])
    guard result.status == 0 else { throw ChildProgram.Failure("\(method) \(path): \(result.errors)") }
    let bytes = try Data(contentsOf: URL(filePath: content))
    return try HTTPResponse(
      header: String(decoding: Data(contentsOf: URL(filePath: header)), as: UTF8.self), body: Array(bytes))
  }

  /// The cookies that it holds, by name.
  public var cookies: [String: String] {
    var cookies: [String: String] = [:]
    let lines = (try? String(contentsOf: URL(filePath: jar), encoding: .utf8)) ?? ""
    for line in lines.split(separator: "\n") where !line.hasPrefix("# ") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if fields.count == 7 { cookies[String(fields[5])] = String(fields[6]) }
    }
    return cookies
  }

  /// Forgets all cookies.
  public func forgetCookies() throws { try Data().write(to: URL(filePath: jar)) }

  /// `text` as it stands in a form's body (URL Standard, section 5.2).
  public static func encode(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "*"):
        String(Unicode.Scalar(byte))
      case 0x20: "+"
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
