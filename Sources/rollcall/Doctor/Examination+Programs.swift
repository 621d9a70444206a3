import Glibc
import SessionCore

extension Examination {
  /// login.cgi: there, executable, and of this version.
  func programFindings() -> [Finding] {
    let check = "login-cgi"
    guard let status = Files.status(of: loginCGI), status.st_mode & S_IFMT == S_IFREG else {
      return [
        .problem(
          check, "There is no login.cgi at \(loginCGI): name it by the setting login-cgi.",
          "\(loginCGI) 处没有 login.cgi：请用设置项 login-cgi 指定。",
          mend: "install -D -t \(Files.directory(of: loginCGI).inShell) .build/release/login.cgi")
      ]
    }
    guard user.may(1, status), status.st_mode & 0o100 != 0 else {
      return [
        .problem(
          check, "\(user.name) may not run \(loginCGI).", "\(user.name) 无权运行 \(loginCGI)。",
          mend: "chmod 0755 \(loginCGI.inShell)")
      ]
    }
    if status.st_mode & 0o022 != 0 {
      return [
        .problem(
          check, "Others may change the program \(loginCGI).", "其他人可以修改程序 \(loginCGI)。",
          mend: "chmod go-w \(loginCGI.inShell)")
      ]
    }
    // Without a request it says what it is.
    let said = try? ChildProcess.run(loginCGI, environment: [:], input: [], takesErrors: true, patience: 5)
    let words = String(decoding: said ?? [], as: UTF8.self).split(separator: " ").prefix(2)
    guard words.first == "login.cgi" else {
      return [.problem(check, "\(loginCGI) is no login.cgi that runs here.", "\(loginCGI) 不是可在此运行的 login.cgi。")]
    }
    guard words.last.map(String.init) == Version.number else {
      let version = words.last.map(String.init) ?? "?"
      return [
        .warning(
          check, "\(loginCGI) is of another version than this program: \(version), not \(Version.number).",
          "\(loginCGI) 与本程序版本不同：\(version)，而非 \(Version.number)。",
          mend: "install -t \(Files.directory(of: loginCGI).inShell) .build/release/login.cgi")
      ]
    }
    return [.ok(check, "\(loginCGI) is of this version.", "\(loginCGI) 与本程序版本一致。")]
  }
}
