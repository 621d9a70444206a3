import Screen
import SessionCore

/// A question before an act: what it would do, and why it is done.
public struct Confirm: Equatable, Sendable {
  /// What of the dialog takes the keys.
  public enum Focus: Equatable, Sendable {
    /// Who is added, being typed.
    case login
    /// The way out, chosen at first.
    case cancel
    /// Whether the operator's own sessions end too.
    case own
    /// The reason, being typed.
    case reason
    /// How many sessions end, being typed.
    case count
    /// The act.
    case act
  }

  /// The act.
  public private(set) var act: Act
  /// What it would do; nil while that is being found out, or where it ends nothing.
  public private(set) var preview: EndPreview?
  /// Who asks.
  let actor: Actor
  var login = LineEditor()
  var reason = LineEditor()
  var count = LineEditor()
  var focus = Focus.cancel
  /// Whether the operator's own sessions end as well.
  var endsOwn = false
  /// Whether the act is being done, to how many so far, and whether it was asked to stop.
  var isRunning = false
  var progress: Int?
  var isStopping = false
  /// The number to type, once typing has begun: it does not change under somebody's fingers.
  private var begunWith: Int?

  init(act: Act, actor: Actor) {
    self.act = act
    self.actor = actor
  }

  /// The key that confirms. Never the one that asked.
  public static let key = Character("e")
  /// The key that decides over the operator's own sessions.
  static let ownKey = Character("m")
  /// Above so many sessions or users their number is typed.
  public static let countedAbove = 100

  /// How the act is to be done.
  var order: Order {
    Order(
      act, reason: reason.text, endsOwn: endsOwn || act.ownGuard != .spares, asOf: preview?.at,
      lastUser: preview?.lastUser)
  }

  /// How many sessions, or users where no session ends, it would be done to; nil while that is not known.
  var affected: CappedCount? {
    guard var count = preview?.count else { return nil }
    if act.isOfUsersAlone { return preview?.users }
    if act.ownGuard == .spares, !endsOwn, let own = preview?.own { count.value = max(0, count.value - own.value) }
    return count
  }

  /// Of how many users they are. Of those that are left out, nothing else is known: then as if each were another's.
  var people: CappedCount? {
    guard var people = preview?.users else { return nil }
    if isSparing { people.value = max(1, people.value - own) }
    return people
  }

  /// Whether some of them are left because they are the operator's own.
  var isSparing: Bool { act.ownGuard == .spares && !endsOwn && own > 0 }

  /// Some of those that the act would be done to.
  var sample: [Session] {
    let mark = OwnMark(actor, countsSimulated: act.reachesByFilter)
    return (preview?.sample ?? []).filter { !isSparing || !mark.owns($0) }
  }

  /// How many of the operator's own sessions it is about.
  var own: Int { act.ownGuard == .none ? 0 : preview?.own.value ?? 0 }

  /// The number that has to be typed; nil for none.
  var number: Int? {
    begunWith ?? largest.flatMap { $0 > Self.countedAbove ? $0 : nil }
  }

  private var largest: Int? {
    guard let preview, let affected else { return nil }
    return act.isOfManyUsers ? max(affected.value, preview.users.value) : affected.value
  }

  /// Whether it is still being found out what it would do.
  var isCounting: Bool { act.isPreviewed && preview == nil }

  /// Whether all is known and typed that has to be before confirming.
  var isReady: Bool {
    !isRunning && !isCounting && ownIsMeant && loginIsGood
      && number.map { count.text == "\($0)" } ?? true
  }

  /// Whether nobody ends their own sessions without having said so.
  var ownIsMeant: Bool {
    guard own > 0, !endsOwn else { return true }
    // Where nothing but the operator's own is left, leaving that out would do nothing.
    return act.ownGuard == .spares && affected?.value != 0
  }

  private var loginIsGood: Bool { loginError == nil }

  /// What is wrong with the login that was typed.
  var loginError: LoginError? {
    guard case .addUser = act else { return nil }
    do {
      _ = try Login(login.text)
      return nil
    } catch { return error as? LoginError ?? .unprintable }
  }

  /// Takes what the act would do. What a filter selects is what it selected when it was first asked, as far as that is
  /// still there: nothing that came since is caught by a confirmation that was on its way.
  mutating func take(_ new: EndPreview) {
    if let preview, act.filterText != nil {
      guard act.isOfSessions ? new.at == preview.at : new.lastUser == preview.lastUser else { return }
    }
    preview = new
  }

  /// The act could not be done: it can be tried again.
  mutating func stopped() { (isRunning, isStopping, progress) = (false, false, nil) }

  mutating func setLogin() { if case .addUser = act { act = .addUser(login: login.text) } }

  /// Begins to type the number, or goes on.
  mutating func takeCount(_ key: Key) {
    if case .character = key, !key.isDigit { return }
    let asked = number
    guard count.take(key) else { return }
    begunWith = count.text.isEmpty ? nil : asked
  }
}

extension Act {
  /// Whether it is about users and ends no session.
  var isOfUsersAlone: Bool {
    switch self {
    case .users(.unlock, _), .users(.forgive, _): true
    default: false
    }
  }

  /// Whether it is about one user who is there already.
  var isOfOneUser: Bool {
    switch self {
    case .users(_, let scope): scope.isOne
    case .remove, .giveCode: true
    case .sessions, .endEverybody, .forgiveNetwork, .addUser: false
    }
  }

  /// Whether it is about sessions, and not about all of somebody's.
  var isOfSessions: Bool { if case .sessions = self { true } else { false } }

  /// Whether it is about more than one user.
  var isOfManyUsers: Bool { if case .users(_, let scope) = self { !scope.isOne } else { false } }
}

extension Key {
  var isDigit: Bool { if case .character("0"..."9") = self { true } else { false } }
}
