<?php
// The check by PHP's own sessions, each in a file. Asked to by ?login it makes one, as a login page would.
if (isset($_GET['login'])) {
    session_start();
    $_SESSION['user'] = $_GET['login'];
    exit;
}
session_start(['read_and_close' => true]);
header('Cache-Control: no-store');
if (!isset($_SESSION['user'])) {
    http_response_code(401);
    exit;
}
header('Remote-User: ' . rawurlencode($_SESSION['user']));
