/// One request on its way: a worker, processors, the gate, the database.
struct Request {
  /// What a visitor wants.
  enum Kind {
    case check, form, login, refusal, logout
  }

  private let kind: Kind
  private let run: Run
  private let host: WebHost
  private let start: Double

  init(_ kind: Kind, in run: Run, at host: WebHost) {
    self.kind = kind
    self.run = run
    self.host = host
    start = run.simulation.now
  }

  func go() {
    host.workers.enter {
      switch kind {
      case .check: check()
      case .form: compute(run.engine.form) { end() }
      case .login: logIn(run.engine.login)
      case .refusal: logIn(run.engine.refusal)
      case .logout: compute(run.engine.check) { write(run.engine.logout) }
      }
    }
  }

  private func check() {
    let isCGI = run.site.workers == 0
    compute(isCGI ? run.engine.checkAsCGI : run.engine.check) {
      run.database.read(run.engine.reading, from: host) {
        if run.chance.happens(run.load.touchShare) { write(run.engine.touch) } else { end() }
      }
    }
  }

  private func logIn(_ written: Figures.Write) {
    compute(run.engine.check) {
      let refuse = { end(isRefused: true) }
      host.gate.enter(patience: run.site.patience, orElse: refuse) {
        host.compute(run.hash) {
          host.gate.leave()
          write(written)
        }
      }
    }
  }

  private func write(_ written: Figures.Write) {
    run.database.write(written, from: host) { end(isRefused: !$0) }
  }

  /// Computes for so many milliseconds, and in the web server.
  private func compute(_ milliseconds: Double, then act: @escaping () -> Void) {
    host.compute((milliseconds + run.front) / 1000, then: act)
  }

  private func end(isRefused: Bool = false) {
    host.workers.leave()
    guard host.isUp else {
      run.outcome.lost += 1
      return
    }
    let second = Int(run.simulation.now)
    if isRefused { return run.outcome.refuse(second) }
    let wait = run.simulation.now - start
    switch kind {
    case .check: run.outcome.checks.add(wait)
    case .login: run.outcome.logins.add(wait)
    case .form, .refusal, .logout: break
    }
    run.outcome.answer(second, after: wait)
  }
}
