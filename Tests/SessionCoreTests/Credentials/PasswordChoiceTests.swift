import SessionCore
import Support
import Testing

/// Words and patterns that a guesser tries first (OWASP ASVS 5.0, 6.2.11; NIST SP 800-63B-4, 3.1.1.2), and no rules of
/// composition (OWASP ASVS 5.0, 6.2.5).
@Suite struct PasswordChoiceTests {
  @Test(
    "A text that is guessed by its pattern is refused, and why",
    arguments: [
      ("aaaaaaaaaaaaaaa", PasswordError.repetitive), ("abcabcabcabcabcabc", .repetitive),
      ("010011010111001011", .repetitive), ("一二一二一二一二一二一二一二一二", .repetitive),
      ("111111122222223333333444", .repetitive), ("abcdefghijklmnop", .sequence), ("1234567890123456", .sequence),
      ("qwertyuiopasdfgh", .sequence), ("poiuytrewqlkjhgf", .sequence), ("1qaz2wsx3edc4rfv", .sequence),
      ("zyxwvutsrqponmlk", .sequence), ("abcdefgh12345678", .sequence), ("My-1234567890abcd", .sequence),
      ("passwordpassword", .obvious), ("MyPassword1234567", .obvious), ("rollcall password", .obvious),
      ("P@ssw0rd-P@ssw0rd", .obvious), ("Administrator!1", .obvious), ("RollcallRollcall", .obvious),
      ("swordfish.swordfish", .containsLogin), ("Swordfish123456", .containsLogin),
      ("SWORDFISH@example.org", .containsLogin), ("ＳＷＯＲＤＦＩＳＨ-password", .containsLogin),
    ]) func refused(text: String, error: PasswordError) throws
  {
    #expect(throws: error) { try Password(text).checkChoice(for: Login("Swordfish@example.org")) }
  }

  @Test(
    "A few words, or what a program made up, are taken",
    arguments: [
      "correct horse battery staple", "the quick brown fox", "床前明月光疑是地上霜举头望明月", "my swordfish is not for sale",
      "Tr0ub4dor&3 and so on", "f3Kq-91xB-7PzW-e0aa", "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d",
      "password managers are useful",
      "1234 chickens crossed", "мой дядя самых честных", "passphrase of seven plain words", "the admin drinks tea",
      "4b825dc642cb6eb9a060e54bf8d69288fbee4904", "qwerty is no layout for me",
    ]) func taken(text: String) throws
  {
    try Password(text).checkChoice(for: Login("swordfish"))
    try Password(text).checkChoice()
  }

  @Test func `a short login says nothing`() throws {
    try Password("an ox and an ant ran").checkChoice(for: Login("an"))
  }

  @Test func `the length comes first`() throws {
    #expect(throws: PasswordError.tooShort) { try Password("password").checkChoice(for: Login("password")) }
  }
}
