import CVTerm
import Foundation

/// Starts a program in a session of its own, with a terminal as its controlling one and as its three standard files.
func spawn(
  _ program: String, _ arguments: [String], _ environment: [String: String], _ directory: String?, terminal: String
) -> pid_t? {
  var actions = posix_spawn_file_actions_t()
  var attributes = posix_spawnattr_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  // The first terminal that a session's leader opens becomes its own.
  posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
  posix_spawn_file_actions_adddup2(&actions, 0, 1)
  posix_spawn_file_actions_adddup2(&actions, 0, 2)
  if let directory { posix_spawn_file_actions_addchdir_np(&actions, directory) }
  // POSIX_SPAWN_SETSID, which Swift does not see.
  let newSession: Int32 = 0x80
  var signals = sigset_t()
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  posix_spawnattr_setflags(&attributes, Int16(newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

  let words = ([program] + arguments).map { strdup($0) }
  let variables = environment.map { strdup("\($0.key)=\($0.value)") }
  defer { (words + variables).forEach { free($0) } }
  var process: pid_t = 0
  let result = posix_spawn(&process, program, &actions, &attributes, words + [nil], variables + [nil])
  return result == 0 ? process : nil
}
