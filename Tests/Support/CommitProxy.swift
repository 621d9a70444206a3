import Foundation
import Synchronization

/// Stands between a program and a MariaDB server, knows when it commits, and fails on demand.
public final class CommitProxy: Sendable {
  /// What becomes of a connection when its program sends `COMMIT`.
  public enum AtCommit: Sendable {
    /// Nothing out of the ordinary.
    case forwarded
    /// It is cut, and the server never hears of it.
    case cutBefore
    /// It is cut once the server has answered, and the program never hears the answer.
    case cutAfter
    /// The server never hears of it, and the program hears nothing: as from a host that hangs.
    case silentBefore
  }

  /// Where it listens on 127.0.0.1.
  public let port: UInt16
  private let target: UInt16
  private let listener: Int32
  private let isHolding: Bool

  private struct State {
    var plan: [AtCommit] = []
    var accepted = 0
    var sockets: Set<Int32> = []
    var isSilent = false
  }
  private let state = Mutex(State())

  /// Listens.
  ///
  /// - Parameters:
  ///   - target: the server's port on 127.0.0.1.
  ///   - isHolding: whether the server is not told that a program has gone, as when the line between them breaks.
  /// - Throws: ``ChildProgram/Failure`` when nothing can listen there.
  public init(to target: UInt16, isHolding: Bool = false) throws {
    self.target = target
    self.isHolding = isHolding
    listener = Loopback.socket()
    guard let port = Loopback.listen(listener) else { throw ChildProgram.Failure("no free port on loopback") }
    self.port = port
    Thread.detachNewThread { [listener, weak self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        guard let self else {
          close(client)
          return
        }
        self.serve(client)
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    cut()
  }

  /// How many connections there have been.
  public var accepted: Int { state.withLock { $0.accepted } }

  /// Says what becomes of the next commits, in turn; those after them are forwarded.
  public func atCommits(_ plan: [AtCommit]) { state.withLock { $0.plan = plan } }

  /// Cuts every connection there is.
  public func cut() { state.withLock { state in for socket in state.sockets { shutdown(socket, Int32(SHUT_RDWR)) } } }

  /// Hands nothing on any more, of what is connected or will be, and closes nothing; or goes on.
  public func fallSilent(_ isSilent: Bool = true) { state.withLock { $0.isSilent = isSilent } }

  private func serve(_ client: Int32) {
    let server = Loopback.socket()
    guard Loopback.connect(server, target) else {
      for socket in [client, server] { close(socket) }
      return
    }
    state.withLock { state in
      state.accepted += 1
      state.sockets.formUnion([client, server])
    }
    let link = Link(client: client, server: server)
    Thread.detachNewThread { [weak self] in
      link.pump(from: client, to: server) { self?.ofClient($0, link) ?? false }
      self?.end(link, isClient: true)
    }
    Thread.detachNewThread { [weak self] in
      link.pump(from: server, to: client) { _ in self?.ofServer(link) ?? false }
      self?.end(link, isClient: false)
    }
  }

  /// Whether what the program sends goes on to the server.
  private func ofClient(_ bytes: ArraySlice<UInt8>, _ link: Link) -> Bool {
    let isCommit = bytes.dropFirst(4).elementsEqual([3] + Array("COMMIT".utf8))
    let fate = state.withLock { state -> AtCommit in
      if state.isSilent { return .silentBefore }
      guard isCommit, !state.plan.isEmpty else { return .forwarded }
      return state.plan.removeFirst()
    }
    switch fate {
    case .forwarded: break
    case .cutBefore: link.cut()
    case .cutAfter: link.answer.withLock { $0 = .cut }
    case .silentBefore: return false
    }
    return fate != .cutBefore
  }

  private func ofServer(_ link: Link) -> Bool {
    if link.answer.withLock({ $0 }) == .cut {
      link.cut()
      return false
    }
    return !state.withLock { $0.isSilent }
  }

  private func end(_ link: Link, isClient: Bool) {
    if !isClient || !isHolding { link.cut() }
    guard link.leave() else { return }
    state.withLock { $0.sockets.subtract([link.client, link.server]) }
    close(link.client)
    close(link.server)
  }
}

/// The two ends of one connection through a proxy.
private final class Link: Sendable {
  enum Answer { case forwarded, cut }

  let client: Int32
  let server: Int32
  let answer = Mutex(Answer.forwarded)
  private let pumps = Mutex(2)

  init(client: Int32, server: Int32) { (self.client, self.server) = (client, server) }

  func cut() { for socket in [client, server] { shutdown(socket, Int32(SHUT_RDWR)) } }

  /// Whether both directions are over.
  func leave() -> Bool {
    pumps.withLock { pumps in
      pumps -= 1
      return pumps == 0
    }
  }

  func pump(from source: Int32, to target: Int32, _ mayPass: (ArraySlice<UInt8>) -> Bool) {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = recv(source, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      guard mayPass(buffer[..<count]) else { continue }
      guard Loopback.send(target, buffer[..<count]) else { return }
    }
  }
}
