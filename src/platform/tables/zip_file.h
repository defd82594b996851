#pragma once
// A zip file in memory, read without trusting it: what its directory says is held against limits before
// anything is unpacked, and what is unpacked against what the directory says.
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "platform/tables/table.h"

namespace digilots::tables {

struct ZipEntry {
    std::string name;
    std::uint64_t offset = 0;  // of its own header
    std::uint64_t packed = 0, size = 0;
    std::uint32_t checksum = 0;
    bool is_deflated = false;
    std::uint64_t data = 0;  // where its bytes begin
};

/// Only named: nothing is ever written under the names of a zip, so no path in one leads anywhere.
class ZipFile {
public:
    /// `bytes` outlives it. Refused: cut off, ZIP64, several volumes, encrypted, other packing than deflate,
    /// entries that overlap or lie outside, more or larger ones than the limits allow.
    static base::Result<ZipFile, TableFault> open(std::string_view bytes, const TableLimits& limits);

    /// In capitals or not; nullptr where it is not there.
    const ZipEntry* find(std::string_view name) const;
    const std::vector<ZipEntry>& entries() const { return entries_; }
    std::string_view packed_bytes(const ZipEntry& entry) const {
        return bytes_.substr(entry.data, entry.packed);
    }

private:
    std::string_view bytes_;
    std::vector<ZipEntry> entries_;
};

/// The content of an entry, piece by piece.
class Unpacker {
public:
    Unpacker(const ZipFile& file, const ZipEntry& entry);
    ~Unpacker();

    /// Up to 64 KiB, valid until the next call; "" at the end and where it is damaged.
    std::string_view next();
    /// It does not unpack to what the directory says.
    bool is_damaged() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// All of a small entry; "" where it is larger than `most` or damaged.
std::string unpacked(const ZipFile& file, const ZipEntry& entry, std::size_t most);

}  // namespace digilots::tables
