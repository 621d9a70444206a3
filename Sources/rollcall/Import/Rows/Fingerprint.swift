/// What is remembered of a login: 16 bytes, so that a million accounts take some 40 MB. Of another value in every run, so
/// that nobody can make two logins that share one.
struct Fingerprint: Hashable {
  private let first: Int
  private let second: Int

  init(_ key: String) {
    var one = Hasher()
    one.combine(UInt8(1))
    one.combine(key)
    var two = Hasher()
    two.combine(UInt8(2))
    two.combine(key)
    first = one.finalize()
    second = two.finalize()
  }
}
