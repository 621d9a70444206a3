import SessionCore

extension MoveRun {
  /// What is left to do, by hand or by running it again.
  func sayWhatNow() {
    switch report.stage {
    case .new, .copying, .closed:
      say(
        "Copied: \(report.copied). Logins go on; run it again without --copy-only for the rest.",
        "已复制 \(report.copied) 行。登录照常；去掉 --copy-only 再次运行即可完成其余部分。")
      if report.stage == .closed { sayThatItIsClosed() }
    case .equal:
      say(
        "The copy is equal. Logins rest until it is finished.",
        "副本一致。完成迁移之前登录暂停。")
      sayConfiguration()
      say(
        "2. Run: rollcall move --from \(from) --to \(to) --finish",
        "2. 运行：rollcall move --from \(from) --to \(to) --finish")
      say("Or give up: rollcall move --from \(from) --abandon", "或放弃迁移：rollcall move --from \(from) --abandon")
    case .retired: say("Run it again with --finish.", "请加上 --finish 再次运行。")
    case .done:
      say(
        "\(places.target.name) is in use now, and \(places.source.name) no longer.",
        "现已改用 \(places.target.name)，\(places.source.name) 已停用。")
      sayConfiguration()
    }
  }

  private func sayConfiguration() {
    say(
      "1. On every host, write this line into the configuration, and start FastCGI programs and consoles again: database = \(places.target.text)",
      "1. 在每台主机的配置中写入下面一行，并重新启动 FastCGI 程序和控制台：database = \(places.target.text)")
  }

  /// That logins rest, and how that ends.
  func sayThatItIsClosed() {
    say(
      "\(places.source.name) stays closed, and logins rest: run it again, or give up: rollcall move --from \(from) --abandon",
      "\(places.source.name) 仍不接受更改，登录暂停：请再次运行，或放弃迁移：rollcall move --from \(from) --abandon")
  }

  private var from: String { places.source.text.inShell }
  private var to: String { places.target.text.inShell }

  private func say(_ english: String, _ chinese: String) { Narration.say(Phrase(english, chinese)) }
}
