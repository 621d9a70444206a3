/// Where a database on MariaDB is, and how to get there:
/// `mariadb://rollcall@db1,db2:3307/rollcall?password-file=/etc/rollcall/password&key-file=/etc/rollcall/key`.
///
/// User, database and the parameters' values may be percent-encoded (RFC 3986, section 2.1). A password never stands in
/// it: addresses end up in process lists, logs and error texts.
public struct MariaDBAddress: Hashable, Sendable {
  /// The account on the server.
  public let user: String
  /// The hosts, in the order in which they are tried. Empty where a socket is named.
  public let hosts: [Host]
  /// The database's name on the server.
  public let database: String
  /// The server's socket on this machine; nil to connect by TCP.
  public let socket: String?
  /// The file with the account's password; nil for none.
  public let passwordFile: String?
  /// The key file; nil where the operator names it elsewhere.
  public let keyFile: String?
  /// How the way there is protected.
  public let tls: TLS
  /// How long connecting to one host may take, in seconds.
  public let connectTimeout: Int
  /// How long one answer may take, and one question may take to be sent, in seconds.
  public internal(set) var readTimeout: Int

  /// What every such address begins with.
  static let scheme = "mariadb://"
}

extension MariaDBAddress {
  /// One server of a database.
  public struct Host: Hashable, Sendable, CustomStringConvertible {
    /// Its name, or its address without the brackets of IPv6.
    public let name: String
    /// Its port.
    public let port: Int

    /// MariaDB's port, where none is given.
    public static let standardPort = 3306

    /// Whether it is this machine itself.
    public var isLoopback: Bool { name == "localhost" || IPAddress(text: name)?.isLoopback ?? false }

    /// As addresses have it: `db1`, `db1:3307`, `[::1]:3307`.
    public var description: String {
      (name.utf8.contains(UInt8(ascii: ":")) ? "[\(name)]" : name) + (port == Self.standardPort ? "" : ":\(port)")
    }
  }

  /// How the way to the servers is protected.
  public enum TLS: Hashable, Sendable {
    /// Not at all: nothing leaves this machine, or the operator has said `tls=off`.
    case off
    /// By TLS, with the server's certificate and name always checked: against the certificates in a file, or against
    /// the system's.
    case required(authorities: String?)

    /// The file of certificates that the server's is checked against; nil for the system's, or for none.
    public var authorities: String? {
      if case .required(let authorities) = self { authorities } else { nil }
    }
  }
}

extension MariaDBAddress: CustomStringConvertible {
  /// The address as messages name it: account, hosts and database.
  public var name: String {
    let place = socket == nil ? hosts.map(\.description).joined(separator: ",") : "localhost"
    return "\(Self.scheme)\(PercentEncoding.encoded(user))@\(place)/\(PercentEncoding.encoded(database))"
  }

  /// The address whole, in its one form: what ``init(_:)`` reads again as the same. There is no secret in it.
  public var description: String {
    var items: [(Parameter, String)] = []
    if let passwordFile { items.append((.passwordFile, passwordFile)) }
    if let keyFile { items.append((.keyFile, keyFile)) }
    if let socket { items.append((.socket, socket)) }
    switch tls {
    case .required(let authorities?): items.append((.tlsCA, authorities))
    case .required(nil): if isLocal { items.append((.tls, "on")) }
    case .off: if !isLocal { items.append((.tls, "off")) }
    }
    if connectTimeout != Self.connectTimeouts.standard { items.append((.connectTimeout, String(connectTimeout))) }
    if readTimeout != Self.readTimeouts.standard { items.append((.readTimeout, String(readTimeout))) }
    let query = items.map { "\($0.rawValue)=\(PercentEncoding.encoded($1, isPath: true))" }.joined(separator: "&")
    return name + (query.isEmpty ? "" : "?" + query)
  }

  /// Whether nothing leaves this machine.
  var isLocal: Bool { socket != nil || hosts.allSatisfy(\.isLoopback) }
}
