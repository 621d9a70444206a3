import Foundation

/// Keeps a server running for as long as this process holds the end of a pipe, and removes the server's directory then:
/// also when this process is killed.
final class Keeper: Sendable {
  private static let script = #"""
    directory=$1; shift
    "$@" >>"$directory/output" 2>&1 &
    server=$!
    echo "$server" >"$directory/server.new" && mv "$directory/server.new" "$directory/server"
    finish() {
      kill -KILL "$server" 2>/dev/null
      wait "$server" 2>/dev/null
      [ -e "$directory/keep" ] || rm -rf "$directory"
      exit 0
    }
    trap finish TERM INT HUP
    while read -r line; do :; done
    finish
    """#

  private let directory: String
  private let pipe: Int32
  private nonisolated(unsafe) let child: ChildProgram
  /// The server's process.
  let server: pid_t

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - directory: where its files are.
  ///   - command: the program and its arguments.
  /// - Throws: ``ChildProgram/Failure`` when the system does not start it.
  init(_ directory: String, _ command: [String]) throws {
    self.directory = directory
    let name = directory + "/keeper"
    for file in ["keep", "server", "keeper"] { unlink(directory + "/" + file) }
    mkfifo(name, 0o600)
    // For both, so that opening waits for nobody; no other program inherits it.
    pipe = open(name, O_RDWR | O_CLOEXEC)
    guard pipe >= 0 else { throw ChildProgram.Failure("no pipe \(name)") }
    child = try ChildProgram("bash", ["-c", Self.script, "keeper", directory] + command, input: name)
    let deadline = Date(timeIntervalSinceNow: 10)
    while true {
      if let text = try? String(contentsOfFile: directory + "/server", encoding: .utf8),
        let number = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
      {
        server = number
        return
      }
      guard Date() < deadline else { throw ChildProgram.Failure("the keeper of \(directory) does not start") }
      usleep(2000)
    }
  }

  /// Whether the server has not ended by itself.
  var isServerRunning: Bool {
    let state = try? String(contentsOfFile: "/proc/\(server)/stat", encoding: .utf8)
    return state.map { !$0.contains(") Z ") } ?? false
  }

  /// Ends the server.
  ///
  /// - Parameter keepingFiles: whether its directory stays.
  func end(keepingFiles: Bool = false) {
    if keepingFiles { _ = FileManager.default.createFile(atPath: directory + "/keep", contents: nil) }
    close(pipe)
    _ = try? child.wait(timeout: 20)
  }
}
