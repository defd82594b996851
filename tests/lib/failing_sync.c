// Preloaded into the program under test: every sync fails while the file that FAILING_SYNC names is there.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int failing(void) {
    const char* name = getenv("FAILING_SYNC");
    return name && access(name, F_OK) == 0;
}

static int sync_with(const char* name, int file) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    if (!failing()) return real(file);
    errno = EIO;
    return -1;
}

int fsync(int file) { return sync_with("fsync", file); }
int fdatasync(int file) { return sync_with("fdatasync", file); }
