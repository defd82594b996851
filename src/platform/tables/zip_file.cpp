#include "platform/tables/zip_file.h"

#include <zlib.h>

#include <algorithm>
#include <optional>

#include "platform/base/text.h"

namespace digilots::tables {

namespace {

constexpr std::size_t end_size = 22, longest_comment = 65'535, central_size = 46, local_size = 30;
constexpr std::uint32_t end_sign = 0x06054b50, central_sign = 0x02014b50, local_sign = 0x04034b50;
constexpr std::uint16_t stored = 0, deflated = 8, encrypted_bit = 1;
constexpr std::size_t piece_bytes = 64 * 1024, most_at_once = 1 << 30;

std::uint32_t number_at(std::string_view bytes, std::size_t at, int size) {
    std::uint32_t number = 0;
    for (int i = size - 1; i >= 0; --i)
        number = (number << 8) | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return number;
}
std::uint32_t four(std::string_view bytes, std::size_t at) {
    return number_at(bytes, at, 4);
}
std::uint16_t two(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(number_at(bytes, at, 2));
}

/// Of the record that ends the directory: a comment may stand behind it.
std::optional<std::size_t> find_end(std::string_view bytes) {
    if (bytes.size() < end_size) return std::nullopt;
    const std::size_t last = bytes.size() - end_size;
    const std::size_t first = last > longest_comment ? last - longest_comment : 0;
    for (std::size_t at = last + 1; at-- > first;)
        if (four(bytes, at) == end_sign && at + end_size + two(bytes, at + 20) == bytes.size()) return at;
    return std::nullopt;
}

/// Where the bytes of an entry begin and end by its own header; false where that lies outside.
bool place(std::string_view bytes, std::size_t directory, ZipEntry& entry) {
    if (entry.offset + local_size > directory || four(bytes, entry.offset) != local_sign) return false;
    entry.data = entry.offset + local_size + two(bytes, entry.offset + 26) + two(bytes, entry.offset + 28);
    return entry.data + entry.packed <= directory;
}

bool overlap(std::vector<ZipEntry> entries) {
    std::ranges::sort(entries, {}, &ZipEntry::offset);
    for (std::size_t i = 1; i < entries.size(); ++i)
        if (entries[i - 1].data + entries[i - 1].packed > entries[i].offset) return true;
    return false;
}

}  // namespace

base::Result<ZipFile, TableFault> ZipFile::open(std::string_view bytes, const TableLimits& limits) {
    using enum TableFault::Kind;
    const auto end = find_end(bytes);
    if (!end) return base::failure(TableFault{cut_off});
    const std::size_t count = two(bytes, *end + 10), directory = four(bytes, *end + 16);
    if (two(bytes, *end + 4) != 0 || two(bytes, *end + 8) != count || directory > *end)
        return base::failure(TableFault{cut_off});
    if (count > limits.zip_entries) return base::failure(TableFault{too_large});
    ZipFile file;
    file.bytes_ = bytes;
    std::uint64_t all = 0;
    std::size_t at = directory;
    for (std::size_t i = 0; i < count; ++i) {
        if (at + central_size > *end || four(bytes, at) != central_sign)
            return base::failure(TableFault{cut_off});
        const std::uint16_t method = two(bytes, at + 10);
        const std::size_t name = two(bytes, at + 28),
                          rest = std::size_t{two(bytes, at + 30)} + two(bytes, at + 32);
        if (two(bytes, at + 8) & encrypted_bit) return base::failure(TableFault{old_or_locked});
        if ((method != stored && method != deflated) || at + central_size + name > *end)
            return base::failure(TableFault{cut_off});
        ZipEntry entry{.name = std::string(bytes.substr(at + central_size, name)),
                       .offset = four(bytes, at + 42),
                       .packed = four(bytes, at + 20),
                       .size = four(bytes, at + 24),
                       .checksum = four(bytes, at + 16),
                       .is_deflated = method == deflated};
        all += entry.size;
        if (all > limits.unpacked_bytes) return base::failure(TableFault{too_large});
        if (!place(bytes, directory, entry)) return base::failure(TableFault{cut_off});
        file.entries_.push_back(std::move(entry));
        at += central_size + name + rest;
    }
    if (overlap(file.entries_)) return base::failure(TableFault{too_large});
    return file;
}

const ZipEntry* ZipFile::find(std::string_view name) const {
    const auto wanted = base::lower(name);
    const auto found = std::ranges::find_if(
        entries_, [&](const ZipEntry& entry) { return base::lower(entry.name) == wanted; });
    return found == entries_.end() ? nullptr : &*found;
}

struct Unpacker::Implementation {
    std::string_view left;
    std::uint64_t size, given = 0;
    std::uint32_t expected, checksum = 0;
    bool is_deflated, is_open = false, is_damaged = false, is_done = false;
    z_stream stream{};
    std::array<char, piece_bytes> piece;

    Implementation(std::string_view packed, const ZipEntry& entry)
        : left(packed), size(entry.size), expected(entry.checksum), is_deflated(entry.is_deflated) {}

    std::string_view inflate_some() {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        if (stream.avail_in == 0) {
            stream.avail_in = static_cast<uInt>(std::min(left.size(), most_at_once));
            stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(left.data()));
            left.remove_prefix(stream.avail_in);
        }
        const int result = ::inflate(&stream, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END) is_damaged = true;
        is_done = result == Z_STREAM_END || is_damaged;
        return {piece.data(), piece.size() - stream.avail_out};
    }
    std::string_view take_some() {
        const auto some = left.substr(0, piece_bytes);
        left.remove_prefix(some.size());
        is_done = left.empty();
        return some;
    }
};

Unpacker::Unpacker(const ZipFile& file, const ZipEntry& entry)
    : implementation_(std::make_unique<Implementation>(file.packed_bytes(entry), entry)) {
    auto& all = *implementation_;
    if (all.is_deflated) all.is_open = ::inflateInit2(&all.stream, -MAX_WBITS) == Z_OK;
    all.is_damaged = all.is_deflated && !all.is_open;
}

Unpacker::~Unpacker() {
    if (implementation_->is_open) ::inflateEnd(&implementation_->stream);
}

std::string_view Unpacker::next() {
    auto& all = *implementation_;
    std::string_view piece;
    while (piece.empty() && !all.is_done && !all.is_damaged)
        piece = all.is_deflated ? all.inflate_some() : all.take_some();
    all.given += piece.size();
    if (!piece.empty())
        all.checksum = static_cast<std::uint32_t>(::crc32(
            all.checksum, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size())));
    // More than was said is a bomb, whatever it is.
    if (all.given > all.size || (all.is_done && (all.given != all.size || all.checksum != all.expected)))
        all.is_damaged = true;
    return all.is_damaged ? std::string_view() : piece;
}

bool Unpacker::is_damaged() const {
    return implementation_->is_damaged;
}

std::string unpacked(const ZipFile& file, const ZipEntry& entry, std::size_t most) {
    if (entry.size > most) return "";
    std::string all;
    Unpacker unpacker(file, entry);
    for (auto piece = unpacker.next(); !piece.empty(); piece = unpacker.next()) all += piece;
    return unpacker.is_damaged() ? "" : all;
}

}  // namespace digilots::tables
