import Foundation

/// A web server's end of a connection to a FastCGI program.
public final class FastCGIConnection: Sendable {
  private let socket: Int32

  /// Connects to the program that listens at a path.
  ///
  /// - Throws: ``ChildProgram/Failure`` when nobody does.
  public init(_ path: String) throws {
    socket = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    guard result == 0 else {
      let reason = String(cString: strerror(errno))
      Foundation.close(socket)
      throw ChildProgram.Failure("\(path): \(reason)")
    }
  }

  deinit { Foundation.close(socket) }

  /// Sends bytes, whatever they mean; stops when the other end has closed.
  ///
  /// - Returns: whether all were sent.
  @discardableResult
  public func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Says that nothing more will be sent.
  public func endSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// The next record; nil when the other end has closed, or says nothing for 20 seconds.
  public func receive() -> FastCGIRecord? {
    guard let header = read(8) else { return nil }
    guard let content = read(Int(header[4]) << 8 | Int(header[5])), read(Int(header[6])) != nil,
      var record = FastCGIRecord.Kind(rawValue: header[1]).map({ FastCGIRecord($0, content) })
    else { return nil }
    record.request = UInt16(header[2]) << 8 | UInt16(header[3])
    return record
  }

  private func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { recv(socket, $0.baseAddress.map { $0 + done }, count - done, 0) }
      guard got > 0 else { return nil }
      done += got
    }
    return bytes
  }

  /// What a program has sent in answer to a request.
  public struct Answer {
    /// The answer.
    public var output: [UInt8] = []
    /// What is meant for the web server's error log.
    public var errors: [UInt8] = []
    /// The record that ends it: the program's status, and the protocol's.
    public var status: [UInt8] = []

    /// It as HTTP.
    ///
    /// - Throws: ``ChildProgram/Failure`` when it is no answer of a CGI program.
    public func http() throws -> HTTPResponse {
      let text = String(decoding: output, as: UTF8.self)
      guard text.hasPrefix("Status: "), let end = text.utf8.firstRange(of: Array("\r\n\r\n".utf8)) else {
        throw ChildProgram.Failure("no answer: \(text)")
      }
      let header = "HTTP/1.1 " + String(text[..<end.lowerBound].dropFirst("Status: ".count))
      return try HTTPResponse(header: header, body: Array(text[end.upperBound...].utf8))
    }
  }

  /// Reads the answer to a request; nil when the connection ends before it does.
  public func answer() -> Answer? {
    var answer = Answer()
    while let record = receive() {
      switch FastCGIRecord.Kind(rawValue: record.kind) {
      case .output: answer.output += record.content
      case .errors: answer.errors += record.content
      case .end:
        answer.status = record.content
        return answer
      default: return nil
      }
    }
    return nil
  }
}
