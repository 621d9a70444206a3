import CProcess

/// What a program that stays open for days holds of the machine's memory.
enum Footprint {
  /// Has all threads allocate from one place: each would hold on to what it once needed. Nothing here allocates so much
  /// that they would wait for each other.
  static func keepSmall() { rollcall_share_memory() }

  /// Gives back what nothing holds any more, and the code that was read: most of a program's code is for its start, and
  /// what is needed again is still in the system's cache of the file.
  static func giveBack() { rollcall_give_back() }
}
