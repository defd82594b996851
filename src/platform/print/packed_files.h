#pragma once
// A zip file in memory (libzip stays inside packed_files.cpp).
#include <string>
#include <vector>

namespace digilots::print {

struct PackedFile {
    std::string name;  // "content.xml"
    std::string bytes;
    bool is_packed = true;
};

/// In this order, without times of today: the same files give the same bytes.
std::string packed(const std::vector<PackedFile>& files);

}  // namespace digilots::print
