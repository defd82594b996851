#pragma once
// Where an index lies: DIR/index-7 named by DIR/current, which is replaced in one step. No Xapian here.
#include <cstdint>
#include <filesystem>
#include <string>

namespace digilots::search {

class IndexFolder {
public:
    explicit IndexFolder(std::filesystem::path directory);

    /// Full path of the index in use; "" where there is none yet.
    std::filesystem::path current() const;
    /// Changes whenever current() may have changed. One system call.
    std::uint64_t stamp() const;
    /// False where somebody has removed an index, though current() may still name it.
    static bool is_there(const std::filesystem::path& path);
    /// A path for the next index, not yet in use.
    std::filesystem::path next() const;
    /// From now on `path` is current(); indexes before the one just replaced are removed.
    void use(const std::filesystem::path& path);
    /// Keeps a damaged index for inspection under another name.
    void set_aside(const std::filesystem::path& path);

    /// Held by whoever writes, in any process.
    class Lock {
    public:
        explicit Lock(const IndexFolder& folder);
        ~Lock();
        Lock(const Lock&) = delete;
        Lock& operator=(const Lock&) = delete;

    private:
        int file_;
    };

private:
    std::filesystem::path directory_;
};

}  // namespace digilots::search
