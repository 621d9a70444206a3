/// What users do.
struct Load {
  var users: Double
  /// How many of them log in a day, once each.
  var active = 1.0
  /// The busiest minutes beside the day's mean.
  var peak = 5.0
  /// Wrong passwords for each login.
  var wrong = 0.1
  /// Logouts for each login; the other sessions expire.
  var logouts = 0.3
  /// Checks for each login.
  var checks = 50.0
  /// How many of those note that the session was seen: a visit of 15 minutes, once in 90 seconds at the most.
  var touches = 10.0

  static let day = 86_400.0
  /// Hardly anything but checks.
  static var checksOnly: Load {
    var load = Load(users: 1)
    (load.checks, load.touches, load.wrong, load.logouts) = (100_000, 20_000, 0, 0)
    return load
  }
  /// Nothing but logins, and the form that each begins with.
  static var loginsOnly: Load {
    var load = Load(users: 1)
    (load.checks, load.touches, load.wrong, load.logouts) = (0, 0, 0, 0)
    return load
  }

  init(users: Double) { self.users = users }

  /// The same for so many users that they log in so often a second at the peak.
  init(_ shape: Load, loginsPerSecond rate: Double) {
    self = shape
    users = rate * Self.day / (active * peak)
  }

  /// Logins a second at the peak.
  var loginRate: Double { users * active / Self.day * peak }
  var checkRate: Double { loginRate * checks }
  /// Which share of the checks notes that the session was seen.
  var touchShare: Double { checks > 0 ? touches / checks : 0 }
  /// Transactions that add to the audit log, a second.
  var auditRate: Double { loginRate * (1 + logouts) }
  /// All requests a second: a login is two, of which the form is counted as a check.
  var rate: Double { loginRate * (1 + wrong + logouts) + checkRate + formRate }
  /// Login forms a second.
  var formRate: Double { loginRate * (1 + wrong) }
}
