/// What a population is like: as in life, or the worst that it can be.
enum PopulationShape: String, CaseIterable {
  /// Most have none or one, a few have very many.
  case everyday
  /// Nine sessions of ten are one user's, who may have as many.
  case oneUser = "one-user"
  /// All sessions end in one second, unless they are used meanwhile.
  case oneSecond = "one-second"
  /// Everybody comes from one address.
  case oneAddress = "one-address"
}
