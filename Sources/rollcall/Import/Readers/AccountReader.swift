/// Reads accounts from a file, one by one: of the rows before, only fingerprints of the logins are kept.
protocol AccountReader {
  /// The next row; nil at the end of a file that is whole.
  ///
  /// - Throws: ``ImportError``. The rows before were good.
  mutating func next() throws(ImportError) -> AccountRow?

  /// The line where reading has come to, from 1.
  var line: Int { get }
  /// How many bytes were read.
  var position: Int { get }
}

/// A source of bytes, piece by piece; nil at the end.
typealias Bytes = () throws(ImportError) -> [UInt8]?
