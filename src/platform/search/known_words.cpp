#include "platform/search/known_words.h"

#include <cstdint>
#include <cstring>
#include <string>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"

namespace digilots::search {
namespace {

/// Must agree with table_of in cmake/known_words.py.
std::uint64_t mixed_hash(std::string_view word) {
    constexpr std::uint64_t prime = (std::uint64_t{1} << 61) - 1, factor = 0xD6E8FEB86659FD93;
    std::uint64_t hash = 0;
    for (const char byte : word) {
        const auto shifted = static_cast<unsigned __int128>(hash) << 8U | static_cast<unsigned char>(byte);
        hash = static_cast<std::uint64_t>(shifted % prime);
    }
    for (int round = 0; round < 2; ++round) hash = (hash ^ hash >> 32U) * factor;
    return hash;
}

class BloomFilter {
public:
    explicit BloomFilter(std::string_view bytes) : bytes_(bytes) {}

    bool contains(std::string_view word) const {
        constexpr int probes = 6;
        const auto hash = mixed_hash(word);
        const std::uint64_t bits = bytes_.size() * 8, step = (hash & 0xFFFFFFFF) | 1;
        auto place = hash >> 32U;
        for (int probe = 0; probe < probes; ++probe, place += step) {
            const auto bit = place % bits;
            if ((static_cast<unsigned char>(bytes_[bit >> 3U]) >> (bit & 7U) & 1U) == 0) return false;
        }
        return true;
    }

private:
    std::string_view bytes_;
};

struct KnownWords {
    BloomFilter nordic, english;
};

KnownWords load() {
    const auto table = base::embedded_file("words/known_words.bin");
    ENSURE(table && table->size() > 2 * sizeof(std::uint64_t));
    std::uint64_t sizes[2];
    std::memcpy(sizes, table->data(), sizeof sizes);
    ENSURE(sizes[0] > 0 && sizes[1] > 0 && sizeof sizes + sizes[0] + sizes[1] == table->size());
    const auto filters = table->substr(sizeof sizes);
    return {BloomFilter(filters.substr(0, sizes[0])), BloomFilter(filters.substr(sizes[0]))};
}

const KnownWords& known_words() {
    static const KnownWords loaded = load();
    return loaded;
}

bool begins_compound(std::string_view head) { return known_words().nordic.contains(std::string(head) + '-'); }

bool is_compound(std::string_view word, int most_parts) {
    // Shorter parts make words of slips: "lösnord" is no nord that is lös.
    constexpr std::size_t shortest = 4;
    std::size_t letters_before = 0;
    const auto starts_letter = [&](std::size_t at) { return (static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80; };
    for (std::size_t at = 0; at + shortest <= word.size(); ++at) {
        if (!starts_letter(at) || letters_before++ < shortest) continue;
        if (!begins_compound(word.substr(0, at))) continue;
        const auto tail = word.substr(at);
        if (known_words().nordic.contains(tail) || (most_parts > 2 && is_compound(tail, most_parts - 1))) return true;
    }
    return false;
}

}  // namespace

bool is_known_word(std::string_view word) {
    constexpr std::size_t longest = 60;
    constexpr int most_parts = 3;
    if (word.empty() || word.size() > longest) return false;
    return known_words().nordic.contains(word) || known_words().english.contains(word) || is_compound(word, most_parts);
}

bool is_only_english(std::string_view word) {
    return known_words().english.contains(word) && !known_words().nordic.contains(word);
}

}  // namespace digilots::search
