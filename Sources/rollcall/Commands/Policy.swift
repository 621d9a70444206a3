import ArgumentParser
import SessionCore

struct Policy: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "How long sessions may live.", subcommands: [ShowPolicy.self, SetPolicy.self],
    defaultSubcommand: ShowPolicy.self)
}

extension Interval: ExpressibleByArgument {
  /// Reads a length such as `30m`.
  public init?(argument: String) { self.init(text: argument) }
}

struct ShowPolicy: ParsableCommand {
  /// The limits as a program reads them, in seconds.
  struct Limits: Encodable {
    let idle: Int64
    let absolute: Int64
  }

  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the limits.", discussion: "Example: rollcall policy show --json")

  @OptionGroup var options: DatabaseOptions
  @Flag(help: "Print a JSON object, in seconds.") var json = false

  func run() throws {
    let policy = try options.service().store.policy()
    Output.line(
      json
        ? try JSON.text(
          Limits(idle: policy.idle.milliseconds / 1000, absolute: policy.absolute.milliseconds / 1000))
        : "idle \(policy.idle.coarse)\nabsolute \(policy.absolute.coarse)")
  }
}

struct SetPolicy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set the limits, for sessions that are open already too.",
    discussion: "Example: rollcall policy set --idle 15m --absolute 8h")

  @OptionGroup var options: DatabaseOptions
  @Option(help: "How long a session lives without a request, such as 30m.") var idle: Interval?
  @Option(help: "How long a session lives at the most, such as 12h.") var absolute: Interval?

  func validate() throws {
    guard idle != nil || absolute != nil else { throw ValidationError("Give --idle, --absolute, or both.") }
  }

  func run() throws {
    let service = try options.service()
    let old = try service.store.policy()
    guard let policy = SessionPolicy(checkingIdle: idle ?? old.idle, absolute: absolute ?? old.absolute) else {
      throw CommandFailure(
        .refused,
        Phrase("Limits must be: 1m <= idle <= absolute <= 365d.", "时限必须满足：1m <= idle <= absolute <= 365d。"))
    }
    try service.setPolicy(policy, by: .operator)
    Narration.say(
      Phrase(
        "Sessions end after \(policy.idle.coarse) idle, \(policy.absolute.coarse) in all.",
        "会话空闲 \(policy.idle.coarse) 或总计 \(policy.absolute.coarse) 后结束。"))
  }
}
