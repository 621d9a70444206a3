import Screen
import SessionCore

/// The console's views, by the key that opens them.
public enum ViewID: Character, Sendable, CaseIterable {
  /// Who is logged in.
  case sessions = "1"
  /// Who may log in.
  case users = "2"
  /// Who tried to log in, and what came of it.
  case attempts = "3"
  /// Who did what, to whom, when and why.
  case audit = "4"
  /// How many, over time and by what.
  case overview = "5"
  /// What a visitor's login does, step by step.
  case simulate = "6"
}

/// What does not change while the console is open.
public struct Setting: Equatable, Sendable {
  /// The database's name for people.
  public var database: String
  /// Whether nothing may be changed.
  public var isReadOnly: Bool
  /// Who acts.
  public var actor: Actor
  /// Which language the console speaks.
  public var language: Language
  /// The address of the login page; nil when it is not known.
  public var pageURL: String?
  /// A sample account to log in with, in a demonstration.
  public var sampleAccount: SampleAccount?
  /// Which key does what.
  public var keymap: Keymap
  /// What is settled about simulating.
  public var simulation = SimulationSetting()
  /// What tells this database from others; nil for nothing.
  public var banner: Banner?
  /// Whether the line is slow: then the cursor is a mark and not a row of another colour.
  public var isLowBandwidth: Bool
  /// What was typed in filters before.
  public var history: TypingHistory
  /// Whether the terminal tells of its mouse.
  public var hasMouse = true

  /// Makes a setting from its parts.
  public init(
    database: String, isReadOnly: Bool = false, actor: Actor, language: Language, pageURL: String? = nil,
    sampleAccount: SampleAccount? = nil, keymap: Keymap = .standard, history: TypingHistory = TypingHistory(),
    banner: Banner? = nil, isLowBandwidth: Bool = false
  ) {
    self.database = database
    self.isReadOnly = isReadOnly
    self.actor = actor
    self.language = language
    self.pageURL = pageURL
    self.sampleAccount = sampleAccount
    self.keymap = keymap
    self.banner = banner
    self.isLowBandwidth = isLowBandwidth
    self.history = history
  }
}

/// An account that everybody may know, because its database is thrown away.
public struct SampleAccount: Equatable, Sendable {
  /// The login.
  public var login: String
  /// The password.
  public var password: String

  /// Makes an account from its parts.
  public init(login: String, password: String) {
    self.login = login
    self.password = password
  }
}

/// A sentence for the line above the keys, until the next key.
public struct Notice: Equatable, Sendable {
  var text: Phrase
  var ink: Ink
}

/// The database does not answer: since when, and what it says.
public struct Trouble: Equatable, Sendable {
  var since: Timestamp
  var message: Phrase
  /// When to ask again.
  var retryAt: Timestamp
  /// How long to wait after the next failure.
  var wait: Interval
}

/// All that the console knows. Its picture is a function of it: ``render(_:)``.
public struct State: Equatable, Sendable {
  /// What does not change while the console is open.
  public internal(set) var setting: Setting
  /// The size of the console: the terminal's, without the lines that a walkthrough speaks in.
  public internal(set) var size: Size
  /// The moment that ages and countdowns are told by.
  public internal(set) var now: Timestamp
  /// The view that is shown.
  public internal(set) var view = ViewID.sessions
  /// The list of sessions.
  public internal(set) var sessions = ListState<Session>()
  /// The list of users.
  public internal(set) var users = ListState<UserListing>()
  /// The list of attempts to log in.
  public internal(set) var attempts = ListState<AttemptEntry>()
  /// Some of those who have to wait, the longest first.
  public internal(set) var waiting: [Throttle] = []
  /// The audit log.
  public internal(set) var audit = AuditState()
  /// The overview.
  public internal(set) var overview = OverviewState()
  /// How the lists beside the sessions' are sorted.
  var orders = ListOrders()
  /// By what sessions are sorted.
  public internal(set) var sort = SessionSort.lastSeen
  /// Whether the largest come first.
  public internal(set) var isDescending = true
  /// The simulate view.
  public internal(set) var simulation: Simulation
  /// The crowd that is simulated.
  var crowd = CrowdState()
  /// How many there are of what an administrator watches; nil until the first answer.
  public internal(set) var totals: Totals?
  /// What stands over the view.
  public internal(set) var overlay: Overlay?
  /// What the help stands over: it is there again when the help is closed.
  var underHelp: Overlay?
  /// What is said above the keys until the next key.
  public internal(set) var notice: Notice? { didSet { if notice == nil { serverNotice = nil } } }
  /// What is said beside it of the database's server: whoever has read the one has read the other.
  var serverNotice: Notice?
  /// What is looked for in the lists.
  var finding = Finding()
  /// What was typed before.
  var history: TypingHistory
  /// Whether the mouse is taken.
  var isMouseOn = false
  /// How many reminders were asked for.
  var reminders = 0
  /// What is marked in the lists.
  public internal(set) var marks = Marks()
  /// Since when the lists stand still; nil while they go on.
  var pause: Pause?
  /// What was done from here and can be taken back, the last at the end.
  var undoable: [UndoableAct] = []
  /// Whether one of them is being taken back.
  var isUndoing = false
  /// Why and since when the database does not answer; nil when it does.
  public internal(set) var trouble: Trouble?
  /// How the database's server stands; nil for a file, and until it is known.
  public internal(set) var server: ServerState?
  /// Since when its server has been waited for; nil while it answers as it should.
  var serverWaitedSince: Timestamp?
  /// How many lines a walkthrough speaks in.
  var panelHeight = 0
  /// The walkthrough that is shown; nil when the keys are the user's.
  public internal(set) var walk: Walk?
  /// The theme's name.
  public internal(set) var themeName: String
  /// The moment that the picture is of: see ``keepTime(after:)``.
  var shownAt: Timestamp

  /// The console as it opens: nothing is loaded yet.
  public init(setting: Setting, size: Size, now: Timestamp, themeName: String = "") {
    self.setting = setting
    self.size = size
    self.now = now
    self.shownAt = now
    self.themeName = themeName
    self.history = setting.history
    self.simulation = Simulation(account: setting.sampleAccount)
  }
}
