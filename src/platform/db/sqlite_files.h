#pragma once
// Whether the files that a SQLite database has open are still those at their paths.
#include <sys/types.h>

#include <array>
#include <string>

#include "platform/db/error.h"

namespace digilots::db {

/// What is wrong with the database's files while they are open. Nothing is written until it is over.
class FileTrouble : public DbError {
public:
    FileTrouble(ErrorKind kind, const std::string& file, const std::string& problem);
    /// Without the folder, for everybody: "digilots.db was moved, removed or replaced".
    const std::string& reason() const { return reason_; }

private:
    std::string reason_;
};

/// For SQLite: opened so, nothing is made beside the file and no lock is taken. Nobody else may write to it meanwhile.
std::string address_without_trace(const std::string& file);

/// A file that was moved or removed still takes writes, and they are gone when it is closed.
class SqliteFiles {
public:
    explicit SqliteFiles(std::string file) : file_(std::move(file)) {}

    /// Once, when all are open: these are the files.
    void remember();
    /// Throws FileTrouble where another file, or none, is at the path of the database, its log or the log's index.
    void require_same() const;
    /// SQLite makes its log and the index of it with the mode that the database has then: a database that might not be
    /// written for a while leaves them so. They are given the mode that it has now.
    void give_side_files_its_mode() const;

private:
    struct Identity {
        dev_t device = 0;
        ino_t number = 0;
        bool operator==(const Identity&) const = default;
    };
    static Identity identity_of(const std::string& path);

    const std::string file_;
    std::array<Identity, 3> remembered_{};
};

}  // namespace digilots::db
