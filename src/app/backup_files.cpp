#include "app/backup_files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "app/command.h"
#include "platform/base/uuid.h"

namespace digilots::app {

namespace {

constexpr const char* manifest_name = "manifest.txt";
constexpr const char* checksums_name = "SHA256SUMS";

std::vector<std::string> file_names(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().filename() != checksums_name) names.push_back(entry.path().filename());
    }
    return names;
}

void write_file(const std::string& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw CommandError("The file " + file + " cannot be written. Is the disk full?");
}

}  // namespace

std::string checksum_of_file(const std::string& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw CommandError("The file " + file + " cannot be read.");
    struct stat status {};
    ::fstat(descriptor, &status);
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) {
        ::close(descriptor);
        return base::sha256_hex("");
    }
    void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    ::close(descriptor);
    if (bytes == MAP_FAILED) throw CommandError("The file " + file + " cannot be read.");
    auto checksum = base::sha256_hex({static_cast<const char*>(bytes), size});
    ::munmap(bytes, size);
    return checksum;
}

void make_durable(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool durable = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (!durable) throw CommandError("The disk did not confirm that " + path + " is stored. Check the disk and try again.");
}

void seal_backup(const std::string& folder, const Manifest& manifest) {
    std::string text;
    for (const auto& [key, value] : manifest) text += key + " " + value + "\n";
    write_file(folder + "/" + manifest_name, text);
    std::string checksums;
    for (const auto& name : file_names(folder)) {
        make_durable(folder + "/" + name);
        checksums += checksum_of_file(folder + "/" + name) + "  " + name + "\n";
    }
    write_file(folder + "/" + checksums_name, checksums);
    make_durable(folder + "/" + checksums_name);
    make_durable(folder);
}

Manifest open_sealed_backup(const std::string& folder) {
    std::ifstream checksums(folder + "/" + checksums_name);
    if (!checksums) {
        throw CommandError(folder + " is not a complete backup: " + checksums_name +
                           " is missing. Name a folder that digilots backup wrote.");
    }
    bool has_manifest = false;
    for (std::string line; std::getline(checksums, line);) {
        const auto name = line.size() > 66 ? line.substr(66) : std::string();
        const bool is_plain = !name.empty() && name.find('/') == std::string::npos;
        const auto file = folder + "/" + name;
        if (!is_plain || !std::filesystem::exists(file) || checksum_of_file(file) != line.substr(0, 64)) {
            throw CommandError("The backup is damaged: " + file +
                               " is missing or was changed after it was written. Use another backup.");
        }
        has_manifest = has_manifest || name == manifest_name;
    }
    if (!has_manifest) throw CommandError("The backup is damaged: it has no manifest. Use another backup.");
    Manifest manifest;
    std::ifstream in(folder + "/" + manifest_name);
    for (std::string key, value; in >> key && std::getline(in >> std::ws, value);) manifest[key] = value;
    return manifest;
}

}  // namespace digilots::app
