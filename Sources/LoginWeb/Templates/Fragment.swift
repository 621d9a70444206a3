/// A header or footer of a site's own: markup that has been looked through, with places for values.
///
/// Only what a header or footer is made of is let in, by a list, and what is written out is made anew from what was
/// understood: nothing passes that this reader saw as one thing and a browser would see as another. So a broken header
/// cannot swallow the form below it, nor a value leave its place.
struct Fragment {
  /// A part of it.
  enum Piece: Hashable {
    /// Markup as it is written out.
    case markup(String)
    /// A value between elements, escaped for there.
    case text(Placeholder)
    /// A value in a quoted attribute, escaped for there.
    case attribute(Placeholder)
    /// A value that begins a link.
    case address(Placeholder)
    /// A value within a link: percent-encoded.
    case query(Placeholder)
  }

  /// The parts, in order.
  let pieces: [Piece]
  /// Whether there is a link in it.
  let hasLinks: Bool

  /// Reads the markup of a file.
  ///
  /// - Throws: ``TemplateError`` with the line, for anything that does not belong into a header or footer.
  init(_ file: TemplateFile) throws(TemplateError) {
    var reader = FragmentReader(path: file.path, text: try file.text())
    try reader.readAll()
    pieces = reader.pieces
    hasLinks = reader.hasLinks
  }

  /// The markup with its values.
  func html(_ values: PlaceholderValues) -> HTML {
    // Beside the name the picture says nothing more; alone it is read aloud as the name.
    let spokenName = pieces.contains(.text(.name)) ? "" : values.name
    let parts = pieces.map { piece -> HTML in
      switch piece {
      case .markup(let text): HTML(checked: text)
      case .text(.logo): values.logo?.html(name: spokenName) ?? .mark
      case .text(let placeholder), .attribute(let placeholder), .address(let placeholder):
        "\(values.text(placeholder))"
      case .query(let placeholder): "\(Percent.query(values.text(placeholder)))"
      }
    }
    return "\(parts)"
  }
}
