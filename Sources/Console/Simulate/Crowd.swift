import SessionCore

/// Who a crowd is made of.
public enum CrowdPeople: Equatable, Sendable {
  /// The one account of the fields.
  case one
  /// So many sample people that come with Rollcall.
  case samples(Int)
  /// The users of a sample database, with the password of the fields: they share one.
  case users
  /// So many accounts of a file of this name.
  case file(String, Int)
}

/// A crowd that is wanted.
public struct CrowdWish: Equatable, Sendable {
  /// How many visitors it has.
  public var visitors: Int
  /// How many requests they make together in ten seconds.
  public var requestsInTenSeconds: Int
  /// What decides who does what, from where and with which client.
  public var seed: UInt64
  /// The login of those who have no other account.
  public var login: String
  /// Their password. It goes to login.cgi and nowhere else.
  public var password: String

  /// Makes a wish from its parts.
  public init(
    visitors: Int = 40, requestsInTenSeconds: Int = 40, seed: UInt64 = 7, login: String = "", password: String = ""
  ) {
    self.visitors = visitors
    self.requestsInTenSeconds = requestsInTenSeconds
    self.seed = seed
    self.login = login
    self.password = password
  }

  /// How many visitors a crowd may have.
  public static let visitorsRange = 1...1000
  /// How many requests it may make in ten seconds: login.cgi is a process for each.
  public static let rateRange = 1...500
}

/// What a crowd has done so far.
public struct CrowdReport: Equatable, Sendable {
  /// How many visitors it has.
  public var visitors = 0
  /// How many of them are logged in.
  public var present = 0
  /// Logins that succeeded.
  public var logins = 0
  /// Pages that asked who is there, and were told.
  public var visits = 0
  /// Logouts.
  public var logouts = 0
  /// Answers that let nobody in: a session that was ended, another password.
  public var refused = 0
  /// Answers that something does not work.
  public var failed = 0
  /// Requests that were left out because all processes were busy.
  public var late = 0
  /// What half of the last logins did not take longer than, in milliseconds; nil for none.
  public var loginMilliseconds: Int64?
  /// Requests in each of the last seconds, the newest last.
  public var recent: [Int] = []
  /// How long it has been there, in seconds.
  public var seconds = 0

  /// Nothing yet.
  public init() {}

  /// All requests that were answered as asked.
  public var done: Int { logins + visits + logouts }
}

/// The crowd as the console knows it.
public struct CrowdState: Equatable, Sendable {
  /// What was wanted, without a password; nil while there is no crowd.
  var wish: CrowdWish?
  /// What was wanted last.
  var last = CrowdWish()
  /// What it has done.
  var report = CrowdReport()
  /// Whether it was told to leave, and has not left.
  var isLeaving = false
}
