/// Whose failures an attempt counts towards: its account's and its network's.
struct ThrottleSubjects {
  let account: Throttle
  let network: Throttle
  /// Whether the account's failures count.
  private var countsAccount = true

  /// The same without the account's failures.
  var ofNetworkAlone: ThrottleSubjects {
    var subjects = self
    subjects.countsAccount = false
    return subjects
  }

  /// Fresh counters for an attempt on `login`, whether or not there is such a user.
  ///
  /// - Parameters:
  ///   - login: the name as typed.
  ///   - shown: the name as lists show it.
  ///   - user: the user; nil when there is none.
  ///   - device: the session that the browser once had as this user.
  ///   - address: where it comes from.
  ///   - isSimulated: whether an operator simulates it. That counts apart, under nobody's name: nobody real waits for it.
  ///   - key: what keeps mistyped names, which may be passwords, from being found in the database.
  init(
    login: String, shown: String, user: User?, device: SessionID?, address: IPAddress?,
    isSimulated: Bool = false, key: ServerKey
  ) {
    let network = address?.network
    let isKnownNetwork = network != nil && user?.lastLoginFrom?.network == network
    let throttles = key.derived(for: .throttle)
    func fresh(_ scope: Throttle.Scope, _ message: [UInt8], login: String, of user: User?, _ address: IPAddress?)
      -> Throttle
    {
      Throttle(
        subject: throttles.authenticate([scope.rawValue | (isSimulated ? 0x80 : 0)] + message), scope: scope,
        login: isSimulated && !login.isEmpty ? login + " (simulated)" : login, userID: isSimulated ? nil : user?.id,
        address: address, failures: 0, refused: 0, lastAt: .distantPast, until: .distantPast)
    }
    let name = Array((Login.key(for: login) ?? login).utf8)
    // Addresses and ids come first, all of one length, so no two of these are one message.
    if let device {
      account = fresh(.accountFromKnown, device.bytes + name, login: shown, of: user, network)
    } else if isKnownNetwork, let network {
      account = fresh(.accountFromKnown, network.bytes + name, login: shown, of: user, network)
    } else {
      account = fresh(.account, name, login: shown, of: user, nil)
    }
    // All who come from an address that cannot be read are counted as one.
    self.network = fresh(.address, (network ?? .unspecified).bytes, login: "", of: nil, network ?? .unspecified)
  }

  /// What a failure counts towards.
  var counting: [Throttle] { (countsAccount ? [account] : []) + [network] }

  /// What an attempt has to wait for. A user whom we know by where they come from, or by their browser, does not wait for
  /// what others do at the same address: many share one.
  var binding: [Throttle] { countsAccount && account.scope == .accountFromKnown ? [account] : counting }
}

extension IPAddress {
  /// The first address of the network that is counted as one: IPv6 by its first 64 bits, IPv4 whole.
  public var network: IPAddress {
    isIPv4 ? self : IPAddress(bytes: Array(bytes[..<8]) + [UInt8](repeating: 0, count: 8)) ?? self
  }
}
