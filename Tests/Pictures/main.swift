import Foundation
import Screen
import Support

// Draws every picture of the manual, by day and by night: script/pictures runs it.
do {
  let directory = Products.repository + "/docs/pictures"
  try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  let wanted = CommandLine.arguments.dropFirst()
  for picture in Picture.all where wanted.isEmpty || wanted.contains(picture.name) {
    for theme in ["dark", "light"] {
      let drawing = Drawing(try picture.screen(theme: "rollcall-\(theme)"), title: picture.title)
      try Data(drawing.svg.utf8).write(to: URL(filePath: "\(directory)/\(picture.name)-\(theme).svg"))
    }
    print(picture.name)
  }
} catch {
  FileHandle.standardError.write(Data("pictures: \(error)\n".utf8))
  exit(1)
}
