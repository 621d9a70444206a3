import SessionCore
import SessionStore

extension Examination {
  /// Every host of a server's address, one after the other, and what this account may do there.
  func hostFindings(_ address: MariaDBAddress) -> [Finding] {
    var found: [ServerFinding] = []
    var servers: [ServerFacts] = []
    let places = address.atEachHost
    for place in places {
      var server = place.unasked
      let host = server.host
      do {
        let lack = server.ask(try DatabaseAddress.mariadb(place).connect(.readOnly))
        // What it said before it broke off is worth as much.
        guard !server.status.isEmpty || lack == nil else { throw lack ?? place.silent }
        servers.append(server)
        found += findings(of: server, place, named: places.count).map { ServerFinding(host: host, finding: $0) }
      } catch {
        found.append(ServerFinding(host: host, finding: down(error, isAlone: places.count == 1)))
      }
    }
    return ServerFinding.joined(found) + ServerFacts.unityFindings(servers)
      + (servers.first { !$0.grants.isEmpty }.map { grantFindings($0, address) } ?? [])
  }

  private func findings(of server: ServerFacts, _ place: MariaDBAddress, named: Int) -> [Finding] {
    let isLocal = place.socket != nil || place.hosts.allSatisfy(\.isLoopback)
    let findings = server.settingFindings() + server.durabilityFindings() + server.clusterFindings(named: named)
    // A node that is cut off says nothing of its tables.
    let tables = server.tables.isEmpty ? [] : server.tableFindings(place.database)
    return findings + tables + [server.clockFinding(), server.wayFinding(isLocal: isLocal)]
  }

  private func down(_ error: any Error, isAlone: Bool) -> Finding {
    let phrase =
      (error as? StoreError).map { Phrase("it does not answer: \($0.detail).", "无应答：\($0.detail)。") }
      ?? CommandFailure(error)?.phrase ?? Phrase("it does not answer.", "无应答。")
    return Finding(check: "host", severity: isAlone ? .problem : .warning, sentence: phrase, mend: nil)
  }
}

extension MariaDBAddress {
  fileprivate var silent: StoreError { StoreError(.unreachable, database: name) }
}
