#include "app/child_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <system_error>

extern char** environ;

namespace digilots::app {

namespace {

std::vector<std::string> joined_environment(const std::vector<std::pair<std::string, std::string>>& added) {
    std::vector<std::string> all;
    for (const auto& [name, value] : added) all.push_back(name + "=" + value);
    for (char** entry = environ; *entry; ++entry) {
        const std::string text = *entry;
        const auto name = text.substr(0, text.find('='));
        if (std::ranges::none_of(added, [&](const auto& pair) { return pair.first == name; })) all.push_back(text);
    }
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> found;
    for (auto& text : texts) found.push_back(text.data());
    found.push_back(nullptr);
    return found;
}

std::string read_all(int descriptor) {
    std::string text;
    std::array<char, 4096> buffer;
    for (ssize_t count; (count = ::read(descriptor, buffer.data(), buffer.size())) > 0;) text.append(buffer.data(), count);
    return text;
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& arguments,
                      const std::vector<std::pair<std::string, std::string>>& environment) {
    auto argument_texts = arguments;
    auto environment_texts = joined_environment(environment);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    pid_t child = 0;
    const int error = posix_spawnp(&child, arguments.front().c_str(), &actions, nullptr, pointers(argument_texts).data(),
                                   pointers(environment_texts).data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (error != 0) {
        ::close(ends[0]);
        return {127, arguments.front() + " cannot be started: " + std::generic_category().message(error)};
    }
    ChildResult result;
    result.errors = read_all(ends[0]);
    ::close(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

}  // namespace digilots::app
