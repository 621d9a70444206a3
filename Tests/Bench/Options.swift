import Foundation
import Support

/// What script/bench hands on.
struct Options {
  var groups: [String] = []
  var sizes = [1000, 1_000_000]
  var seed = 7
  var runs = 200
  var data = ""
  var bin = ""
  var root = ""
  var tools = ""
  var bench = ""
  var isJSON = false
  /// bench/speed/figures.json, which is shown when nothing is measured.
  var figures = ""
  /// Whether what was measured is put into that file, the page and its pictures; or the bounds into theirs.
  var isWritten = false
  /// The file of bounds, when only those are looked at.
  var bounds: String?

  struct Usage: Error, CustomStringConvertible {
    let description: String
  }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      func value() throws -> String {
        guard let value = rest.popFirst() else { throw Usage(description: "\(word) needs a value") }
        return value
      }
      func number() throws -> Int {
        guard let number = Int(try value()), number > 0 else { throw Usage(description: "\(word) needs a number") }
        return number
      }
      switch word {
      case "--sizes":
        sizes = try value().split(separator: ",").map {
          guard let size = Int($0), size >= 100 else { throw Usage(description: "a size is a number from 100 up") }
          return size
        }
      case "--seed": seed = try number()
      case "--runs": runs = try number()
      case "--data": data = try value()
      case "--bin": bin = try value()
      case "--root": root = try value()
      case "--tools": tools = try value()
      case "--bench": bench = try value()
      case "--figures": figures = try value()
      case "--write": isWritten = true
      case "--bounds": bounds = try value()
      case "--json": isJSON = true
      default:
        guard Group(rawValue: word) != nil else { throw Usage(description: "there is no group \(word)") }
        groups.append(word)
      }
    }
  }
}
