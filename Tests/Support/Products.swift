import Foundation

/// Programs that were built together with the tests.
public enum Products {
  /// The path of one.
  ///
  /// - Parameter name: the product's or target's name.
  /// - Returns: where the tests' own program is, with that name.
  public static func path(_ name: String) -> String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name).path
  }
}
