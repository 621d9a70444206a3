extension MariaDBAddress {
  /// What may stand after the `?`.
  enum Parameter: String, CaseIterable {
    case passwordFile = "password-file"
    case keyFile = "key-file"
    case tls
    case tlsCA = "tls-ca"
    case socket
    case connectTimeout = "connect-timeout"
    case readTimeout = "read-timeout"
  }

  /// How long connecting may take, in seconds: what may be set, and what holds when nothing is.
  static let connectTimeouts = (range: 1...60, standard: 3)
  /// How long an answer may take, in seconds.
  static let readTimeouts = (range: 1...300, standard: 5)

  /// The parameters of an address, each of them known, given once, and of a kind that it may be.
  struct Parameters {
    private var values: [Parameter: String] = [:]

    /// None.
    init() {}

    init(_ query: Substring) throws(StoreError) {
      for item in query.split(separator: "&", omittingEmptySubsequences: false) {
        let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
          throw MariaDBAddress.error("after the ? stand parameters as name=value, with & between them")
        }
        guard let parameter = Parameter(rawValue: String(parts[0])) else { throw Self.unknown(String(parts[0])) }
        guard values[parameter] == nil else {
          throw MariaDBAddress.error("the parameter \(parameter.rawValue) is there twice")
        }
        guard let value = PercentEncoding.decoded(parts[1]), !value.isEmpty else {
          throw MariaDBAddress.error("the parameter \(parameter.rawValue) has no value that it may have")
        }
        values[parameter] = value
      }
    }

    /// A name that is not known may be a part of a password that was not encoded: what was meant is shown, and not what
    /// was written.
    private static func unknown(_ name: String) -> StoreError {
      if ["password", "passwd", "pass", "pwd"].contains(name.lowercased()) { return MariaDBAddress.passwordInside }
      let known = Parameter.allCases.map(\.rawValue)
      guard let near = nearest(to: name, in: known) else {
        return MariaDBAddress.error("there is a parameter that is not known: it has \(known.joined(separator: ", "))")
      }
      return MariaDBAddress.error("there is a parameter that is not known: did you mean \(near)?")
    }

    /// The value of a parameter; nil where it is not given.
    subscript(parameter: Parameter) -> String? { values[parameter] }

    /// The path that a parameter gives; nil where it is not given.
    func path(_ parameter: Parameter) throws(StoreError) -> String? {
      guard let value = values[parameter] else { return nil }
      guard value.hasPrefix("/") else {
        throw MariaDBAddress.error("\(parameter.rawValue) must be a whole path, from / on")
      }
      return value
    }

    /// The seconds that a parameter gives.
    func seconds(_ parameter: Parameter, _ limits: (range: ClosedRange<Int>, standard: Int)) throws(StoreError) -> Int {
      guard let value = values[parameter] else { return limits.standard }
      guard value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(value),
        limits.range.contains(number)
      else {
        let (least, most) = (limits.range.lowerBound, limits.range.upperBound)
        throw MariaDBAddress.error("\(parameter.rawValue) is a number of seconds from \(least) to \(most)")
      }
      return number
    }

    /// How the way is protected: TLS is on unless nothing leaves this machine, or `tls=off` is said.
    func tls(isLocal: Bool) throws(StoreError) -> TLS {
      let authorities = try path(.tlsCA)
      let isWished: Bool? =
        switch values[.tls] {
        case nil: nil
        case "on": true
        case "off": false
        default: throw MariaDBAddress.error("tls is on or off")
        }
      guard values[.socket] == nil || isWished != true && authorities == nil else {
        throw MariaDBAddress.error("a socket needs no TLS: leave tls and tls-ca out")
      }
      guard isWished != false || authorities == nil else {
        throw MariaDBAddress.error("tls=off and tls-ca contradict each other")
      }
      return isWished ?? (authorities != nil || !isLocal) ? .required(authorities: authorities) : .off
    }
  }
}
