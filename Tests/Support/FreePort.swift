import Foundation

/// Ports on loopback that nobody uses. One may be taken before it is used: whoever starts a server there looks whether it
/// is their own, and tries another one.
public enum FreePort {
  /// As many as asked for, all different.
  ///
  /// - Throws: ``ChildProgram/Failure`` when there is none.
  public static func some(_ count: Int) throws -> [UInt16] {
    let sockets = (0..<count).map { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
    // All are held before one is given back.
    defer { sockets.forEach { close($0) } }
    return try sockets.map(bound)
  }

  private static func bound(_ socket: Int32) throws -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
      }
    }
    guard isBound else { throw ChildProgram.Failure("no free port on loopback") }
    return UInt16(bigEndian: address.sin_port)
  }
}
