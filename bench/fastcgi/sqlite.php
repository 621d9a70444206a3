<?php
// The check as Rollcall does it: the session by its id, its secret compared by hash, both its limits, the user's state.
// The connection stays open between requests. `php sqlite.php PATH` makes the database and prints a cookie.
if (PHP_SAPI === 'cli') {
    $db = new PDO('sqlite:' . $argv[1]);
    $db->exec('PRAGMA journal_mode=WAL');
    $db->exec('CREATE TABLE users (id INTEGER PRIMARY KEY, login TEXT NOT NULL, state INTEGER NOT NULL)');
    $db->exec('CREATE TABLE sessions (id BLOB PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users, '
        . 'proof BLOB NOT NULL, idle_until INTEGER NOT NULL, ends_at INTEGER NOT NULL) WITHOUT ROWID');
    $db->beginTransaction();
    $user = $db->prepare('INSERT INTO users (id, login, state) VALUES (?, ?, 0)');
    for ($i = 1; $i <= 1000; $i++) {
        $user->execute([$i, "user$i"]);
    }
    $session = $db->prepare('INSERT INTO sessions VALUES (?, ?, ?, ?, ?)');
    for ($i = 0; $i < 10000; $i++) {
        $id = random_bytes(16);
        $secret = random_bytes(32);
        $proof = hash('sha256', $secret, true);
        foreach ([1 => $id, 3 => $proof] as $at => $bytes) {
            $session->bindValue($at, $bytes, PDO::PARAM_LOB);
        }
        $session->bindValue(2, $i % 1000 + 1, PDO::PARAM_INT);
        $session->bindValue(4, time() + 3600, PDO::PARAM_INT);
        $session->bindValue(5, time() + 7200, PDO::PARAM_INT);
        $session->execute();
    }
    $db->commit();
    echo 'peer=', bin2hex($id), bin2hex($secret), "\n";
    exit;
}

header('Cache-Control: no-store');
$token = $_COOKIE['peer'] ?? '';
if (!preg_match('/^[0-9a-f]{96}$/D', $token)) {
    http_response_code(401);
    exit;
}
$db = new PDO('sqlite:' . $_SERVER['PEER_DATABASE'], null, null, [PDO::ATTR_PERSISTENT => true]);
$find = $db->prepare('SELECT s.proof, u.login FROM sessions s JOIN users u ON u.id = s.user_id '
    . 'WHERE s.id = ? AND u.state = 0 AND s.idle_until > ? AND s.ends_at > ?');
$find->bindValue(1, hex2bin(substr($token, 0, 32)), PDO::PARAM_LOB);
$find->bindValue(2, time(), PDO::PARAM_INT);
$find->bindValue(3, time(), PDO::PARAM_INT);
$find->execute();
$row = $find->fetch(PDO::FETCH_ASSOC);
if (!$row || !hash_equals($row['proof'], hash('sha256', hex2bin(substr($token, 32)), true))) {
    http_response_code(401);
    exit;
}
header('Remote-User: ' . rawurlencode($row['login']));
