import Screen
import SessionCore

/// One thing that the console can do, in the one table from which the keys, the key bar, the help and the command line
/// are made. A new action is an entry in one of the files of `Table`, and a name here.
public struct Action: Sendable {
  /// Which action it is. The raw value is its name for configuration and for the command line.
  public enum ID: String, Sendable, CaseIterable {
    // Moving.
    case down, up, left, right, pageDown = "page-down", pageUp = "page-up", halfDown = "half-down", halfUp = "half-up"
    case first, last
    // Lists.
    case open, back, filter, find, findNext = "find-next", findPrevious = "find-previous"
    case sortNext = "sort-next", sortPrevious = "sort-previous", reverse, refresh
    // Acts on the database.
    case end, endAll = "end-all", endEverybody = "end-everybody", undo
    case forgive, forgiveNetwork = "forgive-network", lock, unlock, giveCode = "give-code", remove
    case extend, expire, addUser = "add-user", history
    // Marks.
    case mark, markRange = "mark-range", markAll = "mark-all", pause
    // The audit log.
    case verify
    // Simulate.
    case run, step, edit, scenario, crowd, endSimulated = "end-simulated", saveWalkthrough = "save-walkthrough"
    // Views.
    case sessions, users, attempts, audit, overview, simulate, nextView = "next-view"
    // The program.
    case copy, export, mouse, command, theme, redraw, suspend, help, quit
  }

  /// What an action does with the console's state, and what it then wants of the world.
  typealias Run = @Sendable (inout State) -> [Effect]
  /// Why an action cannot be done now; nil when it can.
  typealias Obstacle = @Sendable (State) -> Phrase?

  /// Which one.
  public let id: ID
  /// The keys that do it unless the configuration says others: ``Keymap`` knows.
  public let keys: [Key]
  /// The views in which it works; nil for all.
  public let views: Set<ViewID>?
  /// Whether it changes the database.
  public let isDangerous: Bool
  /// Its short name for the key bar; nil where it is not shown there.
  public let label: Phrase?
  /// What it does, for the help.
  public let help: Phrase
  let obstacle: Obstacle
  let run: Run

  init(
    _ id: ID, _ keys: [Key], in views: Set<ViewID>? = nil, dangerous: Bool = false, label: Phrase? = nil,
    _ help: Phrase, unless obstacle: @escaping Obstacle = { _ in nil }, _ run: @escaping Run
  ) {
    self.id = id
    self.keys = keys
    self.views = views
    self.isDangerous = dangerous
    self.label = label
    self.help = help
    self.obstacle = obstacle
    self.run = run
  }

  func works(in view: ViewID) -> Bool { views?.contains(view) ?? true }
}

extension Action {
  /// Every action, in the order in which the help and the key bar name them.
  public static let all: [Action] =
    opening + marking + ending + simulation + finding + searching + userActs + auditing + rareActs + moving
    + changingView + program

  /// The action of a name.
  static func of(_ id: ID) -> Action? { all.first { $0.id == id } }
}

extension Set<ViewID> {
  /// The views that are lists.
  static let lists: Set<ViewID> = [.sessions, .users, .attempts, .audit]
  /// Where the columns or the time that is looked at can be chosen.
  static let sorted: Set<ViewID> = lists.union([.overview])
  /// Where the rows are of users, or of what belongs to one.
  static let ofUsers: Set<ViewID> = [.sessions, .users]
}
