extension MariaDBAddress {
  /// The same address, where an answer may take longer.
  ///
  /// - Parameter seconds: how long at least, in seconds.
  /// - Returns: the address.
  public func answering(within seconds: Int) -> MariaDBAddress {
    var address = self
    address.readTimeout = max(readTimeout, seconds)
    return address
  }
}

extension DatabaseAddress {
  /// The same address, where a server's answer may take at least so many seconds.
  public func answering(within seconds: Int) -> DatabaseAddress {
    guard case .mariadb(let address) = self else { return self }
    return .mariadb(address.answering(within: seconds))
  }
}
