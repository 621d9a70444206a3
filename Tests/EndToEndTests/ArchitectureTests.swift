import Foundation
import Support
import Testing

/// Who may import whom. An arrow that is not here does not compile into a release: this test fails first.
@Suite struct ArchitectureTests {
  /// What each target may import, beside the standard library, Glibc and Synchronization.
  static let mayImport: [String: Set<String>] = [
    "SessionCore": ["CSodium", "CCrypt", "CNettle", "CUtf8proc"],
    "SessionStore": ["SessionCore"],
    "SQLiteEngine": ["SessionCore", "SessionStore", "CSQLite"],
    "MariaDBEngine": ["SessionCore", "SessionStore", "CMariaDB"],
    "ColourSchemes": [],
    "LoginWeb": ["SessionCore", "ColourSchemes"],
    "CGI": ["LoginWeb", "SessionCore", "CFastCGI"],
    "Members": ["LoginWeb", "SessionCore"],
    "Screen": ["ColourSchemes", "CUtf8proc"],
    "Console": ["SessionCore", "Screen"],
    "Terminal": ["Screen", "ColourSchemes", "CNcurses"],
    "LoginCGI": ["CGI", "LoginWeb", "SessionCore", "SessionStore", "SQLiteEngine"],
    "LoginMariaDBCGI": ["CGI", "LoginWeb", "SessionCore", "SessionStore", "MariaDBEngine"],
    "MembersCGI": ["CGI", "Members", "SessionStore", "SQLiteEngine"],
    "rollcall": [
      "SessionCore", "SessionStore", "SQLiteEngine", "MariaDBEngine", "ColourSchemes", "Screen", "Console", "Terminal",
      "CProcess", "ArgumentParser", "Dispatch", "FoundationEssentials",
    ],
  ]
  static let everybodyMayImport: Set = ["Swift", "Glibc", "Synchronization"]

  /// The targets' folders.
  static let targets: [String] = {
    let sources = Products.repository + "/Sources"
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: sources)) ?? []
    return folders.filter { !FileManager.default.fileExists(atPath: "\(sources)/\($0)/module.modulemap") }.sorted()
  }()

  @Test("Every target has its rule, and every rule its target")
  func complete() {
    #expect(Set(Self.targets) == Set(Self.mayImport.keys))
  }

  @Test("A target imports only what it may", arguments: targets)
  func imports(target: String) throws {
    let allowed = try #require(Self.mayImport[target]).union(Self.everybodyMayImport)
    for (file, module) in try Self.imports(in: "Sources/\(target)") where !allowed.contains(module) {
      Issue.record("\(file) imports \(module)")
    }
  }

  @Test("The manifest depends on no more than the rules allow", arguments: targets)
  func manifest(target: String) throws {
    let text = try String(contentsOf: URL(filePath: Products.repository + "/Package.swift"), encoding: .utf8)
      .replacing(/\s+/, with: " ")
    let allowed = try #require(Self.mayImport[target])
    let declaration = try Regex(#"(?:part\(|name: )"\#(target)", (?:dependencies: )?\[((?:[^\[\]])*)\]"#)
    let match = try #require(text.firstMatch(of: declaration), "\(target) is not in Package.swift")
    let listed = try #require(match[1].substring)
    for name in listed.matches(of: /"([A-Za-z0-9]+)"/).map({ String($0.1) }) where name != "swift" {
      #expect(allowed.contains(name), "\(target) depends on \(name)")
    }
  }

  @Test("Only tests know full Foundation")
  func foundation() throws {
    for (file, module) in try Self.imports(in: "Sources") {
      #expect(!["Foundation", "FoundationNetworking", "FoundationXML"].contains(module), "\(file)")
    }
  }

  /// Each import below a folder: the file and the module, submodules and attributes left out.
  static func imports(in folder: String) throws -> [(file: String, module: String)] {
    let root = URL(filePath: Products.repository).appending(path: folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var imports: [(String, String)] = []
    for case let file as URL in files?.allObjects ?? [] where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let statement =
        /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
      for match in text.matches(of: statement.anchorsMatchLineEndings()) {
        imports.append((file.lastPathComponent, String(match.1)))
      }
    }
    try #require(!imports.isEmpty)
    return imports
  }
}
