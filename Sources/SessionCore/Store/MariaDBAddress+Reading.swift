extension MariaDBAddress {
  /// Longer than any address that is meant.
  private static let longest = 4096
  /// More than any cluster has.
  private static let mostHosts = 16

  /// Reads an address.
  ///
  /// - Throws: ``StoreError``, which says what is wrong and shows nothing of it: a part may be a password, wherever
  ///   somebody has put it.
  public init(_ text: String) throws(StoreError) {
    guard text.hasPrefix(Self.scheme) else { throw Self.error("it begins with \(Self.scheme)") }
    guard text.utf8.count <= Self.longest else { throw Self.error("it is longer than \(Self.longest) bytes") }
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
      throw Self.error("there is a control character in it")
    }
    let rest = text.dropFirst(Self.scheme.count)
    // The first @: what stands before it is the account, and what a password may hold must not be taken for a host.
    guard let at = rest.firstIndex(of: "@") else {
      throw Self.error("it names no account: write mariadb://USER@HOST/DATABASE")
    }
    let account = rest[..<at]
    guard !account.contains(":") else { throw Self.passwordInside }
    guard let user = PercentEncoding.decoded(account), !user.isEmpty, !account.contains("/"), !account.contains("?")
    else { throw Self.error("the account before the @ is none: percent-encode what is no letter or digit in it") }
    let parts = rest[rest.index(after: at)...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let place = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    guard !parts[0].contains("@") else { throw Self.error("there is a second @ before the database") }
    guard place.count == 2, let database = PercentEncoding.decoded(place[1]), !database.isEmpty,
      database.unicodeScalars.count <= 64
    else { throw Self.error("after the hosts stand a / and the database's name, of up to 64 characters") }
    let parameters = try Parameters(parts: parts)
    self.user = user
    self.database = database
    socket = try parameters.path(.socket)
    hosts = try socket == nil ? Self.hosts(place[0]) : Self.noHosts(place[0])
    passwordFile = try parameters.path(.passwordFile)
    keyFile = try parameters.path(.keyFile)
    tls = try parameters.tls(isLocal: hosts.allSatisfy(\.isLoopback))
    connectTimeout = try parameters.seconds(.connectTimeout, Self.connectTimeouts)
    readTimeout = try parameters.seconds(.readTimeout, Self.readTimeouts)
  }

  /// A socket is on this machine: no host, or its own name.
  private static func noHosts(_ text: Substring) throws(StoreError) -> [Host] {
    guard text.isEmpty || text == "localhost" else {
      throw error("a socket is on this machine: name no host, or localhost without a port")
    }
    return []
  }

  private static func hosts(_ text: Substring) throws(StoreError) -> [Host] {
    var hosts: [Host] = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard !item.isEmpty else { throw error("after the @ stands a host, or several with commas between them") }
      guard hosts.count < mostHosts else { throw error("it names more than \(mostHosts) hosts") }
      guard let host = Host(item) else {
        throw error(
          "host \(hosts.count + 1) is none: write a name or an address, IPv6 in brackets, then perhaps : and a port")
      }
      guard !hosts.contains(host) else { throw error("host \(hosts.count + 1) is there already") }
      hosts.append(host)
    }
    return hosts
  }

  static func error(_ detail: String) -> StoreError {
    StoreError(.address, database: scheme + "…", detail: detail)
  }

  /// A password does not belong there.
  static var passwordInside: StoreError {
    error(
      """
      there is a password in it, which others could read: put the password into a file of mode 0600 and name that by \
      password-file=PATH, or set ROLLCALL_DATABASE_PASSWORD
      """)
  }
}

extension MariaDBAddress.Parameters {
  fileprivate init(parts: [Substring]) throws(StoreError) {
    if parts.count == 2 { try self.init(parts[1]) } else { self.init() }
  }
}

extension MariaDBAddress.Host {
  /// Reads `HOST`, `HOST:PORT`, `[IPv6]` or `[IPv6]:PORT`; nil for anything else.
  fileprivate init?(_ text: Substring) {
    var (name, port) = (text, Substring?.none)
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      let after = text[text.index(after: end)...]
      guard after.isEmpty || after.hasPrefix(":") else { return nil }
      name = text[text.index(after: text.startIndex)..<end]
      port = after.isEmpty ? nil : after.dropFirst()
      guard let address = IPAddress(text: String(name)), !address.isIPv4 else { return nil }
      self.name = address.description
    } else {
      if let colon = text.firstIndex(of: ":") {
        name = text[..<colon]
        port = text[text.index(after: colon)...]
      }
      guard Self.isName(name) else { return nil }
      self.name = name.lowercased()
    }
    guard let port else {
      self.port = Self.standardPort
      return
    }
    guard (1...5).contains(port.utf8.count), port.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(port), (1...65_535).contains(number)
    else { return nil }
    self.port = number
  }

  /// Whether it can be a host's name (RFC 1123, section 2.1; containers have underscores as well), or an IPv4 address.
  private static func isName(_ name: Substring) -> Bool {
    guard (1...253).contains(name.utf8.count), !name.hasPrefix("-"), !name.hasPrefix(".") else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
      default: false
      }
    }
  }
}
