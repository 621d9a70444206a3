import SessionCore
import Testing

@Suite struct SessionStateTests {
  private let proved = Proved()
  private let millisecond = Interval(milliseconds: 1)

  @Test func `a session is live until its end, and not at it`() {
    let session = proved.session()
    #expect(session.isLive(at: session.expiresAt - millisecond))
    #expect(!session.isLive(at: session.expiresAt))
  }

  @Test func `a locked user's session is not live, nor one from before everybody out`() {
    let session = proved.session()
    #expect(!proved.session { $0.owner.state = .locked }.isLive(at: session.createdAt))
    #expect(proved.session { $0.owner.notBefore = $0.authenticatedAt }.isLive(at: session.createdAt))
    #expect(!proved.session { $0.owner.notBefore = $0.authenticatedAt + .seconds(1) }.isLive(at: session.createdAt))
  }

  @Test func `ten minutes without a request make a session idle`() {
    let session = proved.session()
    #expect(session.state(at: session.createdAt + .minutes(10) - millisecond) == .live)
    #expect(session.state(at: session.createdAt + .minutes(10)) == .idle)
  }

  @Test func `the last five minutes are its ending, idle or not`() {
    let session = proved.session()
    #expect(session.state(at: session.expiresAt - .minutes(5) - millisecond) == .idle)
    #expect(session.state(at: session.expiresAt - .minutes(5)) == .ending)
  }

  @Test func `a remembered one is never idle, and a simulated one is always simulated`() {
    let remembered = proved.session { $0.kind = .remembered }
    #expect(remembered.state(at: remembered.createdAt + .minutes(20)) == .remembered)
    #expect(remembered.state(at: remembered.expiresAt) == .ending)
    let simulated = proved.session { $0.kind = .simulated }
    #expect(simulated.state(at: simulated.expiresAt) == .simulated)
  }

  @Test func `a request is written down once in a minute, or in a twentieth of the idle time`() {
    let session = proved.session()
    let start = session.lastSeenAt
    #expect(!session.isTouchDue(at: start + .seconds(90) - millisecond))
    #expect(session.isTouchDue(at: start + .seconds(90)))
    let short = proved.session { $0.expiresAt = $0.lastSeenAt + .minutes(5) }
    #expect(!short.isTouchDue(at: start + .seconds(60) - millisecond))
    #expect(short.isTouchDue(at: start + .seconds(60)))
  }
}
