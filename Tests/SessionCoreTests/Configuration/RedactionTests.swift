import SessionCore
import Testing

@Suite struct RedactionTests {
  @Test(arguments: [
    ("/var/lib/rollcall/rollcall.db", "/var/lib/rollcall/rollcall.db"), ("sqlite:/a:b@c.db", "sqlite:/a:b@c.db"),
    ("mariadb://db.example/x", "mariadb://db.example/x"), ("mariadb://root@db/x", "mariadb://root@db/x"),
    ("mariadb://root:hunter2@db/x?tls=1", "mariadb://root:••••@db/x?tls=1"),
    ("mysql://root:hunter2@with/slash@db", "mysql://root:••••@db"),
    ("mariadb://db/x?user=a&password=hunter2&tls=1", "mariadb://db/x?user=a&password=••••&tls=1"),
    ("mariadb://u:hunter2@a,b/x?PASSWD=hunter2", "mariadb://u:••••@a,b/x?PASSWD=••••"),
  ])
  func `an address is shown without its passwords`(_ address: String, _ shown: String) {
    #expect(Configuration.Setting.database.redacted(address) == shown)
    #expect(Configuration.Setting.database.holdsSecret(address) == address.contains("hunter2"))
  }

  @Test func `a sample account is shown without its password`() {
    #expect(Configuration.Setting.demo.redacted("alice:hunter2:x") == "alice:••••")
  }
}
