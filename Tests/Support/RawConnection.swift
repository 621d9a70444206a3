import Foundation

/// A TCP connection to a server on this machine that sends any bytes at all.
public final class RawConnection {
  private let socket: Int32

  /// Connects to a port on 127.0.0.1.
  ///
  /// - Throws: ``ChildProgram/Failure``.
  public init(port: UInt16) throws {
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    // Nobody waits for ever for a server that says nothing.
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw ChildProgram.Failure("port \(port): \(String(cString: strerror(errno)))") }
  }

  deinit { close(socket) }

  /// Connects to a server by its address, such as `http://localhost:8080`.
  public convenience init(_ address: String) throws {
    guard let port = address.split(separator: ":").last.flatMap({ UInt16($0) }) else {
      throw ChildProgram.Failure("no port in \(address)")
    }
    try self.init(port: port)
  }

  /// Sends bytes, as far as the server takes them.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Sends a text.
  public func send(_ text: String) { send(Array(text.utf8)) }

  /// Says that no more is sent.
  public func finish() { shutdown(socket, Int32(SHUT_WR)) }

  /// All that the server sends until it closes the connection.
  public func receive() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Sends one request to a server and reads its whole answer.
  ///
  /// - Parameters:
  ///   - address: the server's scheme, host and port.
  ///   - request: what is sent.
  ///   - isCut: whether to say that no more will come: a server waits for what was announced.
  /// - Returns: the answers that came, as text; more than one when the server saw several requests.
  /// - Throws: ``ChildProgram/Failure`` when nobody listens there.
  public static func exchange(_ address: String, _ request: [UInt8], isCut: Bool = false) throws -> String {
    let connection = try RawConnection(address)
    connection.send(request)
    if isCut { connection.finish() }
    return String(decoding: connection.receive(), as: UTF8.self)
  }
}
