import ColourSchemes
import SessionCore

extension PageColours {
  /// The colours that a site has set; nil when it has set none, or when what it has set cannot be read. That is told the
  /// operator.
  init?(of site: Site, report: (String) -> Void) {
    guard site.lightTheme != nil || site.darkTheme != nil else { return nil }
    do throws(TemplateError) {
      light = try Self.theme(site.lightTheme) ?? .rollcallLight
      dark = try Self.theme(site.darkTheme) ?? .rollcallDark
    } catch {
      report("\(error.description) Until then pages have their usual colours.")
      return nil
    }
  }

  private static func theme(_ wanted: String?) throws(TemplateError) -> Theme? {
    guard let wanted else { return nil }
    let house = ["rollcall-light": Theme.rollcallLight, "rollcall-dark": Theme.rollcallDark]
    if let theme = house[wanted] { return theme }
    let paths =
      ThemePlaces.isPath(wanted)
      ? [wanted] : ThemePlaces.directories(of: Executable.directory).map { "\($0)/\(wanted).yaml" }
    for path in paths {
      guard let file = try TemplateFile(path, followsLinks: true) else { continue }
      let text = try file.text()
      do throws(ThemeError) { return try Theme(yaml: text) } catch {
        throw TemplateError(path, line: error.line, error.english)
      }
    }
    throw TemplateError(
      wanted,
      ThemePlaces.isPath(wanted)
        ? "there is no such theme file." : "there is no theme of that name: 'rollcall theme list' says which there are."
    )
  }
}
