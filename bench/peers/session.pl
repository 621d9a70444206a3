#!/usr/bin/perl
# The check with Perl's CGI::Session, its rows in SQLite. `session.pl make` makes the table and one session, and prints its id.
use strict;
use warnings;
use CGI;
use CGI::Session;
use DBI;

my $database = DBI->connect("dbi:SQLite:dbname=$ENV{PERL_DATABASE}", '', '', {RaiseError => 1});
if (@ARGV && $ARGV[0] eq 'make') {
    $database->do('CREATE TABLE IF NOT EXISTS sessions (id CHAR(32) NOT NULL PRIMARY KEY, a_session TEXT NOT NULL)');
    my $session = CGI::Session->new('driver:sqlite', undef, {Handle => $database});
    $session->param(user => 'alice');
    $session->flush;
    print $session->id, "\n";
    exit;
}
my $session = CGI::Session->load('driver:sqlite', CGI->new, {Handle => $database});
my $user = $session && !$session->is_empty && $session->param('user');
if ($user) {
    print "Status: 200 OK\r\nRemote-User: $user\r\nContent-Length: 0\r\n\r\n";
} else {
    print "Status: 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
}
