#include "platform/base/reading_child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace digilots::base {

namespace {

using std::chrono::steady_clock;

constexpr int gentle = 10;

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

[[noreturn]] void fail_of_system(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

/// The file in memory alone: on no disk, under no name.
Descriptor file_in_memory(std::string_view bytes) {
    Descriptor file(::memfd_create("bytes", MFD_CLOEXEC));
    if (file.number() < 0) fail_of_system("memfd_create");
    while (!bytes.empty()) {
        const auto count = ::write(file.number(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) fail_of_system("write");
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::lseek(file.number(), 0, SEEK_SET) != 0) fail_of_system("lseek");
    return file;
}

class StartedChild {
public:
    StartedChild(const std::vector<std::string>& command, const Descriptor& input, const Descriptor& output) {
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
    ~StartedChild() {
        if (id_ > 0) end();
    }
    StartedChild(const StartedChild&) = delete;
    StartedChild& operator=(const StartedChild&) = delete;

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
        if (ready < 0 && errno != EINTR) fail_of_system("poll");
        if (ready < 0) continue;
        const auto count = ::read(from, buffer.data(), buffer.size());
        if (count < 0 && errno != EINTR) fail_of_system("read");
        if (count >= 0) return std::string_view(buffer.data(), static_cast<std::size_t>(count));
    }
}

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

}  // namespace

struct ReadingChild::Implementation {
    steady_clock::time_point until;
    Descriptor input, from_child, to_parent;
    std::unique_ptr<StartedChild> child = nullptr;
    std::array<char, 64 * 1024> buffer = {};
};

ReadingChild::ReadingChild(const std::vector<std::string>& command, std::string_view bytes, std::chrono::milliseconds longest) {
    const auto until = steady_clock::now() + longest;
    auto input = file_in_memory(bytes);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) fail_of_system("pipe");
    implementation_ = std::make_unique<Implementation>(until, std::move(input), Descriptor(ends[0]), Descriptor(ends[1]));
    auto& self = *implementation_;
    self.child = std::make_unique<StartedChild>(command, self.input, self.to_parent);
    self.to_parent.close();
    self.input.close();
}

ReadingChild::~ReadingChild() = default;

std::optional<std::string_view> ReadingChild::next() {
    return next_piece(implementation_->from_child.number(), implementation_->buffer, implementation_->until);
}

void give_up_what_is_not_needed(const ChildMeans& means) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0);
    ::setpriority(PRIO_PROCESS, 0, gentle);
    if (is_memory_limited) limit(RLIMIT_AS, addresses_in_use() + means.memory);
    limit(RLIMIT_CPU, static_cast<std::size_t>(means.seconds));
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    limit(RLIMIT_NOFILE, STDERR_FILENO + 1);
}

std::string_view bytes_from_parent() {
    struct stat status {};
    if (::fstat(STDIN_FILENO, &status) != 0 || status.st_size <= 0) return "";
    const auto size = static_cast<std::size_t>(status.st_size);
    void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    return bytes == MAP_FAILED ? std::string_view() : std::string_view(static_cast<const char*>(bytes), size);
}

bool say_to_parent(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) return false;
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace digilots::base
