#pragma once
// Keeps processes that write to the same SQLite file (serve, import, user add …) apart, checkpoints included.
#include <string>

namespace digilots::db {

/// SQLite's own locks let one process checkpoint while another starts to write; that can damage the file in
/// a rare race (the "WAL-reset bug" of sqlite.org/wal.html, also in 3.40). Whoever writes holds this lock
/// around both.
class WriterLock {
public:
    /// Throws DbError(unavailable) where the file cannot be made.
    explicit WriterLock(const std::string& file);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

    [[nodiscard]] bool try_lock();
    void unlock();

private:
    int file_;
};

}  // namespace digilots::db
