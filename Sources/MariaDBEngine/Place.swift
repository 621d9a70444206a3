import SessionCore

/// One place where a server listens.
enum Place: CustomStringConvertible {
  case tcp(MariaDBAddress.Host)
  case socket(String)

  /// The places of an address, in the order in which they are tried.
  static func all(of address: MariaDBAddress) -> [Place] {
    if let socket = address.socket { [.socket(socket)] } else { address.hosts.map(Place.tcp) }
  }

  /// As errors name it.
  var description: String {
    switch self {
    case .tcp(let host): host.description
    case .socket(let path): path
    }
  }
}
