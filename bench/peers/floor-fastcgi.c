// What FastCGI itself takes: as many workers as the others, an answer as long as theirs needs to be, and nothing looked up.
#include <fcgiapp.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <signal.h>
#include <unistd.h>

int main(int count, char **words) {
    // The first one takes the others with it.
    for (int workers = count > 1 ? atoi(words[1]) : 1; workers > 1; workers--) {
        if (fork() == 0) {
            prctl(PR_SET_PDEATHSIG, SIGTERM);
            break;
        }
    }
    FCGX_Request request;
    if (FCGX_Init() != 0 || FCGX_InitRequest(&request, 0, 0) != 0) return 1;
    while (FCGX_Accept_r(&request) == 0) {
        FCGX_PutS("Cache-Control: no-store\r\nRemote-User: bench\r\n\r\n", request.out);
        FCGX_Finish_r(&request);
    }
    return 0;
}
