import Foundation

/// Certificates for a test's server, of authorities that nobody else knows.
public enum Certificates {
  /// Makes an authority `ca.pem`, another one `other.pem` that signs nothing, and the server's `cert.pem` and `key.pem` for
  /// one address.
  ///
  /// - Parameters:
  ///   - path: the directory.
  ///   - address: the server's, which its certificate is for.
  /// - Throws: ``ChildProgram/Failure`` when openssl does not do it.
  public static func make(in path: String, for address: String = "127.0.0.1") throws {
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    for name in ["ca", "other"] {
      try openssl(
        ["req", "-x509", "-days", "2", "-subj", "/CN=\(name)"] + key + [
          "-keyout", "\(path)/\(name)-key.pem", "-out", "\(path)/\(name).pem",
        ])
    }
    try openssl(
      ["req", "-subj", "/CN=\(address)"] + key + ["-keyout", "\(path)/key.pem", "-out", "\(path)/request.pem"])
    try "subjectAltName=IP:\(address)\n".write(toFile: path + "/names", atomically: true, encoding: .utf8)
    try openssl([
      "x509", "-req", "-days", "2", "-in", "\(path)/request.pem", "-CA", "\(path)/ca.pem", "-CAkey",
      "\(path)/ca-key.pem",
      "-CAcreateserial", "-extfile", "\(path)/names", "-out", "\(path)/cert.pem",
    ])
    // The server may run as another user.
    for name in ["key.pem", "cert.pem", "ca.pem", "other.pem"] { chmod(path + "/" + name, 0o644) }
  }

  private static func openssl(_ arguments: [String]) throws {
    let result = try ChildProgram.run("openssl", arguments)
    guard result.status == 0 else { throw ChildProgram.Failure(result.errors) }
  }
}
