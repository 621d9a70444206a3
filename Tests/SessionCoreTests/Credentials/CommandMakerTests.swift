import SessionCore
import Support
import Testing

/// Against Apache's htpasswd and Debian's mkpasswd, which is libxcrypt with the system's own habits.
@Suite struct CommandMakerTests {
  static let apache = Result {
    try HashMaker(
      "htpasswd",
      schemes: [
        "bcrypt": ["-niB", "-C", "4", "u"], "apr1": ["-nim", "u"], "ldap-sha": ["-nis", "u"],
        "sha256-crypt": ["-ni2", "-r", "1000", "u"], "sha512-crypt": ["-ni5", "-r", "1000", "u"],
      ], read: { String($0.dropFirst(2)) })
  }

  static let debian = Result {
    try HashMaker(
      "mkpasswd",
      schemes: [
        "yescrypt": ["-s", "-m", "yescrypt", "-R", "1"], "gost-yescrypt": ["-s", "-m", "gost-yescrypt", "-R", "1"],
        "bcrypt": ["-s", "-m", "bcrypt", "-R", "4"],
        "bcrypt-a": ["-s", "-m", "bcrypt-a", "-R", "4"], "sha256-crypt": ["-s", "-m", "sha256crypt", "-R", "1000"],
        "sha512-crypt": ["-s", "-m", "sha512crypt", "-R", "1000"], "md5-crypt": ["-s", "-m", "md5crypt"],
      ], read: { $0 })
  }

  @Test(
    "What htpasswd makes is right for its password alone",
    arguments: [
      ("bcrypt", false), ("apr1", true), ("ldap-sha", true), ("sha256-crypt", false), ("sha512-crypt", false),
    ]) func apache(scheme: String, isWeak: Bool) throws
  {
    try Self.apache.get().expectRight(for: scheme, isWeak: isWeak)
  }

  @Test(
    "What mkpasswd makes is right for its password alone",
    arguments: [
      ("yescrypt", false), ("gost-yescrypt", false), ("bcrypt", false),
      ("sha256-crypt", false), ("sha512-crypt", false), ("md5-crypt", true),
    ]) func debian(scheme: String, isWeak: Bool) throws
  {
    try Self.debian.get().expectRight(for: scheme, isWeak: isWeak)
  }

  @Test func `its scrypt, the cheapest of which is slow, is right for its password alone`() throws {
    let arguments = ["-s", "-m", "scrypt", "-R", "6"]
    try HashMaker("mkpasswd", schemes: ["scrypt-crypt": arguments], passwords: HashMaker.few) { $0 }
      .expectRight(for: "scrypt-crypt")
  }

  @Test func `the older letter of bcrypt is bcrypt too`() throws {
    try Self.debian.get().expectRight(for: "bcrypt-a", named: "bcrypt")
  }
}
