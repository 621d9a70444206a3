import Glibc
import SessionCore
import Testing

@testable import rollcall

/// Behind sudo it is known who an operator is, and where from.
@Suite struct SudoOriginTests {
  /// rollcall is 40, sudo 30, the shell 20, and what opened the line 10.
  private func origin(
    _ files: [String: String], names: [pid_t: String] = [30: "sudo"], owners: [String: uid_t] = [:]
  ) -> SudoOrigin {
    var files = files
    for (process, parent) in [40: 30, 30: 20, 20: 10, 10: 1] as [pid_t: pid_t] {
      files["/proc/\(process)/stat"] = "\(process) (\(names[process] ?? "x")) S \(parent) 1 1 0"
    }
    return SudoOrigin(file: { [files] in files[$0].map { Array($0.utf8) } }, owner: { owners[$0] ?? 0 })
  }

  @Test func `the nearest that started it and knows says where from`() {
    let both = origin([
      "/proc/30/environ": "SUDO_USER=lin\0", "/proc/20/environ": "A=b\0SSH_CONNECTION=198.51.100.4 5 6 22\0",
      "/proc/10/environ": "SSH_CONNECTION=::1 5 6 22",
    ])
    #expect(both.address(above: 40) == "198.51.100.4")
  }

  @Test func `what may not be read of others stands in the list of logins`() {
    let listed = origin([
      "/proc/40/sessionid": "17",
      "/run/systemd/sessions/17": "# private\nUSER=lin\nREMOTE_HOST=198.51.100.4\nTTY=pts/3\n",
    ])
    #expect(listed.address(above: 40) == "198.51.100.4")
    #expect(origin(["/proc/40/sessionid": "../17"]).address(above: 40) == nil)
  }

  @Test(
    arguments: [
      [:], ["/proc/20/environ": "XSSH_CONNECTION=1\0"], ["/proc/1/environ": "SSH_CONNECTION=198.51.100.4 5 6 22\0"],
      ["/proc/40/sessionid": "4294967295"],
    ] as [[String: String]])
  func `where it is not known nothing is made up`(_ files: [String: String]) {
    #expect(origin(files).address(above: 40) == nil)
  }

  @Test func `sudo is known by its name and by whose it is`() {
    #expect(origin([:]).isBehindSudo(40))
    #expect(origin([:], names: [20: "sudo", 30: "sh"]).isBehindSudo(40))
    #expect(!origin([:], names: [:]).isBehindSudo(40))
    #expect(!origin([:], owners: ["/proc/30": 1000]).isBehindSudo(40))
    #expect(!origin([:], names: [30: "sudo) S 1 (sudo"]).isBehindSudo(40))
  }

  @Test func `a program's name that looks like the rest does not mislead`() {
    let odd = origin(
      ["/proc/20/environ": "SSH_CONNECTION=198.51.100.4 5 6 22\0"], names: [40: "a) S 1 (b", 30: ") ) "])
    #expect(odd.address(above: 40) == "198.51.100.4")
  }

  @Test func `an address is what it is, however it is written`() {
    #expect(Actor.address("::ffff:198.51.100.4") == "198.51.100.4")
    #expect(Actor.address("fe80::1%eth0") == "fe80::1")
    #expect(Actor.address("laptop.example") == "")
  }
}
