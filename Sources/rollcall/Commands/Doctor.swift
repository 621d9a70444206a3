import ArgumentParser
import Glibc
import Screen
import SessionCore

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at everything that the site needs, and say how to mend what is wrong.",
    discussion: """
      Changes nothing. The exit status is 5 when something was found.

      Example: rollcall doctor --web-user www-data --document-root /srv/www
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(help: "Who runs login.cgi; unless given, who owns the database, or the key file of one on MariaDB.")
  var webUser: String?
  @Option(help: ArgumentHelp("A directory that the web server hands out, beside /var/www.", valueName: "path"))
  var documentRoot: [String] = []
  @Flag(help: "Read a database through that is larger than 1 GB as well.") var deep = false
  @Option(
    help: """
      Whom the account of a server's address is for: web or administrator. Unless given, web where the configuration file \
      has the address, which login.cgi uses then; else what its rights suit.
      """)
  var role: AccountRole?
  @OptionGroup var format: OutputFormat

  func run() throws {
    let configuration = configurationFinding()
    let findings = [configuration] + (configuration.severity == .ok ? try examination().findings() : [])
    if format.isForPeople {
      try show(findings)
    } else {
      var table = TableWriter(Column.findings(Narration.language), format)
      for finding in findings { try table.add(finding) }
      try table.finish()
    }
    let found = findings.count { $0.severity > .ok }
    guard found == 0 else {
      throw CommandFailure(.findings, Phrase("Found \(found) to look at.", "发现 \(found) 处需要处理。"))
    }
    Narration.say(Phrase("All is well.", "一切正常。"))
  }

  /// What is wrong with the configuration file. Without it nothing else can be looked at: which database is not known.
  private func configurationFinding() -> Finding {
    let check = "configuration"
    do throws(ConfigurationError) {
      guard let file = try options.configuration().file else {
        return .ok(check, "There is no configuration file, and none is needed.", "没有配置文件，也并非必需。")
      }
      _ = try file.keymap()
      return .ok(
        check, "\(file.path) can be used: \(file.entries.count + file.keys.count) set.",
        "\(file.path) 可用：设置了 \(file.entries.count + file.keys.count) 项。")
    } catch {
      return Finding(check: check, severity: .problem, sentence: error.phrase, mend: error.mend)
    }
  }

  private func examination() throws -> Examination {
    let configuration = try options.configuration()
    let account = try webUser.map { name in
      guard let account = Account(named: name) else {
        throw CommandFailure(.usage, Phrase("There is no system account \(name).", "系统中没有账户 \(name)。"))
      }
      return account
    }
    return Examination(
      database: try options.address(), key: try options.keyPath(), webUser: account,
      loginCGI: try configuration[.loginCGI] ?? LoginProgram.besideThis(options.address().text),
      pepper: configuration[.pepper], blocklist: configuration[.blocklist], gate: try options.gate().path,
      documentRoots: ["/var/www"] + documentRoot, isDeep: deep, role: role ?? roleByFile(configuration),
      now: Clock.system.now())
  }

  /// What stands in the file is what login.cgi uses.
  private func roleByFile(_ configuration: Configuration) -> AccountRole? {
    if case .file? = configuration.value(of: .database, option: options.database)?.source { .web } else { nil }
  }

  /// A line for each, and below it what mends it: a command is never cut.
  private func show(_ findings: [Finding]) throws {
    let output = DataOutput()
    let colours = Colours.standardOutput
    let language = Narration.language
    for finding in findings {
      let word = colours.painted(SafeText.fit(finding.severity.rawValue, 7), Style(finding.severity.ink))
      try output.write("\(word)  \(SafeText.safe(finding.sentence(language)))\n")
      if let mend = finding.mend { try output.write("         \(SafeText.safe(mend))\n") }
    }
    try output.flush()
  }
}
