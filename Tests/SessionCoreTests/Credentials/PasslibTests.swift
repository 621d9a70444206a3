import SessionCore
import Support
import Testing

/// Against passlib, which has most schemes that anybody ever used.
@Suite struct PasslibTests {
  static let made = Result {
    // Debian's own: it has Debian's modules.
    try HashMaker("/usr/bin/python3", ["-c", script])
  }

  static let script = """
    import json, sys
    from passlib import hash as h
    made = {
      'md5-crypt': h.md5_crypt, 'apr1': h.apr_md5_crypt, 'bcrypt': h.bcrypt.using(rounds=4),
      'sha256-crypt': h.sha256_crypt.using(rounds=1000), 'sha512-crypt': h.sha512_crypt.using(rounds=5000),
      'phpass': h.phpass.using(rounds=7), 'phpass H': h.phpass.using(rounds=8, ident='H'),
      'ssha': h.ldap_salted_sha1, 'ldap-sha': h.ldap_sha1, 'smd5': h.ldap_salted_md5, 'ldap-md5': h.ldap_md5,
      'ssha256': h.ldap_salted_sha256, 'ssha512': h.ldap_salted_sha512, 'crypt': h.ldap_sha256_crypt.using(rounds=1000),
      'pbkdf2-sha1': h.pbkdf2_sha1.using(rounds=1000), 'pbkdf2-sha256': h.pbkdf2_sha256.using(rounds=1000),
      'pbkdf2-sha512': h.pbkdf2_sha512.using(rounds=1000), 'few rounds': h.pbkdf2_sha256.using(rounds=10),
      'scrypt': h.scrypt.using(rounds=4, block_size=8), 'mysql': h.mysql41,
      'md5': h.hex_md5, 'sha1': h.hex_sha1, 'sha256': h.hex_sha256, 'sha512': h.hex_sha512,
      'django-sha1': h.django_salted_sha1, 'django-md5': h.django_salted_md5,
    }
    passwords = json.load(sys.stdin)
    json.dump({name: [maker.hash(text) for text in passwords] for name, maker in made.items()}, sys.stdout)
    """

  @Test(
    "A hash that describes itself is right for its password alone",
    arguments: [
      ("bcrypt", false), ("sha256-crypt", false), ("sha512-crypt", false), ("pbkdf2-sha1", false),
      ("pbkdf2-sha256", false), ("pbkdf2-sha512", false), ("scrypt", false), ("md5-crypt", true), ("apr1", true),
      ("phpass", true), ("ssha", true), ("ldap-sha", true), ("smd5", true), ("ldap-md5", true), ("ssha256", true),
      ("ssha512", true), ("mysql", true), ("django-sha1", true), ("django-md5", true),
    ]) func described(scheme: String, isWeak: Bool) throws
  {
    try Self.made.get().expectRight(for: scheme, isWeak: isWeak)
  }

  @Test("A bare digest is, once it is said which")
  func bare() throws {
    for algorithm in DigestAlgorithm.allCases {
      try Self.made.get().expectRight(for: "\(algorithm)", isWeak: true) {
        try StoredHash(hexadecimal: $0, of: algorithm)
      }
      try Self.made.get().expectRight(for: "\(algorithm)", isWeak: true) {
        try StoredHash(hexadecimal: $0.uppercased(), of: algorithm)
      }
      let first = try #require(Self.made.get().hashes["\(algorithm)"]?.first)
      #expect(throws: HashFormatError.unknown) { try StoredHash(reading: first) }
    }
  }

  @Test func `other names of the same are known by one`() throws {
    try Self.made.get().expectRight(for: "phpass H", named: "phpass", isWeak: true)
    try Self.made.get().expectRight(for: "crypt", named: "sha256-crypt")
  }

  @Test func `too few rounds are as weak as none`() throws {
    try Self.made.get().expectRight(for: "few rounds", named: "pbkdf2-sha256", isWeak: true)
  }
}
