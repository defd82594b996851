#include "platform/print/packed_stream.h"

#include <zlib.h>

#include <limits>

#include "platform/base/ensure.h"

namespace digilots::print {

namespace {

// As PKWARE's APPNOTE.TXT 6.3 has them; all numbers with their lowest byte first.
constexpr std::uint32_t file_mark = 0x04034b50, list_mark = 0x02014b50, end_mark = 0x06054b50;
constexpr std::uint16_t needed_version = 20, names_are_utf8 = 1U << 11U, as_it_is = 0;
constexpr std::uint16_t first_time = 0, first_day = (1U << 5U) | 2U;  // 1980-01-02: a day that every zone can say
constexpr std::size_t most_files = 0xFFFE;

template <class Number>
void put(std::string& bytes, Number number) {
    for (std::size_t at = 0; at < sizeof(Number); ++at)
        bytes += static_cast<char>(static_cast<unsigned char>(number >> (8U * at)));
}

std::uint32_t checksum_of(std::string_view bytes) {
    return static_cast<std::uint32_t>(
        ::crc32_z(::crc32(0, nullptr, 0), reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace

std::string PackedStream::file(std::string_view name, std::string_view bytes) {
    constexpr std::uint64_t most_bytes = std::numeric_limits<std::uint32_t>::max();
    ENSURE(entries_.size() < most_files);
    ENSURE(name.size() <= std::numeric_limits<std::uint16_t>::max());
    ENSURE(written_ + bytes.size() < most_bytes);
    Entry entry{.name = std::string(name),
                .checksum = checksum_of(bytes),
                .size = static_cast<std::uint32_t>(bytes.size()),
                .at = static_cast<std::uint32_t>(written_)};
    std::string piece;
    put(piece, file_mark);
    for (const auto number : {needed_version, names_are_utf8, as_it_is, first_time, first_day}) put(piece, number);
    for (const auto number : {entry.checksum, entry.size, entry.size}) put(piece, number);
    put(piece, static_cast<std::uint16_t>(name.size()));
    put(piece, std::uint16_t{0});
    piece += name;
    piece += bytes;
    written_ += piece.size();
    entries_.push_back(std::move(entry));
    return piece;
}

std::string PackedStream::end() {
    std::string piece;
    for (const auto& entry : entries_) {
        put(piece, list_mark);
        for (const auto number : {needed_version, needed_version, names_are_utf8, as_it_is, first_time, first_day})
            put(piece, number);
        for (const auto number : {entry.checksum, entry.size, entry.size}) put(piece, number);
        put(piece, static_cast<std::uint16_t>(entry.name.size()));
        piece.append(2 * 4, '\0');  // no more of it, no note, on the first disk, a file like any
        piece.append(4, '\0');
        put(piece, entry.at);
        piece += entry.name;
    }
    const auto number = static_cast<std::uint16_t>(entries_.size());
    const auto size = static_cast<std::uint32_t>(piece.size());
    put(piece, end_mark);
    piece.append(4, '\0');  // one disk
    put(piece, number);
    put(piece, number);
    put(piece, size);
    put(piece, static_cast<std::uint32_t>(written_));
    piece.append(2, '\0');
    return piece;
}

}  // namespace digilots::print
