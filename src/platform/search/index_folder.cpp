#include "platform/search/index_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <system_error>

namespace digilots::search {
namespace {

namespace files = std::filesystem;

unsigned number_of(const files::path& path) {
    const auto name = path.filename().string();
    const auto dash = name.rfind('-');
    unsigned number = 0;
    if (dash != std::string::npos) std::from_chars(name.data() + dash + 1, name.data() + name.size(), number);
    return number;
}

/// Somebody may have removed the folder: it is made again, but not the data folder around it.
int open_in(const files::path& directory) {
    std::error_code there_already;
    files::create_directory(directory, there_already);
    return ::open((directory / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

}  // namespace

IndexFolder::IndexFolder(files::path directory) : directory_(std::move(directory)) {
    files::create_directories(directory_);
}

files::path IndexFolder::current() const {
    std::ifstream pointer(directory_ / "current");
    std::string name;
    if (!std::getline(pointer, name) || !name.starts_with("index-") || name.find('/') != std::string::npos) return {};
    return directory_ / name;
}

std::uint64_t IndexFolder::stamp() const {
    struct stat about{};
    if (::stat((directory_ / "current").c_str(), &about) != 0) return 0;
    const auto nanoseconds = static_cast<std::uint64_t>(about.st_mtim.tv_sec) * 1'000'000'000U
                             + static_cast<std::uint64_t>(about.st_mtim.tv_nsec);
    return nanoseconds ^ (static_cast<std::uint64_t>(about.st_ino) << 40U);
}

files::path IndexFolder::next() const {
    unsigned highest = 0;
    for (const auto& entry : files::directory_iterator(directory_)) highest = std::max(highest, number_of(entry.path()));
    return directory_ / ("index-" + std::to_string(highest + 1));
}

void IndexFolder::use(const files::path& path) {
    const auto replaced = current();
    const auto beside = directory_ / "current.new";
    {
        std::ofstream pointer(beside, std::ios::trunc);
        pointer << path.filename().string() << '\n';
        pointer.flush();
        if (!pointer) throw std::system_error(errno, std::generic_category(), "write " + beside.string());
    }
    files::rename(beside, directory_ / "current");
    for (const auto& entry : files::directory_iterator(directory_)) {
        const auto& old = entry.path();
        if (!old.filename().string().starts_with("index-") || old == path || old == replaced) continue;
        std::error_code ignored;
        files::remove_all(old, ignored);
    }
}

void IndexFolder::set_aside(const files::path& path) {
    std::error_code ignored;
    auto number = number_of(path);
    auto aside = directory_ / ("damaged-" + std::to_string(number));
    while (files::exists(aside, ignored)) aside = directory_ / ("damaged-" + std::to_string(++number));
    files::rename(path, aside, ignored);
}

bool IndexFolder::is_there(const files::path& path) {
    struct stat about{};
    return !path.empty() && ::stat(path.c_str(), &about) == 0;
}

IndexFolder::Lock::Lock(const IndexFolder& folder)
    : file_(open_in(folder.directory_)) {
    if (file_ < 0) throw std::system_error(errno, std::generic_category(), "open the search index's lock file");
    while (::flock(file_, LOCK_EX) != 0) {
        if (errno == EINTR) continue;
        const auto problem = errno;
        ::close(file_);
        throw std::system_error(problem, std::generic_category(), "lock the search index");
    }
}

IndexFolder::Lock::~Lock() { ::close(file_); }

}  // namespace digilots::search
