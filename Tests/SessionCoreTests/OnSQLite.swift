import Support
import Testing

extension Trait where Self == ConditionTrait {
  /// Of a test that looks into an SQLite file with SQLite's own means.
  static var onSQLite: Self { .enabled(if: TestEngine.chosen == .sqlite) }
}
