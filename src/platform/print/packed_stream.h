#pragma once
// A zip file that is written while it is sent: however large it becomes, one of its files stands in memory. Nothing is squeezed.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::print {

class PackedStream {
public:
    /// The piece that one file becomes. Names are relative, with "/", each once.
    std::string file(std::string_view name, std::string_view bytes);
    /// The last piece: the list of all.
    std::string end();

private:
    struct Entry {
        std::string name;
        std::uint32_t checksum = 0, size = 0, at = 0;
    };
    std::vector<Entry> entries_;
    std::uint64_t written_ = 0;
};

}  // namespace digilots::print
