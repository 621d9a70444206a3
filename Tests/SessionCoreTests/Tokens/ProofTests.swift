import SessionCore
import Testing

/// A session and the token that it was made with.
struct Proved {
  let key = ServerKey(random: .system)
  let token = Token(time: Timestamp(milliseconds: 1_795_000_000_000), random: .system)

  func session(changing change: (inout Session) -> Void = { _ in }) -> Session {
    let created = Timestamp(milliseconds: 1_795_000_000_000)
    let user = User.ID(rawValue: 42)
    var session = Session(
      id: token.id, userID: user, owner: .init(login: "alice", state: .active, notBefore: .distantPast),
      proof: Proof(
        token: token, userID: user, createdAt: created, absoluteExpiresAt: created + .hours(12), kind: .browser,
        key: key),
      createdAt: created, authenticatedAt: created, lastSeenAt: created, absoluteExpiresAt: created + .hours(12),
      expiresAt: created + .minutes(30), kind: .browser, address: nil, userAgent: "", createdBy: "")
    change(&session)
    return session
  }
}

@Suite struct ProofTests {
  private let proved = Proved()

  @Test func `the token that a session was made with proves it`() {
    #expect(proved.session().isProved(by: proved.token, key: proved.key))
    #expect(proved.session().proof.bytes.count == 32)
  }

  @Test(arguments: [1, -1, 256, Int64.min]) func `another user is refused`(_ step: Int64) {
    let session = proved.session { $0.userID = User.ID(rawValue: $0.userID.rawValue &+ step) }
    #expect(!session.isProved(by: proved.token, key: proved.key))
  }

  @Test(arguments: [1, -1, 86_400_000]) func `another date is refused`(_ step: Int64) {
    let later = proved.session { $0.absoluteExpiresAt.milliseconds += step }
    #expect(!later.isProved(by: proved.token, key: proved.key))
    let older = proved.session { $0.createdAt.milliseconds += step }
    #expect(!older.isProved(by: proved.token, key: proved.key))
  }

  @Test(arguments: [SessionKind.remembered, .simulated]) func `another kind is refused`(_ kind: SessionKind) {
    #expect(!proved.session { $0.kind = kind }.isProved(by: proved.token, key: proved.key))
  }

  @Test func `another secret, id, key or proof is refused`() throws {
    let session = proved.session()
    let secret = try #require(
      Token(text: Base64URL.encode(proved.token.id.bytes + [UInt8](repeating: 7, count: 32)).octets))
    #expect(!session.isProved(by: secret, key: proved.key))
    #expect(!session.isProved(by: Token(time: session.createdAt, random: .system), key: proved.key))
    #expect(!session.isProved(by: proved.token, key: ServerKey(random: .system)))
    let other = Token(time: session.createdAt, random: .system)
    #expect(!proved.session { $0.id = other.id }.isProved(by: proved.token, key: proved.key))
    for bytes in [[], [UInt8](repeating: 0, count: 32), session.proof.bytes.dropLast(), session.proof.bytes + [0]] {
      #expect(!proved.session { $0.proof = Proof(bytes: bytes) }.isProved(by: proved.token, key: proved.key))
    }
  }

  @Test func `what may change while a session lives is not part of its proof`() {
    let session = proved.session {
      $0.lastSeenAt.milliseconds += 60_000
      $0.expiresAt.milliseconds += 60_000
      $0.owner.login = "Alice"
    }
    #expect(session.isProved(by: proved.token, key: proved.key))
  }
}
