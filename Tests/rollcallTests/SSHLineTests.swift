import Testing

@testable import rollcall

/// Behind sudo, those that started it say where the line comes from.
@Suite struct SSHLineTests {
  /// rollcall is 40, sudo 30, the shell 20, and what opened the line 10.
  private func line(_ environments: [Int32: String], names: [Int32: String] = [:]) -> SSHLine {
    let parents: [Int32: Int32] = [40: 30, 30: 20, 20: 10, 10: 1]
    return SSHLine(
      environment: { environments[$0].map { Array($0.utf8) } },
      status: { process in
        parents[process].map { Array("\(process) (\(names[process] ?? "x")) S \($0) 1 1 0".utf8) }
      })
  }

  @Test func `the nearest that has it says it`() {
    let both = line([
      30: "SUDO_USER=lin\0", 20: "A=b\0SSH_CONNECTION=198.51.100.4 5 6 22\0", 10: "SSH_CONNECTION=::1 5 6 22",
    ])
    #expect(both.connection(above: 40) == "198.51.100.4 5 6 22")
  }

  @Test func `a program's name that looks like the rest does not mislead`() {
    let odd = line([20: "SSH_CONNECTION=198.51.100.4 5 6 22\0"], names: [40: "a) S 1 (b", 30: ") ) "])
    #expect(odd.connection(above: 40) == "198.51.100.4 5 6 22")
  }

  @Test(
    arguments: [[:], [20: "XSSH_CONNECTION=1\0"], [1: "SSH_CONNECTION=198.51.100.4 5 6 22\0"]] as [[Int32: String]])
  func `without one nothing is made up`(_ environments: [Int32: String]) {
    #expect(line(environments).connection(above: 40) == nil)
  }

  @Test func `what is there is read`() {
    #expect(SSHLine().status(1)?.starts(with: "1 (".utf8) == true)
  }
}
