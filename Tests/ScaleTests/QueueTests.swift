import Foundation
import Testing

@testable import Scale

/// The model's parts beside what queueing theory says of them.
@Suite struct QueueTests {
  /// The mean time of many who come by chance, in a line before so many places.
  private func mean(
    arrivals rate: Double, places: Int, slice: Double? = nil, seed: UInt64,
    _ service: @escaping (inout Chance) -> Double
  ) -> Double {
    let simulation = Simulation()
    let station = Station("it", places: places, in: simulation)
    var chance = Chance(seed: seed)
    var waits = Waits()
    func arrive() {
      simulation.after(chance.exponential(mean: 1 / rate)) {
        let start = simulation.now
        station.serve(service(&chance), slice: slice ?? .infinity) { waits.add(simulation.now - start) }
        arrive()
      }
    }
    arrive()
    simulation.run(until: 20_000 / rate)
    return waits.mean
  }

  private func expect(_ value: Double, near wanted: Double, within share: Double = 0.1) {
    #expect(abs(value - wanted) < wanted * share, "\(value) instead of \(wanted)")
  }

  @Test("One place, service by chance (M/M/1)", arguments: [0.3, 0.7])
  func mm1(load: Double) {
    let mean = mean(arrivals: load, places: 1, seed: 1) { $0.exponential(mean: 1) }
    expect(mean, near: 1 / (1 - load))
  }

  @Test("Several places, service by chance (M/M/c, Erlang's formula)", arguments: [2, 4, 16])
  func mmc(places: Int) {
    let offered = 0.8 * Double(places)
    let mean = mean(arrivals: offered, places: places, seed: 2) { $0.exponential(mean: 1) }
    // The chance of having to wait, from that of finding no place where nobody waits.
    let blocked = (1...places).reduce(1.0) { loss, count in offered * loss / (Double(count) + offered * loss) }
    let waits = blocked / (1 - 0.8 * (1 - blocked))
    expect(mean, near: 1 + waits / (Double(places) - offered))
  }

  @Test("One place, service of one length (M/D/1)")
  func md1() {
    let mean = mean(arrivals: 0.7, places: 1, seed: 3) { _ in 1 }
    expect(mean, near: 1 + 0.7 / (2 * 0.3))
  }

  @Test("One place, used by turns: the mean is as if service was by chance, whatever its lengths")
  func shared() {
    let mean = mean(arrivals: 0.7, places: 1, slice: 0.02, seed: 4) { _ in 1 }
    expect(mean, near: 1 / 0.3)
  }

  @Test("How much is used is what comes times what it takes")
  func used() {
    let simulation = Simulation()
    let station = Station("it", places: 3, in: simulation)
    for _ in 0..<6 { station.serve(2) {} }
    simulation.run(until: 10)
    #expect(station.used == 12)
  }
}
