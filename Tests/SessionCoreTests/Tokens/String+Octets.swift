extension StringProtocol {
  /// The bytes of the text in UTF-8, as a request brings them.
  var octets: [UInt8] { Array(utf8) }
}
