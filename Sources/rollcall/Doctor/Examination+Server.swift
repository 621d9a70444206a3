import SessionCore

extension Examination {
  /// The file with the password for a server; nil for none.
  var passwordFile: String? { if case .mariadb(let address) = database { address.passwordFile } else { nil } }

  /// What the way to a server needs here: password, certificates.
  func serverFindings(_ address: MariaDBAddress) -> [Finding] {
    var findings: [Finding] = []
    if let path = address.passwordFile {
      findings.append(reading("password-file", path, isSecret: true))
    } else if address.socket == nil, DatabaseOptions.environment(MariaDBAddress.passwordVariable) == nil {
      findings.append(
        .warning(
          "password-file", "No password is named for \(address.name): add password-file=PATH to the address.",
          "没有为 \(address.name) 指定密码：请在地址中添加 password-file=路径。"))
    }
    if let path = address.tls.authorities { findings.append(reading("tls-ca", path, isSecret: false)) }
    if address.tls == .off, address.socket == nil, !address.hosts.allSatisfy(\.isLoopback) {
      findings.append(
        .warning(
          "tls", "The way to \(address.name) is open: who is on it reads every login. Take tls=off out of the address.",
          "到 \(address.name) 的连接未加密：途中任何人都能读到每次登录。请从地址中去掉 tls=off。"))
    }
    return findings
  }
}
