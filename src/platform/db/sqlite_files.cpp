#include "platform/db/sqlite_files.h"

#include <sys/stat.h>

#include <filesystem>

namespace digilots::db {
namespace {

constexpr std::array<const char*, 3> parts{"", "-wal", "-shm"};

}  // namespace

std::string address_without_trace(const std::string& file) {
    std::string address = "file:";
    for (const char character : std::filesystem::absolute(file).string()) {
        if (character == '%' || character == '?' || character == '#') {
            address += character == '%' ? "%25" : character == '?' ? "%3f" : "%23";
        } else {
            address += character;
        }
    }
    return address + "?immutable=1";
}

FileTrouble::FileTrouble(ErrorKind kind, const std::string& file, const std::string& problem)
    : DbError(kind, file + " " + problem), reason_(std::filesystem::path(file).filename().string() + " " + problem) {}

SqliteFiles::Identity SqliteFiles::identity_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    return {status.st_dev, status.st_ino};
}

void SqliteFiles::remember() {
    for (std::size_t i = 0; i < parts.size(); ++i) remembered_[i] = identity_of(file_ + parts[i]);
}

void SqliteFiles::require_same() const {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (remembered_[i] == Identity{} || identity_of(file_ + parts[i]) == remembered_[i]) continue;
        throw FileTrouble(ErrorKind::unavailable, file_ + parts[i], "was moved, removed or replaced while it was in use");
    }
}

void SqliteFiles::give_side_files_its_mode() const {
    constexpr mode_t modes = 07777;
    struct stat database {}, side {};
    if (::stat(file_.c_str(), &database) != 0 || !(database.st_mode & S_IWUSR)) return;
    for (const char* part : {"-wal", "-shm"}) {
        const std::string path = file_ + part;
        if (::lstat(path.c_str(), &side) != 0 || !S_ISREG(side.st_mode) || side.st_uid != database.st_uid) continue;
        if ((side.st_mode & modes) != (database.st_mode & modes)) ::chmod(path.c_str(), database.st_mode & modes);
    }
}

}  // namespace digilots::db
