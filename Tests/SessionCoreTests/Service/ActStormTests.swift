import SessionCore
import Support
import Testing

/// Acting on a real file while another connection changes it ten thousand times: never the wrong row.
@Suite struct ActStormTests {
  @Test func `what ends is what was looked at, whatever a second writer does`() async throws {
    let database = try TestDatabase(.sqlite)
    let by = TestDatabase.operator
    for index in 0..<20 { try database.addUser("user\(index)") }
    let looks = try (0..<200).map { index in
      SessionLook(try database.logIn("user\(index % 20)").session, at: database.clock.now)
    }
    let path = database.path
    // Rows are used, so that they move in every order, beneath whoever looks at them.
    async let writing: Void = inThread {
      let raw = try RawDatabase(path)
      for change in 0..<100 {
        try raw.run("BEGIN IMMEDIATE")
        for row in 0..<100 {
          try raw.run(
            """
            UPDATE sessions SET last_seen_at = last_seen_at + \(change + 1)
            WHERE id = (SELECT id FROM sessions ORDER BY last_seen_at DESC, id LIMIT 1 OFFSET \(row))
            """)
        }
        try raw.run("COMMIT")
      }
    }
    let service = try database.anotherService()
    var meant: Set<SessionID> = []
    for start in stride(from: 0, to: looks.count, by: 4) {
      let batch = Array(looks[start..<(start + 2)])
      meant.formUnion(batch.map(\.id))
      var ended: Set<SessionID> = []
      _ = try service.perform(.end, on: .listed(batch), by: by, reason: "storm", each: { ended.formUnion($0) })
      #expect(ended == Set(batch.map(\.id)))
    }
    try await writing
    for look in looks {
      let isThere = try database.store.session(id: look.id) != nil
      #expect(isThere != meant.contains(look.id))
      if !isThere { #expect(try database.store.endedSession(id: look.id)?.owner.login == look.login) }
    }
    #expect(try service.verifyAudit().fault == nil)
  }
}
