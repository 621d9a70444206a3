import CFastCGI
import Glibc

/// A connection on which the web server sends requests, one at a time, and their answers go back (FastCGI 1.0).
final class FastCGIConnection {
  /// What the web server asks for (section 6).
  enum Role {
    /// An answer for the visitor.
    case responder
    /// Whether the visitor may pass.
    case authorizer
    /// What no program here does.
    case other
  }

  /// What came of accepting a request.
  enum Outcome {
    /// There is one.
    case request(Role)
    /// There is none: another worker has it, the connection was closed, or it could not be read.
    case nothing
    /// None can be accepted; the error's number.
    case failure(Int32)
  }

  private let request = UnsafeMutablePointer<FCGX_Request>.allocate(capacity: 1)
  /// How much of a body that nobody wanted is read, so that the web server gets to send all of it.
  private static let spare = 64 * 1024

  init() {
    FCGX_Init()
    FCGX_InitRequest(request, Arrivals.listener, 0)
  }

  deinit { request.deallocate() }

  /// Whether the web server keeps it open for further requests.
  var isOpen: Bool { request.pointee.ipcFd >= 0 }
  /// What it is read from; negative when it is closed.
  var descriptor: Int32 { request.pointee.ipcFd }

  /// Reads the variables of the next request: on this connection when it is open, else on a new one.
  func accept() -> Outcome {
    let wasOpen = isOpen
    // The library would go on with a new connection when the web server has closed this one.
    request.pointee.listen_sock = wasOpen ? -1 : Arrivals.listener
    let code = FCGX_Accept_r(request)
    guard code == 0 else { return wasOpen || code == -EAGAIN ? .nothing : .failure(-code) }
    // The library takes variables that break off for all there are. What is missing might be what forbids the request.
    guard FCGX_GetError(request.pointee.in) == 0 else {
      close()
      return .nothing
    }
    switch request.pointee.role {
    case FCGI_RESPONDER: return .request(.responder)
    case FCGI_AUTHORIZER: return .request(.authorizer)
    default: return .request(.other)
    }
  }

  /// A variable of the request; nil when it is not set or empty.
  subscript(name: String) -> String? {
    guard let value = FCGX_GetParam(name, request.pointee.envp), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Reads `count` bytes of the request's body, or fewer when it ends before.
  func read(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, Int(FCGX_GetStr(buffer.baseAddress, Int32(count), request.pointee.in)))
    }
  }

  /// Writes the answer.
  func write(_ bytes: [UInt8]) { _ = FCGX_PutStr(bytes, Int32(bytes.count), request.pointee.out) }

  /// Writes a line to the web server's error log.
  ///
  /// By the connection, not by this process's standard error: nginx, lighttpd, Apache and Caddy (`capture_stderr`) all log
  /// what comes that way, whereas spawn-fcgi, which starts programs for all of them, throws the standard error away.
  func report(_ line: String) {
    let bytes = Output.oneLine(line)
    _ = FCGX_PutStr(bytes, Int32(bytes.count), request.pointee.err)
    // At once: nginx and Caddy listen no longer when they have the answer.
    _ = FCGX_FFlush(request.pointee.err)
  }

  /// Sends what was written and ends the request.
  ///
  /// - Parameter staysOpen: whether the web server may send further requests on this connection, if it wants to.
  func finish(staysOpen: Bool) {
    let isRead = isReadToItsEnd()
    if !isRead || !staysOpen { request.pointee.keepConnection = 0 }
    // With nothing left to read, closing loses nothing. Else the library waits for the web server to close first.
    if isRead { FCGX_Detach(request) }
    FCGX_Finish_r(request)
    FCGX_Attach(request)
  }

  /// Closes the connection on which nothing is wanted any more.
  func close() {
    request.pointee.keepConnection = 0
    FCGX_Detach(request)
    FCGX_Finish_r(request)
    FCGX_Attach(request)
  }

  /// Reads the rest of the body: whether that came to an end. An authorizer is sent none (section 6.3).
  private func isReadToItsEnd() -> Bool {
    guard request.pointee.role == FCGI_RESPONDER else { return false }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
      for _ in 0..<(Self.spare / buffer.count) {
        let count = FCGX_GetStr(buffer.baseAddress, Int32(buffer.count), request.pointee.in)
        if count < buffer.count { return FCGX_GetError(request.pointee.in) == 0 }
      }
      return false
    }
  }
}
