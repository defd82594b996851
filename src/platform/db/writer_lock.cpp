#include "platform/db/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "platform/db/error.h"

namespace digilots::db {

WriterLock::WriterLock(const std::string& file)
    : file_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640)) {
    if (file_ < 0) throw DbError(ErrorKind::unavailable, "cannot open " + file + ": " + std::strerror(errno));
}

WriterLock::~WriterLock() {
    close(file_);
}

bool WriterLock::try_lock() {
    return flock(file_, LOCK_EX | LOCK_NB) == 0;
}

void WriterLock::unlock() {
    flock(file_, LOCK_UN);
}

}  // namespace digilots::db
