import Glibc
import SessionCore
import Synchronization

/// Stops what a connection reads, from any thread: on a connection of its own, in a thread of its own, so that whoever no
/// longer wants the answer waits for nothing.
final class Canceller: Sendable {
  private struct State {
    var target: (host: Int, id: UInt)?
    var isOver = false
    var thread: pthread_t?
  }

  private let state = Mutex(State())
  private let address: MariaDBAddress
  private let places: [Place]
  private let environment: @Sendable (String) -> String?

  init(_ address: MariaDBAddress, _ places: [Place], _ environment: @escaping @Sendable (String) -> String?) {
    self.address = address
    self.places = places
    self.environment = environment
  }

  /// Says which connection reads now.
  func aim(at host: Int, _ id: UInt) { state.withLock { $0.target = (host, id) } }

  /// Begins to stop the read.
  func stop() {
    state.withLock { state in
      guard state.thread == nil, !state.isOver else { return }
      var thread = pthread_t()
      let argument = Unmanaged.passRetained(self)
      let code = pthread_create(
        &thread, nil,
        { pointer in
          if let pointer { Unmanaged<Canceller>.fromOpaque(pointer).takeRetainedValue().work() }
          return nil
        }, argument.toOpaque())
      if code == 0 { state.thread = thread } else { argument.release() }
    }
  }

  /// Waits until nothing is stopped any more.
  ///
  /// - Returns: whether something was.
  func finish() -> Bool {
    let thread = state.withLock { state in
      state.isOver = true
      return state.thread
    }
    guard let thread else { return false }
    pthread_join(thread, nil)
    return true
  }

  /// Stops statement after statement until the read is over: one that is just on its way to the server would be missed.
  private func work() {
    while let target = state.withLock({ $0.isOver ? nil : $0.target }) {
      guard let password = try? address.password(environment: environment) ?? "",
        let session = try? Session(
          places[target.host], host: target.host, address, password: password, mode: .readOnly)
      else { return }
      while state.withLock({ !$0.isOver && $0.target?.id == target.id && $0.target?.host == target.host }) {
        do throws(Failure) { try session.command("KILL QUERY \(target.id)") } catch  where error.meaning == .elsewhere {
          return
        } catch {}
        usleep(10_000)
      }
    }
  }
}
