import Foundation
import SessionCore
import Support
import Testing

/// Hashes of the sample passwords by a tool that nobody here wrote, by the scheme's name.
struct HashMaker {
  /// Short, long and at the bounds of MD5's blocks and of bcrypt; other scripts; all that a shell or a parser may stumble
  /// over; characters that NFC would change.
  static let passwords = [
    "correct horse battery staple", "x", " leading and trailing space ", "$6$rounds=1000$a:b:{SHA}c$",
    "\"double\" 'single' `back` \\n %41 <tag> &amp; #1;", "正确的马 电池 订书钉", "пароль с пробелами", "cafe\u{301} au lait",
    "caf\u{E9} noir",
    "fifteen letters", "sixteen letters!", "seventeen letters",
    String("0123456789abcdef".dropLast() + "ABCDEFGHIJKLMNOPQ"),
    String(repeating: "seventy-two", count: 6) + "bytes!", String(repeating: "eighty bytes ok ", count: 5),
    String(repeating: "one hundred and more bytes ", count: 5),
  ]

  /// A few of them, for a scheme that cannot be made cheap.
  static let few = Array(passwords.prefix(3))

  /// The hashes of each scheme, in the order of the passwords; where hashing is slow, of the first of them only.
  let hashes: [String: [String]]

  /// Runs a program once: it reads the passwords as a JSON array and writes an object, a scheme's hashes by its name.
  init(_ program: String, _ arguments: [String]) throws {
    let input = try JSONEncoder().encode(Self.passwords)
    let result = try ChildProgram.run(program, arguments, environment: ["PYTHONHASHSEED": "0"], input: Array(input))
    guard result.status == 0 else { throw ChildProgram.Failure("\(program): \(result.errors)") }
    hashes = try JSONDecoder().decode([String: [String]].self, from: Data(result.output.utf8))
  }

  /// Runs a program for each scheme and password; the password is a line on its standard input.
  init(
    _ program: String, schemes: [String: [String]], passwords: [String] = passwords, read: (String) -> String
  ) throws {
    hashes = try schemes.mapValues { arguments in
      try passwords.map { password in
        let result = try ChildProgram.run(program, arguments, input: Array((password + "\n").utf8))
        guard result.status == 0 else { throw ChildProgram.Failure("\(program): \(result.errors)") }
        return read(result.output.trimmingCharacters(in: .newlines))
      }
    }
  }

  /// Expects that the right passwords, and no others, are right for the hashes of one scheme.
  func expectRight(
    for scheme: String, named name: String? = nil, isWeak: Bool = false,
    reading read: (String) throws -> StoredHash = { try StoredHash(reading: $0) },
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let made = try #require(hashes[scheme], sourceLocation: sourceLocation)
    try #require(made.count == Self.passwords.count || made.count == Self.few.count, sourceLocation: sourceLocation)
    for (password, hash) in zip(Self.passwords, made) {
      let stored = try read(hash)
      #expect(stored.scheme == name ?? scheme, sourceLocation: sourceLocation)
      #expect(stored.isWeak == isWeak, sourceLocation: sourceLocation)
      let text = stored.text
      let right = try PasswordHasher.cheap.verify(Password(password), against: text)
      #expect(right == .rightNeedsRehash, "\(scheme): \(password)", sourceLocation: sourceLocation)
      for wrong in Self.wrong(password, isBcrypt: name ?? scheme == "bcrypt" || scheme == "django-bcrypt") {
        let verdict = try PasswordHasher.cheap.verify(Password(wrong), against: text)
        #expect(verdict == .wrong, "\(scheme): \(wrong) for \(password)", sourceLocation: sourceLocation)
      }
    }
    try expectSturdy(try read(try #require(made.first)), sourceLocation)
  }

  /// Near misses: another first or last character, one fewer, one more, a NUL and more.
  private static func wrong(_ password: String, isBcrypt: Bool) -> [String] {
    let size = password.utf8.count
    var others = [(password.first == "!" ? "?" : "!") + password.dropFirst(), password + "\0more"]
    // Bcrypt looks at 72 bytes.
    if !isBcrypt || size <= 72 {
      others.append(String(password.dropLast()) + (password.last == "~" ? "-" : "~"))
      if size > 1 { others.append(String(password.dropLast())) }
    }
    if !isBcrypt || size < 72 { others.append(password + "x") }
    return others
  }
}
