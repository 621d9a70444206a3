import Foundation
import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

/// What a connection tells of its server.
@Suite struct StateTests {
  @Test func `a server that stands alone says its name, and is in no cluster`() throws {
    let database = try MariaDBDatabase()
    let state = try #require(try MariaDBConnection(database.address).serverState())
    #expect(state.node == ProcessInfo.processInfo.hostName.split(separator: ".").first.map(String.init))
    #expect(state.cluster == nil && state.replica == nil && state.concern == nil)
    #expect(state.reach.hosts.map(\.condition) == [.inUse] && state.reach.failOver == nil)
  }

  @Test func `a host that refuses from the start is remembered, with the one that answered`() throws {
    let database = try MariaDBDatabase()
    let nobody = try FreePort.some(1)[0]
    let text = database.address.description.replacing(
      "127.0.0.1", with: "127.0.0.1:\(nobody),127.0.0.1", maxReplacements: 1)
    let connection = try MariaDBConnection(MariaDBAddress(text))
    let reach = try #require(connection.serverMemory).reach
    #expect(reach.current == 1)
    guard case .lost(_, .refused) = reach.hosts[0].condition else {
      Issue.record("\(reach)")
      return
    }
    #expect(reach.failOver?.wasInUse == false && reach.failOver?.why == .refused)
  }

  @Test func `a server that copies another says how far it is behind, or that it does not copy`() throws {
    let server = try MariaDBServer(options: { _ in ["--server-id=7"] })
    let port = try FreePort.some(1)[0]
    try server.administrate { admin in
      try admin.run("CREATE DATABASE site", [])
      try admin.run(
        "CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT=\(port), MASTER_USER='nobody', MASTER_PASSWORD='none'",
        [])
    }
    let state = try #require(try MariaDBConnection(server.address("site")).serverState())
    #expect(state.replica == .stopped && state.concern == .behind)
  }
}
