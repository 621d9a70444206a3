import Foundation
import Support
import Testing

/// A disk that is full: a small file system of the test's own, which only root may make.
@Suite(.enabled(if: canMount)) struct FullDiskTests {
  /// Mounts, fills, asks, frees, asks again. The mount is gone with the last process that sees it.
  private static let script = """
    mount -t tmpfs -o size=2m none "$1" && cp -a "$2"/. "$1" || exit 99
    dd if=/dev/zero of="$1/fill" bs=4096 2>/dev/null
    body=$3 out=$4; shift 4
    "$@" <"$body" >"$out.full" 2>"$out.log"; code=$?
    rm "$FILL"
    "$@" <"$body" >"$out.free" 2>>"$out.log2"
    exit $code
    """

  @Test(arguments: ["login", "wrong", "check", "form"])
  func `nobody is let in and nothing is done by halves, until there is room again`(
    _ act: String
  ) throws {
    let site = try RealLogin()
    let cookie = try site.cookie()
    let form = RealLogin.encode([
      "token": try site.formToken(), "login": "alice", "password": act == "wrong" ? "wrong" : RealLogin.password,
    ])
    let files = try TemporaryDirectory()
    let disk = files.file("disk")
    #expect(mkdir(disk, 0o700) == 0)
    try Data(form).write(to: URL(filePath: files.file("body")))
    var variables: [String: String?] = ["ROLLCALL_DATABASE": disk + "/rollcall.db"]
    if act == "check" { variables.merge(["PATH_INFO": "/auth/request", "HTTP_COOKIE": cookie]) { $1 } }
    if act == "login" || act == "wrong" { variables.merge(RealLogin.posting(form.count)) { $1 } }
    let words = site.command(variables)
    let result = try ChildProgram.run(
      "unshare",
      ["-m", "sh", "-c", Self.script, "sh", disk, site.files.path, files.file("body"), files.file("out")] + words,
      environment: ["FILL": disk + "/fill"])
    #expect(result.status == 0, "\(result.errors)")
    func answer(_ name: String) throws -> CGIAnswer {
      try CGIAnswer(Array(Data(contentsOf: URL(filePath: files.file("out." + name)))))
    }
    let full = try answer("full")
    let log = try String(contentsOfFile: files.file("out.log"), encoding: .utf8)
    #expect(full.faults(isSecure: true) == [])
    switch act {
    case "check", "form": #expect([200, 503].contains(full.status))
    default:
      #expect(full.status == 503)
      #expect(full["Set-Cookie"] == nil)
      #expect(log.split(separator: "\n").count == 1 && log.contains("room"), "\(log)")
      #expect(!full.text.contains(disk) && !full.text.lowercased().contains("sql"))
    }
    let free = try answer("free")
    #expect(free.status == ["login": 303, "wrong": 401][act, default: 200])
  }
}

private let canMount =
  getuid() == 0 && (try? ChildProgram.run("unshare", ["-m", "mount", "-t", "tmpfs", "none", "/mnt"]))?.status == 0
