import SessionCore

/// The file `logo.svg` or `logo.png`. It is shown as a picture that stands in the page, so that nothing in it runs or loads
/// (SVG 2, section 2.2.1: secure static mode).
struct SiteLogo {
  private let address: String

  /// Looks a file through.
  ///
  /// - Throws: ``TemplateError`` when it is no such picture.
  init(svg file: TemplateFile) throws(TemplateError) {
    guard try file.text().holds("<svg") else { throw TemplateError(file.path, "this is no SVG picture.") }
    address = "data:image/svg+xml;base64," + Base64.encode(file.bytes)
  }

  /// Looks a file through.
  ///
  /// - Throws: ``TemplateError`` when it is no such picture.
  init(png file: TemplateFile) throws(TemplateError) {
    guard file.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      throw TemplateError(file.path, "this is no PNG picture.")
    }
    address = "data:image/png;base64," + Base64.encode(file.bytes)
  }

  /// The picture; `name` is what is read aloud for it, empty where the name stands beside it.
  func html(name: String) -> HTML { "<img class=\"logo\" src=\"\(address)\" alt=\"\(name)\">" }
}
