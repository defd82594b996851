#include "platform/jobs/holder.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>

#include "platform/base/text.h"
#include "platform/base/uuid.h"

namespace digilots::jobs {

namespace {

/// Process numbers mean something within one boot and one namespace of processes only: containers have their own.
std::string machine() {
    std::string boot;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> boot;
    std::array<char, 64> space{};
    const auto length = ::readlink("/proc/self/ns/pid", space.data(), space.size());
    if (boot.empty() || length <= 0) return "";
    return boot + "/" + std::string(space.data(), static_cast<std::size_t>(length));
}

const std::string& this_machine() {
    static const std::string name = machine();
    return name;
}

}  // namespace

std::string new_holder() {
    const auto& name = this_machine();
    return (name.empty() ? "?" : name) + " " + std::to_string(::getpid()) + " " + base::random_token(12);
}

bool is_dead_here(const std::string& holder) {
    const auto words = base::split(holder, ' ');
    if (words.size() != 3 || this_machine().empty() || words[0] != this_machine()) return false;
    int process = 0;
    std::from_chars(words[1].data(), words[1].data() + words[1].size(), process);
    return process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
}

}  // namespace digilots::jobs
