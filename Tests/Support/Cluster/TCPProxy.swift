import Foundation
import Synchronization

/// A port on loopback behind which another one is, as far as a test lets it be.
public final class TCPProxy: Sendable {
  /// What becomes of connections, those that stand as well as new ones.
  public enum Way: Sendable {
    /// What comes goes on to the server, and back.
    case open
    /// They are accepted, and nothing comes ever again.
    case silent
    /// They are closed as soon as they are there.
    case closed
  }

  /// Where it listens.
  public let port: UInt16
  private let state = Mutex(State())

  private struct State {
    var way = Way.open
    var delay: Double = 0
    var sent: [UInt8] = []
    var connections = 0
    var isOver = false
  }

  /// Starts one.
  ///
  /// - Parameter server: the port on 127.0.0.1 that it leads to.
  /// - Throws: ``ChildProgram/Failure``.
  public init(to server: UInt16) throws {
    let listener = Loopback.socket()
    guard let port = Loopback.listen(listener) else { throw ChildProgram.Failure("no free port on loopback") }
    self.port = port
    // It goes with its last reference: the thread has none that keeps it.
    Thread.detachNewThread { [weak self] in
      while self?.isOver == false {
        var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 50) > 0 else { continue }
        let client = accept(listener, nil, nil)
        if client >= 0 { self?.lead(client, to: server) }
      }
      close(listener)
    }
  }

  deinit { state.withLock { $0.isOver = true } }

  /// Changes what becomes of connections.
  public func set(_ way: Way, delay: Double = 0) {
    state.withLock { ($0.way, $0.delay) = (way, delay) }
  }

  /// Ends all connections; new ones are closed as soon as they are there.
  public func stop() {
    state.withLock {
      $0.way = .closed
      $0.isOver = true
    }
  }

  /// How many connections came.
  public var connections: Int { state.withLock { $0.connections } }
  /// The first 64 KiB of what clients have sent, of all connections.
  public var sent: [UInt8] { state.withLock { $0.sent } }

  private var isOver: Bool { state.withLock { $0.isOver } }

  private func lead(_ client: Int32, to server: UInt16) {
    state.withLock { $0.connections += 1 }
    let other = Loopback.socket()
    guard state.withLock({ $0.way }) != .closed, Loopback.connect(other, server) else {
      Loopback.reset(client)
      close(other)
      return
    }
    let ends = Ends(client, other)
    Thread.detachNewThread { [weak self] in
      while let self, self.pass(from: client, to: other, isClient: true) {}
      ends.finish()
    }
    Thread.detachNewThread { [weak self] in
      while let self, self.pass(from: other, to: client, isClient: false) {}
      ends.finish()
    }
  }

  /// Hands on what has come within a moment.
  ///
  /// - Returns: whether the connection stands.
  private func pass(from source: Int32, to target: Int32, isClient: Bool) -> Bool {
    let (way, delay, isOver) = state.withLock { ($0.way, $0.delay, $0.isOver) }
    guard way != .closed, !isOver else { return false }
    guard way == .open else {
      // Read or not, nobody hears of it.
      usleep(5000)
      return true
    }
    var waiting = pollfd(fd: source, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 20) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(source, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    if isClient { state.withLock { $0.sent += buffer[..<count].prefix(65_536 - $0.sent.count) } }
    if delay > 0 { usleep(UInt32(delay * 1_000_000)) }
    while state.withLock({ $0.way == .silent && !$0.isOver }) { usleep(5000) }
    return Loopback.send(target, buffer[..<count])
  }
}

/// Both ends of a connection: the second thread that is done with them closes them.
private final class Ends: Sendable {
  private let sockets: [Int32]
  private let left = Mutex(2)

  init(_ sockets: Int32...) { self.sockets = sockets }

  func finish() {
    for socket in sockets { shutdown(socket, Int32(SHUT_RDWR)) }
    if left.withLock({
      $0 -= 1; return $0 == 0
    }) {
      for socket in sockets { close(socket) }
    }
  }
}
