import Dispatch
import SessionCore

/// Sweeps every minute while the console is open, so that one that is left open keeps the tables small.
///
/// It has a connection of its own: a list that is read never waits for it, and what it changed is noticed as what any
/// other program changes. When it fails it says nothing and tries again a minute later: a database that does not answer is
/// found out, and said, by the lists.
final class Sweeper: @unchecked Sendable {
  private let queue = DispatchQueue(label: "rollcall.sweep", qos: .utility)
  // Touched on the queue alone, as the timer is.
  private let service: SessionService
  private let actor: Actor
  private let interval: DispatchTimeInterval
  private var timer: (any DispatchSourceTimer)?

  /// How long to work in one go: a login that wants to write waits no longer than one batch of it.
  private static let slice = Interval(milliseconds: 200)
  /// How many goes in a row, so that much that has piled up is gone in some minutes.
  private static let slices = 10

  /// A sweeper over a connection that nobody else uses.
  init(service: SessionService, actor: Actor, every interval: DispatchTimeInterval = .seconds(60)) {
    self.service = service
    self.actor = actor
    self.interval = interval
  }

  /// Begins, soon after the console has opened.
  func start() {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + .seconds(1), repeating: interval, leeway: .milliseconds(100))
    timer.setEventHandler { [weak self] in self?.sweep(slices: Self.slices) }
    timer.resume()
    queue.sync { self.timer = timer }
  }

  /// Waits for the batch in hand.
  func stop() {
    // A server that says nothing is not waited for.
    let patience: DispatchTimeInterval? = service.store.serverMemory == nil ? nil : .milliseconds(500)
    queue.async { [self] in
      timer?.cancel()
      timer = nil
    }
    queue.finish(within: patience)
  }

  private func sweep(slices: Int) {
    guard timer != nil, slices > 0, let report = try? service.sweep(by: actor, budget: Self.slice),
      !report.isDone, report.busy == nil
    else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(800)) { [weak self] in self?.sweep(slices: slices - 1) }
  }
}
