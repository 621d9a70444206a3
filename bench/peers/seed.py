#!/usr/bin/env python3
"""The check of the page that Rollcall began as: the id and the session's name stand in two cookies, one row a user."""
import os
import sqlite3
from http.cookies import SimpleCookie


def visitor():
    jar = SimpleCookie(os.environ.get("HTTP_COOKIE", ""))
    if "userid" not in jar or "session" not in jar:
        return None
    database = sqlite3.connect(os.environ["SEED_DATABASE"])
    found = database.execute(
        "SELECT login_name, session FROM user_man WHERE id = ?", (jar["userid"].value,)
    ).fetchone()
    if not found or found[1] != jar["session"].value:
        return None
    return found[0]


name = visitor()
if name:
    print(f"Status: 200 OK\r\nRemote-User: {name}\r\nContent-Length: 0\r\n\r")
else:
    print("Status: 401 Unauthorized\r\nContent-Length: 0\r\n\r")
