#include "app/member_key.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/command.h"
#include "network/network.h"

namespace digilots::app {

namespace {

std::string key_file(const Settings& settings) { return settings.data + "/network.key"; }

/// Never readable by others, not even for a moment; there whole, or as it was.
void write_for_owner_alone(const std::string& file, const std::string& text) {
    const auto beside = file + ".new";
    ::unlink(beside.c_str());
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) throw CommandError("The key cannot be written to " + beside + ". Is the folder there, and yours?");
    const bool is_written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                            ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!is_written || std::rename(beside.c_str(), file.c_str()) != 0) {
        ::unlink(beside.c_str());
        throw CommandError("The key cannot be written to " + file + ". Is the disk full?");
    }
}

}  // namespace

std::string make_member_key(const Settings& settings) {
    if (!std::filesystem::is_directory(settings.data))
        throw CommandError("There is no data folder " + settings.data + ". Start with: digilots migrate");
    const auto made = network::new_key_pair();
    write_for_owner_alone(key_file(settings), made.secret_key + "\n");
    return made.public_key;
}

std::string secret_member_key(const Settings& settings) {
    std::ifstream in(key_file(settings));
    if (!in) throw CommandError("There is no key in " + key_file(settings) + ". Make one: digilots network key --new");
    std::string secret(std::istreambuf_iterator<char>(in), {});
    while (!secret.empty() && secret.back() == '\n') secret.pop_back();
    if (!network::is_secret_key(secret))
        throw CommandError("The key in " + key_file(settings) + " is damaged. Make another one: digilots network key --new");
    return secret;
}

std::string open_member_key(const Settings& settings) { return network::public_key_of(secret_member_key(settings)); }

}  // namespace digilots::app
