extension MariaDBAddress {
  /// The same database at each of its hosts alone, in their order: for who looks at one host after the other. Of a socket,
  /// itself.
  public var atEachHost: [MariaDBAddress] {
    guard socket == nil else { return [self] }
    return hosts.map { host in
      MariaDBAddress(
        user: user, hosts: [host], database: database, socket: nil, passwordFile: passwordFile, keyFile: keyFile,
        tls: tls, connectTimeout: connectTimeout, readTimeout: readTimeout)
    }
  }
}
