import CFastCGI
import Glibc
import SessionCore

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

  /// What has come on it.
  enum Arrival {
    /// A request that can be read to its end without waiting, or the end of the connection.
    case request
    /// A part of a request.
    case part
    /// More of a body than anybody here takes.
    case tooMuch
    /// Nothing.
    case nothing
  }

  private let request = UnsafeMutablePointer<FCGX_Request>.allocate(capacity: 1)
  /// Since when a request is waited for that has to come, or a body is read that nobody wants.
  private(set) var waitsSince: Timestamp?
  /// Whether its answer is sent, and what still comes is only read so that the web server gets to send it.
  private(set) var isDraining = false
  private var isWhole = false
  /// How much of a request is looked at before it is read, in bytes.
  private static let glance = 64 * 1024

  /// Takes the next connection; nil when another worker has it.
  ///
  /// - Throws: ``Refused``.
  init?() throws(Refused) {
    let descriptor = rollcall_accept(Arrivals.listener)
    guard descriptor >= 0 else {
      guard [EAGAIN, EINTR, ECONNABORTED, EPROTO].contains(errno) else { throw Refused(number: errno) }
      return nil
    }
    FCGX_Init()
    // A connection that is there already, the library takes for one that was kept.
    FCGX_InitRequest(request, -1, 0)
    request.pointee.ipcFd = descriptor
    request.pointee.keepConnection = 1
    // Who connects has something to say.
    waitsSince = Clock.system.now()
  }

  /// No connection can be accepted.
  struct Refused: Error {
    /// The system's error.
    let number: Int32
  }

  deinit { request.deallocate() }

  /// Whether it is open.
  var isOpen: Bool { request.pointee.ipcFd >= 0 }
  /// What it is read from; negative when it is closed.
  var descriptor: Int32 { request.pointee.ipcFd }

  /// Looks at what has come, and leaves it where it is.
  func arrival() -> Arrival {
    withUnsafeTemporaryAllocation(byteCount: Self.glance, alignment: 1) { buffer in
      let count = recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_PEEK | MSG_DONTWAIT))
      guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothing : .request }
      isWhole = RequestProgress(of: UnsafeRawBufferPointer(rebasing: buffer[..<count])) == .whole
      if isWhole || count == buffer.count { return isWhole ? .request : .tooMuch }
      guard rollcall_is_at_end(descriptor) == 0 else { return .request }
      if waitsSince == nil { waitsSince = Clock.system.now() }
      return .part
    }
  }

  /// Gives up waiting for the rest of a request: what is there is all there is.
  func stopWaiting() { shutdown(descriptor, Int32(SHUT_RD)) }

  /// Reads and forgets what has come after the answer; closes the connection at its end.
  func drain() {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      while true {
        let count = recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
        if count < 0, errno == EINTR { continue }
        if count < 0, errno == EAGAIN { return }
        guard count > 0 else { return close() }
      }
    }
  }

  /// Reads the variables of the next request; nil when there is none: the connection was closed, or it could not be read.
  func accept() -> Role? {
    waitsSince = nil
    guard FCGX_Accept_r(request) == 0 else { return nil }
    // The library takes variables that break off for all there are. What is missing might be what forbids the request.
    guard FCGX_GetError(request.pointee.in) == 0 else {
      close()
      return nil
    }
    switch request.pointee.role {
    case FCGI_RESPONDER: return .responder
    case FCGI_AUTHORIZER: return .authorizer
    default: return .other
    }
  }

  /// A variable of the request; nil when it is not set.
  subscript(name: String) -> String? {
    FCGX_GetParam(name, request.pointee.envp).map { String(cString: $0) }
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

  /// Sends what was written and ends the request. What is left of its body is read later, by ``drain()``: closing before
  /// would take the answer from a web server that is still sending.
  ///
  /// - Parameter staysOpen: whether the web server may send further requests on this connection, if it wants to.
  func finish(staysOpen: Bool) {
    let isRead = isReadToItsEnd()
    if isRead {
      if !staysOpen { request.pointee.keepConnection = 0 }
      // With nothing left to read, closing loses nothing. Else the library would wait for the web server to close first.
      FCGX_Detach(request)
      FCGX_Finish_r(request)
      FCGX_Attach(request)
    } else {
      FCGX_ClearError(request.pointee.in)
      request.pointee.keepConnection = 1
      FCGX_Finish_r(request)
      guard isOpen else { return }
      shutdown(descriptor, Int32(SHUT_WR))
      isDraining = true
      waitsSince = Clock.system.now()
    }
  }

  /// Closes the connection on which nothing is wanted any more.
  func close() {
    request.pointee.keepConnection = 0
    FCGX_Detach(request)
    FCGX_Finish_r(request)
    FCGX_Attach(request)
  }

  /// Reads the rest of the body, if all of that has come: whether it did. An authorizer is sent none (section 6.3).
  private func isReadToItsEnd() -> Bool {
    guard isWhole, request.pointee.role == FCGI_RESPONDER else { return false }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
      for _ in 0..<(Self.glance / buffer.count) {
        let count = FCGX_GetStr(buffer.baseAddress, Int32(buffer.count), request.pointee.in)
        if count < buffer.count { return FCGX_GetError(request.pointee.in) == 0 }
      }
      return false
    }
  }
}
