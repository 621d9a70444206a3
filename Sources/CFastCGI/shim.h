#pragma once
#include <errno.h>
#include <fastcgi.h>
#include <fcgiapp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

// Headers give these with _GNU_SOURCE only, which must not be set for one module alone: types would differ from Glibc's.
extern int accept4(int, struct sockaddr *, socklen_t *, int);
#ifndef POLLRDHUP
#define POLLRDHUP 0x2000
#endif

// Swift leaves fork out, because it would copy one thread of many. A program that has started none may call it.
static inline pid_t rollcall_fork(void) { return fork(); }

// Swift does not import variadic functions.
static inline int rollcall_signal_when_parent_ends(int number) { return prctl(PR_SET_PDEATHSIG, number); }

// Who is woken by a connection does not push aside the web server, which is about to write the request to it. Swift does
// not see the constant.
static inline int rollcall_schedule_without_preemption(void) {
  struct sched_param none = {0};
  return sched_setscheduler(0, 3 /* SCHED_BATCH */, &none);
}

// A descriptor that can be read when one of these signals, which must be blocked, is there for the process.
static inline int rollcall_signal_descriptor(const sigset_t *signals) {
  return signalfd(-1, signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

// Reading from what is accepted waits, unless a call asks it not to.
static inline int rollcall_accept(int listener) { return accept4(listener, NULL, NULL, SOCK_CLOEXEC); }

// Whether whoever is at the other end will send no more.
static inline int rollcall_is_at_end(int descriptor) {
  struct pollfd end = {.fd = descriptor, .events = POLLRDHUP};
  return poll(&end, 1, 0) > 0 && end.revents != 0;
}

static inline int rollcall_wait_set(void) { return epoll_create1(EPOLL_CLOEXEC); }

// Of all processes that wait for a shared descriptor, an event wakes one. What is told once is told again when more comes.
static inline int rollcall_wait_set_add(int set, int descriptor, int is_shared, int is_once) {
  struct epoll_event event = {0};
  event.events = is_shared ? EPOLLIN | EPOLLEXCLUSIVE : EPOLLIN;
  if (is_once) event.events |= EPOLLET;
  event.data.fd = descriptor;
  return epoll_ctl(set, EPOLL_CTL_ADD, descriptor, &event);
}

static inline int rollcall_wait_set_remove(int set, int descriptor) {
  return epoll_ctl(set, EPOLL_CTL_DEL, descriptor, NULL);
}

// Waits until a descriptor of the set is ready: each gets its turn. -1 after that many milliseconds; -1 waits for ever.
static inline int rollcall_wait_set_wait(int set, int milliseconds) {
  struct epoll_event event;
  int count;
  do count = epoll_wait(set, &event, 1, milliseconds);
  while (count < 0 && errno == EINTR);
  return count > 0 ? event.data.fd : -1;
}
