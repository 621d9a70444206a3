import Testing

@testable import rollcall

/// What a dump may look like, and what each value in it means.
@Suite struct ImportDumpTests {
  @Test(
    "A text means what MySQL means by it",
    arguments: [
      (#"'plain'"#, "plain"), (#"''"#, ""), (#"'it\'s'"#, "it's"), (#"'it''s'"#, "it's"), (#"'a\"b"c'"#, "a\"b\"c"),
      (#"'a\\b\\'"#, #"a\b\"#), (#"'\0\b\t\n\r\Z'"#, "\0\u{8}\t\n\r\u{1A}"), (#"'50\%\_'"#, #"50\%\_"#),
      (#"'\q'"#, "q"),
      (#"'),(1,'"#, "),(1,"), (#"'; -- # /* */'"#, "; -- # /* */"), ("'two\nlines'", "two\nlines"),
      (#""double 'quoted' ""twice""""#, #"double 'quoted' "twice""#), ("0x4142", "AB"), ("0x", ""), ("x'4a4B'", "JK"),
      ("_binary 'raw'", "raw"), ("_utf8mb4'text'", "text"), ("N'national'", "national"), ("'王小明'", "王小明"),
    ])
  func text(sql: String, meaning: String) throws {
    let dump = ImportFixture.table + "INSERT INTO `user_man` VALUES (1,\(sql),NULL,NULL);\n"
    for size in [1, 2, 3, 64] {
      let rows = try ImportFixture.rows(dump.utf8, pieces: size)
      #expect(rows.map { $0["login_name"] } == [.text(Array(meaning.utf8))])
    }
  }

  @Test func valuesThatAreNoText() throws {
    let dump = ImportFixture.table + "INSERT INTO `user_man` VALUES (-12,null,3.5e-7,TRUE);"
    let row = try #require(try ImportFixture.rows(dump.utf8).first)
    #expect(row.values == [.number("-12"), .null, .number("3.5e-7"), .number("1")])
    #expect(row.columns == ["id", "login_name", "password", "session"])
  }

  @Test(
    "Rows are found however the statement is written",
    arguments: [
      "INSERT INTO `user_man` VALUES (1,'a','b','c'),(2,'d','e',NULL);",
      "insert  into user_man values\n(1,'a','b','c') ,\n( 2 , 'd' , 'e' , NULL ) ;",
      "INSERT IGNORE INTO `website`.`user_man` VALUES (1,'a','b','c'),(2,'d','e',NULL);",
      "REPLACE INTO `user_man` VALUES (1,'a','b','c'),(2,'d','e',NULL)\n ON DUPLICATE KEY UPDATE x=';';",
      "INSERT INTO \"user_man\" VALUES (1,'a','b','c');\nINSERT INTO `user_man` VALUES (2,'d','e',NULL);",
      "INSERT INTO user_man (id, `login_name`, password, session) VALUES (1,'a','b','c'),(2,'d','e',NULL);",
      "/*!40000 INSERT INTO `user_man` VALUES (1,'a',/* it's */'b','c') -- it's\n,# it's\n(2,'d','e',NULL) */;",
    ])
  func statement(sql: String) throws {
    let rows = try ImportFixture.rows((ImportFixture.table + sql).utf8)
    #expect(rows.map { $0["login_name"] } == [.text(Array("a".utf8)), .text(Array("d".utf8))])
    #expect(rows.map { $0["session"] } == [.text(Array("c".utf8)), .null])
  }

  @Test func columnsInAnotherOrder() throws {
    let dump = "INSERT INTO `user_man` (`password`,`login_name`) VALUES ('secret','name');"
    let row = try #require(try ImportFixture.rows(dump.utf8).first)
    #expect(row["login_name"] == .text(Array("name".utf8)))
    #expect(row["password"] == .text(Array("secret".utf8)))
    #expect(row["id"] == nil)
  }

  @Test func everythingElseIsPassedOver() throws {
    let dump = """
      \u{FEFF}/*M!999999\\- enable the sandbox mode */ 
      -- phpMyAdmin's comment: it's nothing
      /*!40101 SET NAMES utf8mb4 */;
      CREATE TABLE `other` (`id` int, `text` varchar(9) DEFAULT 'x,);');
      INSERT INTO `other` VALUES (1,'INSERT INTO `user_man` VALUES (9,\\'no\\',\\'no\\',NULL);');
      CREATE TABLE IF NOT EXISTS `user_man` (`id` decimal(10,2) COMMENT 'a, b', `login_name` text, KEY `k` (`id`,`login_name`),
        `password` text, CONSTRAINT `c` CHECK (`id` > 0 and `password` <> '),('));
      /*!50003 SET sql_mode = 'X' */ ;
      DELIMITER ;;
      /*!50003 CREATE TRIGGER t BEFORE INSERT ON other FOR EACH ROW BEGIN
      INSERT INTO `user_man` VALUES (8,'no','no'); it's not SQL here
      END */;;
      DELIMITER ;
      INSERT INTO `user_man` VALUES (1,'yes','indeed');

      """
    let rows = try ImportFixture.rows(dump.utf8)
    #expect(rows.map(\.values) == [[.number("1"), .text(Array("yes".utf8)), .text(Array("indeed".utf8))]])
    #expect(rows.map(\.line) == [14])
  }

  @Test func aTextWithoutEndTakesNoMemory() throws {
    let dump = ImportFixture.table + "INSERT INTO `user_man` VALUES (1,'" + String(repeating: "x", count: 200_000)
    #expect(throws: ImportError.cutShort(line: 8)) { try ImportFixture.rows(dump.utf8, pieces: 4096) }
    let rows = try ImportFixture.rows((dump + "','p',NULL);").utf8, pieces: 4096)
    guard case .text(let bytes) = rows.first?["login_name"] else { throw ImportError.notADump }
    #expect(bytes.count == SQLScanner.longestText)
  }
}
