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
