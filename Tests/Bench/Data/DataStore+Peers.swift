import Foundation
import SessionCore
import Support

extension DataStore {
  /// Makes the peers' databases, as large as ours, and notes what they know their visitor by.
  func makePeers(_ peers: [String], _ size: Int, in place: String) throws {
    var generator = SplitMix(state: UInt64(seed))
    func word() -> String { String(format: "%016lx", generator.next()) }
    let token = (0..<4).map { _ in word() }.joined()
    let (id, secret) = (word() + word(), token)
    let perl = Command(
      program: "/usr/bin/perl", arguments: [root + "/bench/peers/session.pl", "make"],
      environment: ["PERL_DATABASE": place + "/perl.db"])
    let perlID = try peers.contains("perl") ? perl.output().trimmingCharacters(in: .newlines) : ""
    let shared = ["SESSIONS": "\(size)", "USERS": "\(max(10, size / 10))"]
    let own = [
      "floor": ["HASH": Self.hash(Array(token.utf8)), "TOKEN": token], "perl": [:],
      "php": ["HASH": Self.hash(Self.bytes(secret)), "KNOWN": id],
    ]
    for peer in peers { try make(peer, in: place, shared.merging(own[peer] ?? [:]) { $1 }) }
    try FileManager.default.createDirectory(atPath: place + "/php", withIntermediateDirectories: true)
    try "user|s:5:\"alice\";".write(toFile: place + "/php/sess_" + token, atomically: true, encoding: .utf8)
    try "\(token)\n\(perlID)\n\(id + secret)\n".write(toFile: place + "/peers", atomically: true, encoding: .utf8)
  }

  /// Runs bench/peers/NAME.sql, with values for its words in capitals.
  private func make(_ name: String, in place: String, _ values: [String: String]) throws {
    var sql = try String(contentsOfFile: root + "/bench/peers/\(name).sql", encoding: .utf8)
    for (word, value) in values { sql = sql.replacingOccurrences(of: word, with: value) }
    _ = try sqlite(place + "/\(name).db", sql)
  }

  private static func hash(_ bytes: [UInt8]) -> String {
    SHA256.digest(of: bytes).map { String(format: "%02x", $0) }.joined()
  }

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }
}
