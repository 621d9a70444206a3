import Dispatch

extension DispatchQueue {
  /// Waits until all is done that this queue was given.
  ///
  /// - Parameter patience: how long at the most; nil for as long as it takes.
  func finish(within patience: DispatchTimeInterval?) {
    guard let patience else { return sync {} }
    let group = DispatchGroup()
    async(group: group) {}
    _ = group.wait(timeout: .now() + patience)
  }
}
