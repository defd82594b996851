// The child that reads a spreadsheet. It gives up what it does not need before it looks at the file.
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <new>

#include "platform/tables/reading_process.h"
#include "platform/tables/spreadsheet.h"

namespace digilots::tables {

namespace {

constexpr std::size_t memory = 384UL * 1024 * 1024;
constexpr int seconds = 15, gentle = 10;

// Sanitizers take terabytes of addresses for themselves.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_memory_limited = false;
#else
constexpr bool is_memory_limited = true;
#endif

std::size_t addresses_in_use() {
    std::size_t pages = 0;
    if (auto* file = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(file, "%zu", &pages) != 1) pages = 0;
        std::fclose(file);
    }
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void limit(__rlimit_resource what, std::size_t most) {
    const rlimit both{most, most};
    ::setrlimit(what, &both);
}

void give_up_what_is_not_needed() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0);
    ::setpriority(PRIO_PROCESS, 0, gentle);
    if (is_memory_limited) limit(RLIMIT_AS, addresses_in_use() + memory);
    limit(RLIMIT_CPU, seconds);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    limit(RLIMIT_NOFILE, STDERR_FILENO + 1);
}

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) return false;
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// Sends rows in pieces, so that neither end holds all.
class Sender final : public RowTaker {
public:
    void take(const TableRow& row) override {
        waiting_ += frame_of(row);
        if (waiting_.size() > at_once) flush();
    }
    void flush() {
        if (!write_all(waiting_)) ::_exit(1);
        waiting_.clear();
    }

private:
    static constexpr std::size_t at_once = 32 * 1024;
    std::string waiting_;
};

/// The whole of standard input, which is a file in memory.
std::string_view input_bytes() {
    struct stat status {};
    if (::fstat(STDIN_FILENO, &status) != 0 || status.st_size <= 0) return "";
    const auto size = static_cast<std::size_t>(status.st_size);
    void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    return bytes == MAP_FAILED ? std::string_view() : std::string_view(static_cast<const char*>(bytes), size);
}

std::string answer(Sender& sender) {
    try {
        read_spreadsheet(input_bytes(), TableLimits{}, sender);
        return {end_frame};
    } catch (const TableFault& fault) {
        return frame_of(fault);
    } catch (const std::bad_alloc&) {
        return frame_of(TableFault{TableFault::Kind::too_large});
    } catch (...) {
        return frame_of(TableFault{TableFault::Kind::not_read});
    }
}

}  // namespace

bool is_reading_process(int argument_count, const char* const* arguments) {
    return argument_count == 2 && std::strcmp(arguments[1], "read-spreadsheet") == 0;
}

int run_reading_process() {
    give_up_what_is_not_needed();
    Sender sender;
    const auto last = answer(sender);
    sender.flush();
    return write_all(last) ? 0 : 1;
}

}  // namespace digilots::tables
