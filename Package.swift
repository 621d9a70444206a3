// swift-tools-version: 6.2
import PackageDescription

// Every target: Swift 6 language mode (from the tools version) and no warning left standing.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// A CGI starts once a request, so start-up is its speed: a static executable, still position independent so that
// addresses stay random. Build with --disable-local-rpath: glibc's static start-up does not accept a run path.
let staticProgram: [LinkerSetting] = [
  .unsafeFlags([
    "-static-executable", "-use-ld=lld", "-Xclang-linker", "-static-pie",
    "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--gc-sections",
  ])
]

// The Swift runtime goes with a program in use: where it is installed there may be no toolchain.
let withRuntime: [SwiftSetting] = [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]
// lld takes less of it than the linker that is usual, and packs what has to be moved to where the program was loaded: the
// console starts in two thirds of the time.
let withRuntimeLinked: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
    .when(configuration: .release))
]

/// A C library as Swift sees it: a module map and a shim header, nothing else.
func library(_ name: String) -> Target { .systemLibrary(name: name, path: "Sources/\(name)") }

func part(_ name: String, _ dependencies: [Target.Dependency], _ more: [SwiftSetting] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + more)
}

// What a CGI program links does without regular expressions: it would pay for them at each start, used or not. They come
// with the standard library's searches for a text, too.
let lean: [SwiftSetting] = [.unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"])]

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["Support"], exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "rollcall",
  products: [
    .executable(name: "rollcall", targets: ["rollcall"]),
    .executable(name: "login.cgi", targets: ["LoginCGI"]),
    .executable(name: "login-mariadb.cgi", targets: ["LoginMariaDBCGI"]),
    .executable(name: "members.cgi", targets: ["MembersCGI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    library("CSQLite"), library("CSodium"), library("CCrypt"), library("CNettle"), library("CUtf8proc"),
    library("CNcurses"), library("CFastCGI"), library("CProcess"),
    .systemLibrary(name: "CMariaDB", path: "Sources/CMariaDB", pkgConfig: "libmariadb"),

    part("SessionCore", ["CSodium", "CCrypt", "CNettle", "CUtf8proc"], lean),
    part("SessionStore", ["SessionCore"], lean),
    part("SQLiteEngine", ["SessionStore", "CSQLite"], lean),
    part("MariaDBEngine", ["SessionStore", "CMariaDB"]),
    // Colours and the files they come in: what a screen and a page have in common.
    part("ColourSchemes", [], lean),
    part("LoginWeb", ["SessionCore", "ColourSchemes"], lean),
    // What every CGI program here shares, by CGI and by FastCGI: variables, body, answer, deadline, workers. Engines are the
    // programs' own choice.
    part("CGI", ["LoginWeb", "SessionCore", "CFastCGI"], lean),
    // A page behind the gate, as a site of yours would have it.
    part("Members", ["LoginWeb"], lean),
    part("Screen", ["ColourSchemes", "CUtf8proc"]),
    part("Console", ["SessionCore", "Screen"]),
    part("Terminal", ["Screen", "ColourSchemes", "CNcurses"]),

    .executableTarget(
      name: "LoginCGI", dependencies: ["CGI", "LoginWeb", "SessionStore", "SQLiteEngine"],
      swiftSettings: strict, linkerSettings: staticProgram),
    // libmariadb brings its own libraries, so this one is dynamic; the Swift runtime goes with it.
    .executableTarget(
      name: "LoginMariaDBCGI", dependencies: ["CGI", "LoginWeb", "SessionStore", "MariaDBEngine"],
      swiftSettings: strict + withRuntime, linkerSettings: withRuntimeLinked),
    .executableTarget(
      name: "MembersCGI", dependencies: ["CGI", "Members", "SessionStore", "SQLiteEngine"],
      swiftSettings: strict, linkerSettings: staticProgram),
    .executableTarget(
      name: "rollcall",
      dependencies: [
        "SessionStore", "SQLiteEngine", "MariaDBEngine", "Console", "Terminal", "ColourSchemes", "CProcess",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict + withRuntime, linkerSettings: withRuntimeLinked),

    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
    .target(
      name: "Support", dependencies: ["SQLiteEngine", "MariaDBEngine", "SessionStore", "Screen", "CVTerm"],
      path: "Tests/Support",
      swiftSettings: strict),
    tests("SessionCoreTests", ["SessionCore"]),
    tests("SessionStoreTests", ["SessionStore", "SQLiteEngine"]),
    tests("SQLiteEngineTests", ["SQLiteEngine", "SessionStore"]),
    tests("MariaDBEngineTests", ["MariaDBEngine", "SessionStore"]),
    tests("LoginWebTests", ["LoginWeb", "ColourSchemes", "CSodium"]),
    tests("ScreenTests", ["Screen", "ColourSchemes"]),
    tests("ConsoleTests", ["Console"], exclude: ["Snapshots"]),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "Screen", "ColourSchemes"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    // Draws the manual's pictures from the real program.
    .executableTarget(
      name: "Pictures", dependencies: ["Support", "Screen"], path: "Tests/Pictures", swiftSettings: strict),
    // How many logins and checks a second a site takes: what is measured, and a simulation of the rest. See script/scale.
    .executableTarget(
      name: "Measure", dependencies: ["SessionStore", "SQLiteEngine", "MariaDBEngine"], path: "Tests/Measure",
      swiftSettings: strict),
    .executableTarget(name: "Scale", path: "Tests/Scale", swiftSettings: strict),
    tests("ScaleTests", ["Scale"]),
    // What Rollcall takes beside its peers. See script/bench.
    .executableTarget(
      name: "Bench", dependencies: ["Support", "Screen", "SessionCore", "SessionStore", "SQLiteEngine"],
      path: "Tests/Bench", swiftSettings: strict),
    tests("BenchTests", ["Bench"]),
    tests("TerminalTests", ["Terminal", "Screen", "ColourSchemes", "TerminalProbe"]),
    tests("rollcallTests", ["rollcall"]),
    tests(
      "EndToEndTests",
      ["Members", "LoginWeb", "SessionStore", "SQLiteEngine", "MariaDBEngine", "Console", "Pictures"],
      exclude: ["return-paths.json"]),
  ]
)
