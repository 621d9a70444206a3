import Foundation

/// lighttpd on loopback with the real login.cgi and members.cgi, configured as script/serve does.
public final class WebServer {
  /// Scheme, host and port: `http://localhost:40123`.
  public let address: String
  private let files: TemporaryDirectory
  private let program: ChildProgram

  /// Starts a server at a free port, and returns once it accepts connections.
  ///
  /// - Parameters:
  ///   - database: the path that the programs get as `ROLLCALL_DATABASE`.
  ///   - environment: what they get besides.
  ///   - programs: the directory in which they are.
  /// - Throws: ``ChildProgram/Failure`` with the server's log.
  public init(
    database: String, environment: [String: String] = [:], programs: String = Products.releaseDirectory
  ) throws {
    let files = try TemporaryDirectory()
    try FileManager.default.createDirectory(atPath: files.file("empty"), withIntermediateDirectories: false)
    let settings = environment.merging(["ROLLCALL_DATABASE": database]) { own, _ in own }
    let configuration = """
      include "\(Products.repository)/script/lighttpd.conf"
      setenv.set-environment = (\(settings.map { "\"\($0.key)\" => \"\($0.value)\"" }.joined(separator: ", ")))

      """
    try Data(configuration.utf8).write(to: URL(filePath: files.file("lighttpd.conf")))
    let (program, port) = try Self.start(files, programs)
    self.files = files
    self.program = program
    address = "http://localhost:\(port)"
  }

  /// What the server and the programs wrote to their error log.
  public var log: String { Self.log(files) }

  /// Ends the server.
  public func stop() { program.stop() }

  private static func log(_ files: TemporaryDirectory) -> String {
    String(decoding: (try? Data(contentsOf: URL(filePath: files.file("error.log")))) ?? Data(), as: UTF8.self)
  }

  /// A port may be taken between asking for a free one and using it; then another one is tried.
  private static func start(_ files: TemporaryDirectory, _ programs: String) throws -> (ChildProgram, UInt16) {
    for _ in 0..<20 {
      try Data().write(to: URL(filePath: files.file("error.log")))
      let port = try FreePort.some(1)[0]
      let program = try ChildProgram(
        "lighttpd", ["-D", "-f", files.file("lighttpd.conf")],
        environment: ["ROLLCALL_BIN": programs, "ROLLCALL_PORT": "\(port)", "ROLLCALL_TEMP": files.path],
        output: files.file("error.log"), errors: files.file("error.log"))
      // Its log tells its own port from somebody else's server at the same one.
      while program.isRunning {
        if log(files).contains("server started") { return (program, port) }
        usleep(5000)
      }
      guard log(files).contains("Address already in use") else { break }
    }
    throw ChildProgram.Failure("lighttpd did not start: \(log(files))")
  }
}
