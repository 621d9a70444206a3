import Foundation
import SessionCore
import Support
import Synchronization
import Testing

@Suite struct HashGateTests {
  @Test(arguments: [1, 2, 5]) func `no more hold a slot at once than there are`(_ slots: Int) async throws {
    let directory = try TemporaryDirectory()
    let gate = HashGate(path: directory.file("gate"), slots: slots, patience: .seconds(60))
    let counts = Counts()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<20 {
        group.addTask {
          try await inThread {
            for _ in 0..<3 {
              try gate.withSlot {
                counts.enter()
                usleep(500)
                counts.leave()
              }
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(counts.most <= slots && counts.most > 0)
    #expect(counts.entered == 60)
  }

  @Test func `who waits too long is told, and a slot that is given back is taken`() throws {
    let directory = try TemporaryDirectory()
    let gate = HashGate(path: directory.file("gate"), slots: 1, patience: Interval(milliseconds: 20))
    try gate.withSlot { #expect(throws: HashGateError.full) { try gate.withSlot {} } }
    try gate.withSlot {}
  }

  @Test func `a gate that cannot be opened lets nobody through`() throws {
    let path = "/nonexistent/gate"
    #expect(throws: HashGateError.unusable(path)) { try HashGate(path: path).withSlot {} }
  }

  private final class Counts: Sendable {
    private let numbers = Mutex((now: 0, most: 0, entered: 0))
    var most: Int { numbers.withLock { $0.most } }
    var entered: Int { numbers.withLock { $0.entered } }

    func enter() {
      numbers.withLock { numbers in
        numbers.now += 1
        numbers.entered += 1
        numbers.most = max(numbers.most, numbers.now)
      }
    }
    func leave() { numbers.withLock { $0.now -= 1 } }
  }
}
