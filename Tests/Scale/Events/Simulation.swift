/// A clock and what is to come. Events run in the order of their times; those of one moment in the order in which they
/// were asked for, so that a seed gives the same run every time.
final class Simulation {
  private struct Event {
    let time: Double
    let number: Int
    /// Where what happens is kept: apart, so that to move an event costs little.
    let place: Int

    func isBefore(_ other: Event) -> Bool { time == other.time ? number < other.number : time < other.time }
  }

  /// The moment, in seconds.
  private(set) var now = 0.0
  /// A binary heap: the first is the next.
  private var events: [Event] = []
  private var acts: [(() -> Void)?] = []
  private var free: [Int] = []
  private var count = 0

  /// Lets something happen after so many seconds.
  func after(_ delay: Double, _ act: @escaping () -> Void) {
    count += 1
    let place = free.popLast() ?? acts.count
    if place == acts.count { acts.append(act) } else { acts[place] = act }
    events.append(Event(time: now + max(0, delay), number: count, place: place))
    rise(events.count - 1)
  }

  /// Lets time go on to `end`.
  func run(until end: Double) {
    while let next = events.first, next.time <= end {
      now = next.time
      let last = events.removeLast()
      if !events.isEmpty {
        events[0] = last
        sink(0)
      }
      let act = acts[next.place]
      acts[next.place] = nil
      free.append(next.place)
      act?()
    }
    now = end
  }

  private func rise(_ start: Int) {
    var place = start
    while place > 0, events[place].isBefore(events[(place - 1) / 2]) {
      events.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private func sink(_ start: Int) {
    var place = start
    while true {
      var first = place
      let (left, right) = (2 * place + 1, 2 * place + 2)
      if left < events.count, events[left].isBefore(events[first]) { first = left }
      if right < events.count, events[right].isBefore(events[first]) { first = right }
      if first == place { return }
      events.swapAt(place, first)
      place = first
    }
  }
}
