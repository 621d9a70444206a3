#!/usr/bin/python3
"""An old page that knows nothing of Rollcall: whoever REMOTE_USER names is logged in."""

import html
import os
import sys

body = sys.stdin.buffer.read(int(os.environ.get("CONTENT_LENGTH") or 0))
said = sorted(
    f"{name}={value}"
    for name, value in os.environ.items()
    if name.startswith(("REMOTE_", "HTTP_", "QUERY_", "ROLLCALL_")) and name != "HTTP_COOKIE"
)

print("Content-Type: text/html; charset=utf-8\r\n\r")
print(f"""<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Hours</title>
<h1>Hours of {html.escape(os.environ.get("REMOTE_USER", "nobody"))}</h1>
<p>{html.escape(os.environ["REQUEST_METHOD"])}, {len(body)} bytes sent. The web server says:
<pre>
{html.escape(chr(10).join(said))}
</pre>
<p><a href="/login.cgi">Your session</a>""")
