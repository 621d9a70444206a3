import Testing

@testable import Scale

@Suite struct EventTests {
  @Test("Events run in the order of their times, those of one moment as they were asked for")
  func order() {
    let simulation = Simulation()
    var chance = Chance(seed: 5)
    var seen: [(time: Double, number: Int)] = []
    for number in 0..<1000 {
      let time = (chance.next() * 50).rounded()
      simulation.after(time) { seen.append((simulation.now, number)) }
      #expect(simulation.now == 0)
    }
    simulation.run(until: 100)
    #expect(seen.count == 1000)
    for (one, next) in zip(seen, seen.dropFirst()) { #expect((one.time, one.number) < (next.time, next.number)) }
  }

  @Test("Nothing happens after the end, and time stands there")
  func end() {
    let simulation = Simulation()
    var happened = 0
    for time in [1.0, 2, 3] { simulation.after(time) { happened += 1 } }
    simulation.run(until: 2)
    #expect(happened == 2)
    #expect(simulation.now == 2)
  }

  @Test("Who loses patience leaves the line, and those behind are served all the same")
  func patience() {
    let simulation = Simulation()
    let station = Station("it", places: 1, in: simulation)
    var story: [String] = []
    station.serve(10) { story.append("first, \(simulation.now)") }
    station.enter(patience: 3) {
      story.append("gone, \(simulation.now)")
    } _: {
      story.append("never")
    }
    station.enter(patience: 30) {
      story.append("never")
    } _: {
      story.append("served, \(simulation.now)")
      station.leave()
    }
    #expect(station.waiting == 2)
    simulation.run(until: 100)
    #expect(story == ["gone, 3.0", "served, 10.0", "first, 10.0"])
    #expect(station.waiting == 0)
  }

  @Test("A door lets through all who came while it was shut")
  func door() {
    let door = Door()
    var passed = 0
    door.pass { passed += 1 }
    door.isShut = true
    for _ in 0..<3 { door.pass { passed += 1 } }
    #expect(passed == 1)
    door.isShut = false
    #expect(passed == 4)
  }

  @Test("A causal read waits for what was committed before it, in its order")
  func causal() {
    let node = Node(0, of: Site(), in: Simulation(), cores: nil)
    var read: [Int] = []
    for number in [1, 3] { node.whenApplied(number) { read.append(number) } }
    node.apply(2)
    node.apply(3)
    #expect(read.isEmpty, "the first is not there yet")
    node.apply(1)
    #expect(read == [1, 3])
  }
}
