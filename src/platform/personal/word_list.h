#pragma once
// Words that are looked up in every text: found without comparing all of them.
#include <algorithm>
#include <array>
#include <string_view>

namespace digilots::personal {

template <std::size_t n>
class WordList {
public:
    constexpr explicit WordList(std::array<std::string_view, n> words) : words_(words) {
        std::ranges::sort(words_);
        for (const auto word : words_) {
            for (std::size_t letter = slot(word[0]) + 1; letter < begins_.size(); ++letter) ++begins_[letter];
            lengths_ |= bit(word.size());
        }
    }
    constexpr bool holds(std::string_view word) const {
        if (word.empty() || (lengths_ & bit(word.size())) == 0) return false;
        return any(word[0], [&](std::string_view one) { return one == word; });
    }
    /// One of them begins it.
    constexpr bool is_stem_of(std::string_view word) const {
        return !word.empty() && any(word[0], [&](std::string_view one) { return word.starts_with(one); });
    }

private:
    static constexpr std::size_t slot(char c) { return static_cast<unsigned char>(c) % 128; }
    static constexpr unsigned long long bit(std::size_t length) { return 1ULL << std::min<std::size_t>(length, 63); }
    constexpr bool any(char first, auto&& accept) const {
        for (std::size_t at = begins_[slot(first)]; at < begins_[slot(first) + 1]; ++at)
            if (accept(words_[at])) return true;
        return false;
    }

    std::array<std::string_view, n> words_;
    std::array<unsigned short, 129> begins_{};      // where those with a first letter begin
    unsigned long long lengths_ = 0;
};

}  // namespace digilots::personal
