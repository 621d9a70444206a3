import SessionCore
import Testing

@testable import rollcall

/// What is made of the lines of SHOW GRANTS.
@Suite struct HeldRightsTests {
  private static let exactly = AccountRole.web.rights.tables.map { item in
    let rights = item.rights.map { right in
      right.verb.rawValue
        + (right.columns.isEmpty ? "" : " (\(right.columns.map { "`\($0)`" }.joined(separator: ", ")))")
    }
    return "GRANT \(rights.joined(separator: ", ")) ON `site`.`\(item.table)` TO `w`@`%`"
  }
  private static let usage = "GRANT USAGE ON *.* TO `w`@`%` IDENTIFIED BY PASSWORD '*19A4904A05D0ECDE' REQUIRE SSL"

  @Test(arguments: AccountRole.allCases) func `what is printed is what is needed, and no more`(_ role: AccountRole) {
    let script = GrantScript(
      database: "my_site", role: role, account: "it's", host: "10.0.0.%", requiresTLS: true, migrates: false)
    let held = HeldRights([Self.usage] + script.grants)
    #expect(held.missing(role, in: "my_site").isEmpty)
    #expect(held.excess(role, in: "my_site").isEmpty)
    #expect(!held.missing(role, in: "my_sites").isEmpty)
    #expect(
      script.creation == "CREATE USER IF NOT EXISTS 'it''s'@'10.0.0.%' IDENTIFIED BY \(script.placeholder) REQUIRE SSL;"
    )
  }

  @Test func `what is missing is told to the column`() {
    let held = HeldRights(Self.exactly.map { $0.replacing("`seal`", with: "`kind`") })
    let missing = held.missing(.web, in: "site").map { "\($0.right.verb.rawValue) \($0.right.columns) \($0.table)" }
    #expect(
      missing == [
        #"SELECT ["seal"] sessions"#, #"INSERT ["seal"] sessions"#, #"UPDATE ["seal"] sessions"#,
        #"SELECT ["seal"] ended_sessions"#, #"INSERT ["seal"] ended_sessions"#, #"SELECT ["seal"] audit_ends"#,
        #"INSERT ["seal"] audit_ends"#, #"UPDATE ["seal"] audit_ends"#,
      ])
    #expect(HeldRights([Self.usage]).missing(.web, in: "site").count == AccountRole.web.rights.each.count)
  }

  @Test(arguments: [
    ("GRANT ALL PRIVILEGES ON *.* TO `w`@`%` WITH GRANT OPTION", ["ALL PRIVILEGES on *.*", "GRANT OPTION"]),
    ("GRANT ALL PRIVILEGES ON `site`.* TO `w`@`%`", ["ALL PRIVILEGES on site.*"]),
    ("GRANT SELECT, CREATE USER ON *.* TO `w`@`%`", ["CREATE USER, SELECT on *.*"]),
    ("GRANT SELECT ON `si%`.* TO `w`@`%`", ["SELECT on si%.*"]),
    ("GRANT SELECT ON `wages`.`pay` TO `w`@`%`", ["SELECT on wages.*"]),
    ("GRANT SELECT ON `site`.`acts` TO `w`@`%`", ["SELECT on acts"]),
    ("GRANT SELECT, UPDATE (`reason`, `hash`) ON `site`.`audit` TO `w`@`%`", ["SELECT, UPDATE on audit"]),
    ("GRANT SELECT (`reason`, `hash`) ON `site`.`audit` TO `w`@`%`", ["SELECT(reason) on audit"]),
    ("GRANT `r` TO `w`@`%`", []), ("GRANT EXECUTE ON PROCEDURE `site`.`p` TO `w`@`%`", ["EXECUTE PROCEDURE on site.*"]),
  ]) func `what is too much for the login program is told`(_ line: String, _ excess: [String]) {
    let held = HeldRights([Self.usage, line] + Self.exactly)
    #expect(held.missing(.web, in: "site").isEmpty)
    #expect(held.excess(.web, in: "site") == excess)
  }

  @Test func `a name in the list of grants cannot pass for a right`() {
    let name = "x` WITH GRANT OPTION"
    let held = HeldRights(["GRANT SELECT ON `site`.`users` TO `\(name.replacing("`", with: "``"))`@`%`"])
    #expect(!held.isGrantable)
    let odd = HeldRights(["GRANT SELECT (`a``, b`) ON `o``d.d`.`t ON x` TO `w`@`%`"])
    #expect(odd.items == [HeldRights.Item(verb: "SELECT", columns: ["a`, b"], database: "o`d.d", table: "t ON x")])
  }

  @Test func `who changes the schema has the whole database`() {
    let script = GrantScript(
      database: "my_site", role: .administrator, account: "a", host: "%", requiresTLS: false, migrates: true)
    #expect(script.grants.count == 1 && script.grants[0].contains(#"ON `my\_site`.* TO 'a'@'%';"#))
    let held = HeldRights(script.grants)
    #expect(held.missing(.administrator, in: "my_site").isEmpty && held.excess(.administrator, in: "my_site").isEmpty)
    #expect(!held.missing(.administrator, in: "my-site").isEmpty)
    #expect(!held.excess(.web, in: "my_site").isEmpty)
  }
}
