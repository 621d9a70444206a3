import Foundation
import MariaDBEngine
import SQLiteEngine
import SessionCore
import SessionStore

// Measures what a login, a check and a logout take of a database, without the hash and without a web server, and prints
// JSON. script/scale measure runs it.
//
//   Measure ADDRESS KEY-FILE [PID…]    on a database that is set up; PID: the servers' processes, the one asked first
//   Measure logins ADDRESS KEY-FILE SECONDS COMMAND…
//                                      how long a login waits alone, and while the command runs
//   Measure hash                       one hash of a password, in milliseconds
//   Measure flush DIRECTORY            until a page that is written there is on the disk, in milliseconds

@main
enum Measure {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("measure: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    if arguments == ["hash"] { return print(try hash()) }
    if arguments.first == "flush", arguments.count == 2 { return print(try flush(in: arguments[1])) }
    if arguments.first == "logins", arguments.count > 4, let seconds = Double(arguments[3]) {
      let stream = LoginStream(
        keys: try KeyRing(file: arguments[2]), connection: try opener(try DatabaseAddress(arguments[1]))())
      return try show(try stream.run(seconds: seconds, command: Array(arguments.dropFirst(4))))
    }
    guard arguments.count >= 2 else { throw Usage() }
    let measurement = Measurement(
      keys: try KeyRing(file: arguments[1]), open: opener(try DatabaseAddress(arguments[0])),
      servers: arguments.dropFirst(2).compactMap { Int($0) })
    try show(try measurement.run())
  }

  private static func show(_ result: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(result), as: UTF8.self))
  }

  private static func opener(_ address: DatabaseAddress) -> () throws -> any Connection {
    switch address {
    case .sqlite(let path): { try SQLiteConnection(path: path) }
    case .mariadb(let address): { try MariaDBConnection(address, mode: .readWrite) }
    }
  }

  /// The middle of many, by a processor's clock.
  private static func hash() throws -> Double {
    let password = try Password("correct horse battery staple")
    let times = try (0..<40).map { _ in
      let start = Moment.used
      _ = try PasswordHasher.least.hash(password)
      return (Moment.used - start) * 1000
    }
    return times.sorted()[times.count / 2]
  }

  /// The middle of many.
  private static func flush(in directory: String) throws -> Double {
    let file = open(directory + "/flush", O_RDWR | O_CREAT, 0o600)
    guard file >= 0 else { throw Usage() }
    defer { close(file) }
    let page = [UInt8](repeating: 7, count: 4096)
    let times = (0..<201).map { number in
      let start = Moment.now
      _ = pwrite(file, page, page.count, off_t(number % 16 * page.count))
      fdatasync(file)
      return (Moment.now - start) * 1000
    }
    return times.sorted()[times.count / 2]
  }

  private struct Usage: Error, CustomStringConvertible {
    let description =
      "Measure ADDRESS KEY-FILE [PID…] | Measure logins ADDRESS KEY-FILE SECONDS COMMAND… | Measure hash | Measure flush DIRECTORY"
  }
}
