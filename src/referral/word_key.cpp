#include "platform/base/text.h"
#include "platform/search/words.h"
#include "referral/intent.h"

namespace digilots::referral {

WordKey key_of(std::string_view word) {
    if (search::is_arabic(word)) {
        const auto root = search::stem(word, "ar");
        return {root, root};
    }
    return {base::fold(search::stem(word, "sv")), base::fold(search::stem(word, "nb"))};
}

std::vector<WordKey> keys_of(std::string_view text) {
    std::vector<WordKey> keys;
    for (const auto& token : search::tokens(text)) keys.push_back(key_of(token.word));
    return keys;
}

}  // namespace digilots::referral
