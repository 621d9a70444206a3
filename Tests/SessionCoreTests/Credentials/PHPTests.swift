import Foundation
import SessionCore
import Support
import Testing

/// Against PHP: `password_hash`, and the digests that pages made before there was one.
@Suite struct PHPTests {
  static let made = Result {
    let files = try TemporaryDirectory()
    try script.write(toFile: files.file("make.php"), atomically: false, encoding: .utf8)
    // Debian's php-cgi answers a request: its script is named by the environment, its output has no headers with -q.
    return try HashMaker("php-cgi", ["-q", "-d", "display_errors=stderr", files.file("make.php")])
  }

  static let script = #"""
    <?php
    $passwords = json_decode(file_get_contents("php://stdin"));
    $cheap = ["memory_cost" => 64, "time_cost" => 1, "threads" => 1];
    $salt = "s\$lt:'";
    echo json_encode([
      "bcrypt" => array_map(fn($p) => password_hash($p, PASSWORD_BCRYPT, ["cost" => 4]), $passwords),
      "argon2id" => array_map(fn($p) => password_hash($p, PASSWORD_ARGON2ID, $cheap), $passwords),
      "argon2i" => array_map(fn($p) => password_hash($p, PASSWORD_ARGON2I, $cheap), $passwords),
      "left" => array_map(fn($p) => md5($salt . $p), $passwords),
      "right" => array_map(fn($p) => hash("sha256", $p . $salt), $passwords),
      "none" => array_map(fn($p) => sha1($p), $passwords),
    ]);
    """#

  @Test("What password_hash makes is right for its password alone", arguments: ["bcrypt", "argon2i"])
  func right(scheme: String) throws {
    try Self.made.get().expectRight(for: scheme)
  }

  @Test func `its Argon2id is cheaper than ours, so it is hashed anew`() throws {
    let hasher = PasswordHasher(passes: 1, memory: 128 * 1024)
    for (password, hash) in zip(HashMaker.passwords, try #require(Self.made.get().hashes["argon2id"])) {
      #expect(try hasher.verify(Password(password), against: hash) == .rightNeedsRehash)
      #expect(try hasher.verify(Password(password + "x"), against: hash) == .wrong)
    }
  }

  @Test func `its Argon2id that is as good as ours stays, if its password is in NFC`() throws {
    for (password, hash) in zip(HashMaker.passwords, try #require(Self.made.get().hashes["argon2id"])) {
      let composed = password.unicodeScalars.elementsEqual(
        password.precomposedStringWithCanonicalMapping.unicodeScalars)
      let verdict = try PasswordHasher.cheap.verify(Password(password), against: hash)
      #expect(verdict == (composed ? .right : .rightNeedsRehash))
    }
  }

  @Test func `a digest with its salt on the one side or the other is right for its password alone`() throws {
    let salt = Array("s$lt:'".utf8)
    try Self.made.get().expectRight(for: "left", named: "salted-md5", isWeak: true) {
      try StoredHash(hexadecimal: $0, of: .md5, salt: .left(salt))
    }
    try Self.made.get().expectRight(for: "right", named: "salted-sha256", isWeak: true) {
      try StoredHash(hexadecimal: $0, of: .sha256, salt: .right(salt))
    }
    try Self.made.get().expectRight(for: "none", named: "sha1", isWeak: true) {
      try StoredHash(hexadecimal: $0, of: .sha1, salt: .left([]))
    }
  }
}
