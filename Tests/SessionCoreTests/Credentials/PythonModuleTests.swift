import SessionCore
import Support
import Testing

/// Against argon2-cffi, bcrypt and hashlib, the modules that Python programs use without a framework.
@Suite struct PythonModuleTests {
  static let made = Result {
    // Debian's own: it has Debian's modules.
    try HashMaker("/usr/bin/python3", ["-c", script])
  }

  static let script = """
    import base64, hashlib, json, os, sys
    import bcrypt
    from argon2 import PasswordHasher, Type

    def argon2(kind, lanes=1, size=32):
        return PasswordHasher(time_cost=2, memory_cost=64, parallelism=lanes, hash_len=size, type=kind).hash

    def b64(data):
        return base64.b64encode(data).decode().rstrip('=')

    def pbkdf2(text):
        salt = os.urandom(16)
        return '$pbkdf2-sha256$i=1000,l=20$%s$%s' % (b64(salt), b64(hashlib.pbkdf2_hmac('sha256', text.encode(), salt, 1000, 20)))

    made = {
      'pbkdf2-sha256': pbkdf2, 'ldap-argon2id': lambda text: '{ARGON2}' + argon2(Type.ID)(text),
      'argon2id': argon2(Type.ID, size=16), 'argon2id lanes': argon2(Type.ID, lanes=4, size=16), 'argon2i': argon2(Type.I),
      'argon2d': argon2(Type.D), 'bcrypt': lambda text: bcrypt.hashpw(text.encode(), bcrypt.gensalt(4)).decode(),
    }
    passwords = json.load(sys.stdin)
    json.dump({name: [hash(text) for text in passwords] for name, hash in made.items()}, sys.stdout)
    """

  @Test(
    "A hash is right for its password alone",
    arguments: ["argon2id", "argon2i", "ldap-argon2id", "bcrypt", "pbkdf2-sha256"])
  func right(scheme: String) throws {
    try Self.made.get().expectRight(for: scheme)
  }

  @Test func `several lanes are computed one after the other`() throws {
    try Self.made.get().expectRight(for: "argon2id lanes", named: "argon2id")
  }

  @Test func `Argon2d is unknown, and never right`() throws {
    let hash = try #require(Self.made.get().hashes["argon2d"]?.first)
    #expect(throws: HashFormatError.unknown) { try StoredHash(reading: hash) }
    #expect(try PasswordHasher.cheap.verify(Password(HashMaker.passwords[0]), against: hash) == .wrong)
  }

  @Test func `the same characters by another keyboard are right for a hash of their NFC form`() throws {
    let index = try #require(HashMaker.passwords.firstIndex { $0.unicodeScalars.contains("\u{E9}") })
    for scheme in ["bcrypt", "argon2i", "pbkdf2-sha256"] {
      let hash = try #require(Self.made.get().hashes[scheme]?[index])
      #expect(try PasswordHasher.cheap.verify(Password("cafe\u{301} noir"), against: hash) == .rightNeedsRehash)
      #expect(try PasswordHasher.cheap.verify(Password("cafe noir"), against: hash) == .wrong)
    }
  }
}
