#!/usr/bin/env python3
"""Writes user_man.sql, a legacy table of accounts as mariadb-dump writes one, to standard output.

    sample-data/legacy/make_user_man.py > sample-data/legacy/user_man.sql

The same bytes come out every time. No account is anybody's: names and passwords are drawn from the lists below. Every
password is at least ten bytes long, stands in the file once and is part of no other text in it, so that a test can look
for it in every byte of a database.
"""

import hashlib
import sys

SEED = 20031
ORDINARY_ROWS = 480
# mariadb-dump closes a statement and opens the next once it is this long: --net-buffer-length=8192.
STATEMENT_BYTES = 8192

LATIN = """anna ben carla dirk emma felix greta hugo ida jonas karin leo mona nils olga paul rosa sven tina viktor wanda
xenia yann zita amir bella chen dalia enzo farah""".split()
ACCENTED = """José Zoë François Jürgen Łukasz Søren Márta Íñigo Åsa Núria Dvořák Ağaoğlu Gößwein Mañana Réka Çelik Đức
Nguyễn Šárka Ōta Ærø Þóra Ñusta Weiß""".split()
FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
GIVEN = "小明娜伟芳敏静丽强磊军洋勇艳杰涛超霞平刚桂英文华建玉春梅雨晨思远"
NATURE = """otter heron maple cedar lynx raven birch falcon willow badger clover juniper osprey marten sorrel aspen
thistle gannet hazel plover""".split()
OBJECTS = """lantern kettle anchor ladder button candle hammer ribbon saddle teapot violin window barrel basket compass
feather garden island jacket marble""".split()
FOREIGN = """Straßenlärm piñata crème brûlée smörgåsbord Überfluß façade jalapeño Ångström naïveté żółw""".split()
CHINESE = "蓝色鲸鱼 山高水长 春暖花开 海阔天空 星光灿烂 风和日丽 秋高气爽 明月清风 红叶满山 竹林听雨".split()

# Rows that an import has to understand or refuse, each for its own reason: login, password.
PECULIAR = [
    ("o'brien", "it's a \"quoted\" pass'word"),
    ('the "duke"', 'say "friend" and enter'),
    ("back\\slash", "C:\\temp\\new\\0\\Zed\\"),
    ("newline", "first line\nsecond line"),
    ("tabbed", "column\tcolumn\rreturn"),
    ("zero", "before\0after the zero"),
    ("control-z", "before\x1aafter the end"),
    ("percent%", "100% sure; 50%_maybe"),
    ("%", "any login at all, once"),
    ("semicolon", "done; DROP TABLE user_man;"),
    ("rows", "looks'),(9999,'like','rows"),
    ("comment", "-- not a comment # nor /* this */"),
    ("insert", "INSERT INTO `user_man` VALUES (1)"),
    ("doubled", "it''s doubled''''"),
    ("emoji", "🔑 unlocks the 🏠 1207"),
    ("padded password", "  spaces around it  "),
    ("combined", "cre\u0300me as two code points"),
    ("长长的名字和空格 有", "密码里有空格 和汉字 3391"),
    # Nobody can log in with these.
    (None, "no login, but a password"),
    (None, None),
    ("", "an empty login's password"),
    ("no-password", None),
    ("empty-password", ""),
    (" leading", "a space before the login"),
    ("trailing ", "a space after the login"),
    ("   ", "nothing but spaces as a login"),
    ("line\nbreak", "a line break in the login"),
    ("tab\tstop", "a tab in the login, no less"),
    ("zero\u200bwidth", "an invisible mark in the login"),
    ("right\u202eleft", "turns the text around"),
    ("\U00020000" * 64, "sixty-four signs, 256 bytes"),
    # Names that are one account once case and form are folded; the first one stands.
    ("Müller", "the first Mueller's secret"),
    ("MÜLLER", "the second Mueller's secret"),
    ("Straße", "the street with a sharp s"),
    ("STRASSE", "the street in capitals"),
    ("renée", "one sign: an e with acute"),
    ("rene\u0301e", "two signs: e, then acute"),
    ("fullwidth", "narrow letters, plain"),
    ("ｆｕｌｌｗｉｄｔｈ", "wide letters, from an IME"),
    ("twice", "the same name, entered first"),
    ("twice", "the same name, entered again"),
]

HEADER = """\
/*M!999999\\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: website
-- ------------------------------------------------------
-- Server version\t10.11.6-MariaDB-0+deb12u1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

--
-- Table structure for table `user_man`
--

DROP TABLE IF EXISTS `user_man`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `user_man` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `login_name` varchar(64) DEFAULT NULL,
  `password` varchar(128) DEFAULT NULL,
  `session` varchar(40) DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=%d DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `user_man`
--

LOCK TABLES `user_man` WRITE;
/*!40000 ALTER TABLE `user_man` DISABLE KEYS */;
"""

FOOTER = """\
/*!40000 ALTER TABLE `user_man` ENABLE KEYS */;
UNLOCK TABLES;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed on 2024-02-29 23:59:59
"""


class Draw:
    """A small generator of its own, so that no version of Python changes the file (Knuth's MMIX constants)."""

    def __init__(self, seed):
        self.state = seed

    def number(self, below):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % below

    def one(self, of):
        return of[self.number(len(of))]


def login(draw):
    kind = draw.number(10)
    if kind < 4:
        return draw.one(LATIN) + draw.one([".", "_", "-", ""]) + draw.one(NATURE)
    if kind < 6:
        return draw.one(ACCENTED) + draw.one(["", "", ".", " "]) + str(draw.number(90) + 10)
    if kind < 9:
        return draw.one(FAMILY) + draw.one(GIVEN) + draw.one(["", GIVEN[draw.number(len(GIVEN))]])
    return draw.one(LATIN).capitalize() + draw.one(["@", "+"]) + draw.one(OBJECTS) + ".example"


def password(draw, mark):
    kind = draw.number(10)
    if kind < 5:
        return draw.one(NATURE) + draw.one("-_. !$&") + draw.one(OBJECTS) + str(mark)
    if kind < 7:
        return draw.one(CHINESE) + str(mark) + draw.one(["", "!", "。"])
    if kind < 8:
        return draw.one(FOREIGN) + draw.one(["'", '"', "\\", "%", ";", "),(", "--"]) + draw.one(OBJECTS) + str(mark)
    if kind < 9:
        return draw.one(FOREIGN) + " " + draw.one(NATURE).upper() + str(mark)
    return draw.one(OBJECTS).capitalize() + "@" + draw.one(LATIN) + str(mark) + draw.one(["", "'", "\\"])


def session(draw):
    """As the old pages made it: the SHA-1 of a random number between 0 and 1, in hex; NULL for most by now."""
    kind = draw.number(8)
    if kind < 2:
        return hashlib.sha1(repr(draw.number(2**31) / 2**31).encode()).hexdigest()
    return "" if kind == 2 else None


def rows():
    draw = Draw(SEED)
    known = {name for name, _ in PECULIAR}
    pairs = []
    while len(pairs) < ORDINARY_ROWS:
        name = login(draw)
        if name.casefold() not in known:
            known.add(name.casefold())
            # 60013 is a prime, so that every mark is another one; all have five digits.
            pairs.append((name, password(draw, 20011 + len(pairs) * 7919 % 60013)))
    for count, pair in enumerate(PECULIAR):
        pairs.insert(17 + count * 12, pair)
    number = 0
    for name, word in pairs:
        number += 1 + (draw.number(12) == 0) * draw.number(30)  # accounts were deleted now and then
        yield number, name, word, session(draw)


def quoted(text):
    """A value as mysql_real_escape_string leaves it; a tab stays as it is."""
    if text is None:
        return "NULL"
    escapes = {"\0": "\\0", "\n": "\\n", "\r": "\\r", "\x1a": "\\Z", "'": "\\'", '"': '\\"', "\\": "\\\\"}
    return "'" + "".join(escapes.get(character, character) for character in text) + "'"


def main():
    table = list(rows())
    words = [word for _, _, word, _ in table if word]
    everything = "\n".join(text for _, name, word, _ in table for text in (name, word) if text)
    unfit = [word for word in words if everything.count(word) != 1 or len(word.encode()) < 10]
    assert not unfit, f"short, or not unique: {unfit}"

    opening = "INSERT INTO `user_man` VALUES\n"
    statements, length = [], STATEMENT_BYTES
    for number, *texts in table:
        row = "(" + ",".join([str(number)] + [quoted(text) for text in texts]) + ")"
        length += len(row.encode()) + 2
        if length >= STATEMENT_BYTES:
            statements.append([])
            length = len(opening) + 4 + len(row.encode()) + 2
        statements[-1].append(row)
    dump = HEADER % (table[-1][0] + 1)
    dump += "".join(opening + ",\n".join(each) + ";\n" for each in statements)
    sys.stdout.buffer.write((dump + FOOTER).encode())


main()
