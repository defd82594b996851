#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <memory>
#include <optional>
#include <semaphore>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "platform/tables/reading_process.h"

namespace digilots::tables {

namespace {

using std::chrono::steady_clock;

constexpr int most_children = 2;

/// Bounds what hundreds who send a file at once take of the machine.
std::counting_semaphore<most_children>& places() {
    static std::counting_semaphore<most_children> all{most_children};
    return all;
}

class Place {
public:
    explicit Place(std::chrono::milliseconds longest) : is_taken_(places().try_acquire_for(longest)) {}
    ~Place() {
        if (is_taken_) places().release();
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    bool is_taken() const { return is_taken_; }

private:
    bool is_taken_;
};

class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }

private:
    int number_;
};

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

/// The file in memory alone: on no disk, under no name.
Descriptor file_in_memory(std::string_view bytes) {
    Descriptor file(::memfd_create("table", MFD_CLOEXEC));
    if (file.number() < 0) fail("memfd_create");
    while (!bytes.empty()) {
        const auto count = ::write(file.number(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) fail("write");
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::lseek(file.number(), 0, SEEK_SET) != 0) fail("lseek");
    return file;
}

/// Ended and waited for whatever happens: none outlives its reading.
class Child {
public:
    Child(const std::vector<std::string>& command, const Descriptor& input, const Descriptor& output) {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, input.number(), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, output.number(), STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        // The server's threads hold back signals; a child does not.
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
        auto texts = command;
        std::vector<char*> arguments;
        for (auto& text : texts) arguments.push_back(text.data());
        arguments.push_back(nullptr);
        char* environment[] = {nullptr};
        const int error = ::posix_spawn(&id_, command.front().c_str(), &actions, &attributes,
                                        arguments.data(), environment);
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
        if (error != 0) throw std::system_error(error, std::generic_category(), command.front());
    }
    ~Child() {
        if (id_ > 0) end();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void end() {
        ::kill(id_, SIGKILL);
        int status = 0;
        while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
        }
        id_ = 0;
    }

private:
    pid_t id_ = 0;
};

/// Waits for what the child says until `until`; "" at its end, nothing where time is up.
std::optional<std::string_view> next_piece(int from, std::array<char, 64 * 1024>& buffer,
                                           steady_clock::time_point until) {
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - steady_clock::now()).count();
        if (left <= 0) return std::nullopt;
        pollfd waited{from, POLLIN, 0};
        const int ready = ::poll(&waited, 1, static_cast<int>(left));
        if (ready == 0) return std::nullopt;
        if (ready < 0 && errno != EINTR) fail("poll");
        if (ready < 0) continue;
        const auto count = ::read(from, buffer.data(), buffer.size());
        if (count < 0 && errno != EINTR) fail("read");
        if (count >= 0) return std::string_view(buffer.data(), static_cast<std::size_t>(count));
    }
}

}  // namespace

base::Result<Table, TableFault> read_in_child(std::string_view bytes, const TableLimits& limits,
                                              const ReadingProcess& process) {
    using enum TableFault::Kind;
    const Place place(process.longest_wait);
    if (!place.is_taken()) return base::failure(TableFault{busy});
    const auto until = steady_clock::now() + process.longest;
    const auto input = file_in_memory(bytes);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) fail("pipe");
    const Descriptor from_child(ends[0]);
    Descriptor to_parent(ends[1]);
    const Child child(process.command, input, to_parent);
    to_parent.close();
    FrameReader reader(limits);
    const auto buffer = std::make_unique<std::array<char, 64 * 1024>>();
    while (true) {
        const auto piece = next_piece(from_child.number(), *buffer, until);
        if (!piece) return base::failure(TableFault{too_slow});
        if (piece->empty()) break;
        if (!reader.take(*piece)) return base::failure(TableFault{not_read});
    }
    if (reader.fault) return base::failure(*std::move(reader.fault));
    if (!reader.is_whole()) return base::failure(TableFault{not_read});
    return std::move(reader.table);
}

}  // namespace digilots::tables
