import CFastCGI
import Glibc
import SessionCore

/// The process that was started as FastCGI. It answers nothing itself: it starts workers, another one for each that ends,
/// and ends when it was asked to and they all have.
struct Supervisor {
  private let program: Program
  private let own = getpid()
  private var workers: [pid_t: Int64] = [:]
  private var delay = RestartDelay()
  private var ending: Int64?

  init(of program: Program) { self.program = program }

  /// What asks for an end: an administrator or systemd, a terminal, and a web server of FastCGI's first days.
  static let endings = [SIGTERM, SIGINT, SIGUSR1]
  /// How long a worker that was asked to end may take, in milliseconds: its request's deadline, and a little.
  private static let patience = (Int64(Program.deadline) + 5) * 1000

  /// Runs until it is asked to end.
  mutating func run() -> Never {
    Program.confine()
    // Whatever the program that started this one had set: the end of a child is told, and a deadline ends a process.
    for number in [SIGCHLD, SIGALRM] { signal(number, SIG_DFL) }
    let signals = sigset_t(of: Self.endings + [SIGCHLD])
    withUnsafePointer(to: signals) { _ = sigprocmask(SIG_SETMASK, $0, nil) }
    // A connection may wake two workers; who comes second must not wait for the next one.
    _ = fcntl(0, F_SETFL, fcntl(0, F_GETFL) | O_NONBLOCK)
    while ending == nil || !workers.isEmpty {
      if ending == nil { startWorkers() }
      let number = next(of: signals)
      if Self.endings.contains(number) { ending = ending ?? Monotonic.milliseconds }
      if let ending, number != SIGCHLD { askWorkersToEnd(since: ending) }
      bury()
    }
    _exit(0)
  }

  private mutating func startWorkers() {
    guard delay.rest == nil else { return }
    // Read each time: what an operator has changed holds from the next worker on.
    let settings = Settings()
    let requests = settings.number(.workerRequests) ?? 10_000
    let count = settings.number(.workers) ?? 4
    while workers.count < count {
      let process = rollcall_fork()
      if process == 0 { work(requests) }
      guard process > 0 else {
        report("no process can be started: \(String(cString: strerror(errno))).")
        return delay.extend()
      }
      workers[process] = Monotonic.milliseconds
    }
  }

  /// What a new process does.
  private func work(_ requests: Int) -> Never {
    // A worker without its parent would be ended by nobody. The parent may have gone before this was said.
    _ = rollcall_signal_when_parent_ends(SIGTERM)
    if getppid() != own { _exit(0) }
    _ = rollcall_schedule_without_preemption()
    Worker(of: program).run(requests: requests)
  }

  /// Waits for a signal: while workers end for a second, and before one is started for as long as that has to wait.
  private func next(of signals: sigset_t) -> Int32 {
    withUnsafePointer(to: signals) { signals in
      guard let rest = ending == nil ? delay.rest : 1000 else { return sigwaitinfo(signals, nil) }
      var time = timespec(tv_sec: Int(rest / 1000), tv_nsec: Int(rest % 1000) * 1_000_000)
      return sigtimedwait(signals, nil, &time)
    }
  }

  private func askWorkersToEnd(since ending: Int64) {
    let number = Monotonic.milliseconds - ending > Self.patience ? SIGKILL : SIGTERM
    for worker in workers.keys { kill(worker, number) }
  }

  /// Takes note of the workers that have ended.
  private mutating func bury() {
    var status: Int32 = 0
    while case let process = waitpid(-1, &status, WNOHANG), process > 0 {
      guard let start = workers.removeValue(forKey: process) else { continue }
      if status != 0, ending == nil { report(Self.fault(status)) }
      delay.note(isFault: status != 0, since: start)
    }
  }

  private static func fault(_ status: Int32) -> String {
    switch status & 0x7F {
    case 0: "A worker ended with status \(status >> 8 & 0xFF); another one takes its place."
    case SIGALRM: "A request took longer than \(Program.deadline) s and was broken off; another worker takes over."
    case let number: "A worker was ended by signal \(number); another one takes its place."
    }
  }

  /// No request is at hand, and so no web server's log: systemd keeps the standard error in its journal.
  private func report(_ line: String) { Output.report("\(program.name): \(line)") }
}

extension sigset_t {
  /// A set of these signals.
  init(of numbers: [Int32]) {
    self.init()
    sigemptyset(&self)
    for number in numbers { sigaddset(&self, number) }
  }
}
