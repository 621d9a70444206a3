import SessionCore
import Support
import Testing

/// Against argon2-cffi and bcrypt, the modules that Python programs use without a framework.
@Suite struct PythonModuleTests {
  static let made = Result {
    // Debian's own: it has Debian's modules.
    try HashMaker("/usr/bin/python3", ["-c", script])
  }

  static let script = """
    import json, sys
    import bcrypt
    from argon2 import PasswordHasher, Type

    def argon2(kind, lanes=1, size=32):
        return PasswordHasher(time_cost=2, memory_cost=64, parallelism=lanes, hash_len=size, type=kind).hash

    made = {
      'argon2id': argon2(Type.ID, size=16), 'argon2id lanes': argon2(Type.ID, lanes=4, size=16), 'argon2i': argon2(Type.I),
      'argon2d': argon2(Type.D), 'bcrypt': lambda text: bcrypt.hashpw(text.encode(), bcrypt.gensalt(4)).decode(),
    }
    passwords = json.load(sys.stdin)
    json.dump({name: [hash(text) for text in passwords] for name, hash in made.items()}, sys.stdout)
    """

  @Test("A hash is right for its password alone", arguments: ["argon2id", "argon2i", "bcrypt"])
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
}
