#include "platform/i18n/fill.h"

#include <algorithm>

#include "platform/i18n/isolate.h"

namespace digilots::i18n {

std::string filled(std::string_view text, std::span<const Argument> arguments, const LanguageInfo& language) {
    std::string result;
    result.reserve(text.size() + 16);
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t open = text.find('{', position);
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        result.append(text, position, open - position);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const auto argument = std::ranges::find(arguments, name, &Argument::first);
        if (argument != arguments.end()) result.append(isolated(argument->second, language));
        else result.append(text, open, close - open + 1);
        position = close + 1;
    }
    result.append(text.substr(position));
    return result;
}

}  // namespace digilots::i18n
