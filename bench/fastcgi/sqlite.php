<?php
// The check as Rollcall does it: the session by its id, its secret compared by hash, both its limits, the user's state.
// The connection stays open between requests. bench/peers/php.sql makes the database.
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
