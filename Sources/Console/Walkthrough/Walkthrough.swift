import Screen
import SessionCore

/// A script that shows something in the console, step by step, with a caption for each step.
///
/// Its text is in plain lines, read by ``init(text:)``:
///
/// ```
/// title en: First look
/// title zh: 初次见面
///
/// say en: Who is logged in, the most recently seen first. Space looks closer.
/// say zh: 这里是已登录的人，最近活动的在前。按空格键细看。
/// press: j Enter
/// wait for en: ends at the latest
/// wait for zh: 最迟结束
/// ```
public struct Walkthrough: Equatable, Sendable {
  /// A caption, and what is done once it was read.
  public struct Step: Equatable, Sendable {
    /// What it says.
    public let caption: Phrase
    /// What is done after it.
    public let deeds: [Deed]
    /// The line of the script that it begins on, from 1.
    public let line: Int

    /// Makes a step from its parts.
    public init(caption: Phrase, deeds: [Deed], line: Int) {
      self.caption = caption
      self.deeds = deeds
      self.line = line
    }
  }

  /// Something that is done, and where the script says so.
  public struct Deed: Equatable, Sendable {
    /// What is done.
    public enum Kind: Equatable, Sendable {
      /// Keys are pressed, one after another.
      case press([Key])
      /// A text is typed.
      case type(Phrase)
      /// Nothing goes on until a text shows.
      case waitFor(Phrase)
      /// A text must show, or must not.
      case expect(Phrase, isThere: Bool)
      /// Time to look.
      case pause(Interval)
      /// Something happens elsewhere, such as a login.
      case arrange(Arrangement)
    }

    /// What is done.
    public let kind: Kind
    /// The line of the script, from 1.
    public let line: Int

    /// Makes a deed from its parts.
    public init(_ kind: Kind, line: Int) {
      self.kind = kind
      self.line = line
    }
  }

  /// Its name.
  public let title: Phrase
  /// The smallest terminal on which all of it shows.
  public let size: Size
  /// What the demonstration's database holds at first; nil when the script does not say.
  public let scene: DemoScene?
  /// What is shown, in its order.
  public let steps: [Step]

  /// Makes a walkthrough from its parts.
  public init(title: Phrase, size: Size = Size(rows: 24, columns: 80), scene: DemoScene? = nil, steps: [Step]) {
    self.title = title
    self.size = size
    self.scene = scene
    self.steps = steps
  }
}
