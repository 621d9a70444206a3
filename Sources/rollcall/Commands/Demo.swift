import ArgumentParser
import Console
import Glibc
import SessionCore

struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the console on a throw-away database of sample people.",
    discussion: """
      Nothing of it stays: the database is in a directory of its own below TMPDIR, which goes when the console is left. No
      database of yours is opened.

      A walkthrough shows something step by step, with captions: the Space bar goes on, b goes back a step, q leaves. Those
      that come with Rollcall are known by their names; docs/console.md says how to write one.

      Example: rollcall demo --walkthrough first-look
      """)

  @OptionGroup var look: ConsoleOptions
  @Option(help: ArgumentHelp("Show a walkthrough: its name, or its file.", valueName: "file")) var walkthrough: String?
  @Option(
    help: ArgumentHelp(
      "Serve the login page meanwhile: a command that finds the database in ROLLCALL_DATABASE and writes the page's address.",
      valueName: "command"))
  var page: String?
  @Flag(help: "Go from caption to caption without the Space bar.") var auto = false
  @Flag(help: "The same, as fast as it goes: to check a walkthrough.") var fast = false

  @Flag(help: "Record the times of a console that answers at once: the same in each recording. With --record.")
  var fixedTimes = false

  func validate() throws {
    // A walkthrough begins anew on another database.
    if page != nil, walkthrough != nil { throw ValidationError("Give either --page or --walkthrough.") }
    if fixedTimes, look.record == nil || walkthrough == nil {
      throw ValidationError("--fixed-times goes with --walkthrough and --record.")
    }
    if walkthrough != nil, look.linear {
      throw ValidationError("A walkthrough needs the whole screen: leave --linear or --walkthrough out.")
    }
    if walkthrough == nil, auto || fast { throw ValidationError("--auto and --fast go with --walkthrough.") }
  }

  func run() throws {
    // A login.cgi that ends before it has read its form must not end the console.
    signal(SIGPIPE, SIG_IGN)
    // Whoever ends this, and whenever: first the directory goes. Then the signal does what it does.
    HeldSignals.hold()
    defer { HeldSignals.release() }
    do { try show() } catch is HeldSignals.Asked { return }
  }

  private func show() throws {
    let configuration = try Configuration(environment: DatabaseOptions.environment)
    let theme = try look.theme(configuration)
    let language = look.language(configuration)
    let file = try walkthrough.map(WalkthroughPlaces.find)
    let script = try file.map(Show.read)
    try script.map(requireRoom)
    Self.forgetSettings(but: configuration[.loginCGI])
    let directory = try DemoDirectory()
    let database = DemoDatabase(in: directory)
    let scene = try script?.scene ?? DemoScene(text: DemoScene.standard)
    let renew = { @Sendable in try ConsoleStage(database.make(scene), language: language) }
    let show = script.map {
      Show(
        script: $0, file: file ?? "", pace: fast || fixedTimes ? .fast : auto ? .automatic : .guided,
        hasFixedTimes: fixedTimes, renew: renew)
    }
    try withExtendedLifetime(directory) {
      let options = try database.make(scene)
      try HeldSignals.check()
      let server = try page.map {
        try PageCommand($0, environment: [Configuration.Setting.database.variable: try options.address().text])
      }
      defer { server?.stop() }
      try look.open(ConsoleStage(options, language: language, pageURL: server?.address), in: theme, show: show)
    }
  }

  /// Nothing that is set for a site may be used, or changed, by a demonstration.
  private static func forgetSettings(but loginCGI: String?) {
    for setting in Configuration.Setting.all { unsetenv(setting.variable) }
    setenv(ConfigurationFile.variable, "/dev/null", 1)
    if let loginCGI { setenv(Configuration.Setting.loginCGI.variable, loginCGI, 1) }
    if let person = SamplePeople.all.first {
      setenv(Configuration.Setting.demo.variable, "\(person.login):\(person.password)", 1)
    }
  }

  private func requireRoom(_ script: Walkthrough) throws {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0,
      Int(size.ws_col) < script.size.columns || Int(size.ws_row) < script.size.rows
    else { return }
    throw CommandFailure(
      .refused,
      Phrase(
        "This walkthrough needs \(script.size.columns) columns and \(script.size.rows) lines: make the terminal larger.",
        "此演示需要 \(script.size.columns) 列、\(script.size.rows) 行：请放大终端。"))
  }
}
