<?php
// An old page that knows nothing of Rollcall: whoever REMOTE_USER names is logged in.
$said = [];
foreach ($_SERVER as $name => $value) {
    if (preg_match('/^(REMOTE|HTTP|QUERY|ROLLCALL|PHP_AUTH)_/', $name) && $name !== 'HTTP_COOKIE') {
        $said[] = "$name=$value";
    }
}
sort($said);
$size = strlen(file_get_contents('php://input'));
header('Content-Type: text/html; charset=utf-8');
?>
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Notes</title>
<h1>Notes of <?= htmlspecialchars($_SERVER['REMOTE_USER'] ?? 'nobody') ?></h1>
<p><?= htmlspecialchars($_SERVER['REQUEST_METHOD']) ?>, <?= $size ?> bytes sent. The web server says:
<pre>
<?= htmlspecialchars(implode("\n", $said)) . "\n" ?>
</pre>
<p><a href="/login.cgi">Your session</a>
