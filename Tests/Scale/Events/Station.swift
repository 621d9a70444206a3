/// Something that so many can use at once while the others stand in line, first come, first served: cores, workers, the
/// slots of a gate, a lock.
final class Station {
  private struct Waiting {
    let number: Int
    let act: () -> Void
  }

  /// What it is, as a table calls it.
  let name: String
  /// How many can use it at once.
  let places: Int
  private let simulation: Simulation
  private var taken = 0
  private var line: [Waiting] = []
  /// Where the line begins: what was served is dropped now and then, not each time.
  private var head = 0
  private var gone: Set<Int> = []
  private var count = 0
  private var usedUntilNow = 0.0
  private var lastChange = 0.0

  init(_ name: String, places: Int, in simulation: Simulation) {
    self.name = name
    self.places = places
    self.simulation = simulation
  }

  /// How many stand in line.
  var waiting: Int { line.count - head - gone.count }

  /// How many seconds it was used for so far, summed over its places.
  var used: Double { usedUntilNow + Double(taken) * (simulation.now - lastChange) }

  /// Runs `act` as soon as there is a place, which ``leave()`` gives back.
  ///
  /// - Parameters:
  ///   - patience: how many seconds to stand in line for; nil for as long as it takes.
  ///   - orElse: what happens when that is over.
  ///   - act: what is done with the place.
  func enter(patience: Double? = nil, orElse: @escaping () -> Void = {}, _ act: @escaping () -> Void) {
    guard taken == places else {
      change(by: 1)
      return act()
    }
    count += 1
    let number = count
    line.append(Waiting(number: number, act: act))
    guard let patience else { return }
    simulation.after(patience) { [self] in
      guard let first = line[head...].first, number >= first.number, !gone.contains(number) else { return }
      gone.insert(number)
      orElse()
    }
  }

  /// Gives a place back.
  func leave() {
    while head < line.count {
      let next = line[head]
      head += 1
      if head > 1000, head > line.count / 2 {
        line.removeFirst(head)
        head = 0
      }
      if gone.remove(next.number) != nil { continue }
      // The place goes from hand to hand.
      return next.act()
    }
    change(by: -1)
  }

  /// Uses a place for so many seconds.
  func serve(_ time: Double, then act: @escaping () -> Void) {
    enter { [self] in
      simulation.after(time) {
        self.leave()
        act()
      }
    }
  }

  /// Uses a place for so many seconds in all, a slice at a time: as a system shares its processors, so that what is short
  /// never waits for all of what is long.
  func serve(_ time: Double, slice: Double, then act: @escaping () -> Void) {
    guard time > slice else { return serve(time, then: act) }
    serve(slice) { self.serve(time - slice, slice: slice, then: act) }
  }

  private func change(by difference: Int) {
    usedUntilNow = used
    lastChange = simulation.now
    taken += difference
  }
}
