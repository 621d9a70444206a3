/// Whose failures an attempt counts towards: its account's and its network's.
struct ThrottleSubjects {
  let account: Throttle
  let network: Throttle?

  /// Fresh counters for an attempt on `key`, the login's key, whether or not there is such a user.
  init(loginKey: String, shown: String, user: User?, address: IPAddress?, key: ServerKey) {
    let network = address?.network
    // Where the user last logged in from, the failures of strangers elsewhere do not count.
    let isKnown = network != nil && user?.lastLoginFrom?.network == network
    let scope: Throttle.Scope = isKnown ? .accountFromKnown : .account
    let throttles = key.derived(for: .throttle)
    func fresh(_ scope: Throttle.Scope, _ message: [UInt8], login: String, of user: User?, _ address: IPAddress?)
      -> Throttle
    {
      Throttle(
        subject: throttles.authenticate([scope.rawValue] + message), scope: scope, login: login, userID: user?.id,
        address: address, failures: 0, refused: 0, lastAt: .distantPast, until: .distantPast)
    }
    // The address comes first: its length is fixed, so no two of them are one message.
    account = fresh(
      scope, (isKnown ? network?.bytes ?? [] : []) + Array(loginKey.utf8), login: shown, of: user,
      isKnown ? network : nil)
    self.network = network.map { fresh(.address, $0.bytes, login: "", of: nil, $0) }
  }

  var all: [Throttle] { [account] + (network.map { [$0] } ?? []) }
}

extension IPAddress {
  /// The first address of the network that one person controls: IPv6 by its first 64 bits, IPv4 whole.
  public var network: IPAddress {
    isIPv4 ? self : IPAddress(bytes: Array(bytes[..<8]) + [UInt8](repeating: 0, count: 8)) ?? self
  }
}
