#pragma once
// A page of the service itself, such as "Book a time", as the one search finds it: by what people say for it, in all languages.
#include <string>
#include <string_view>

#include "platform/base/text.h"
#include "platform/slice/findable.h"

namespace digilots {

/// Its title is a text of the program, which the search says in the reader's language.
inline constexpr std::string_view own_page_kind = "page";

/// What people say for it between bars.
inline Findable own_page(i18n::Text title, std::string path, std::string_view words) {
    Findable page{.kind = std::string(own_page_kind), .id = path.substr(1), .title = title.id, .path = std::move(path)};
    for (const auto word : base::split(words, '|')) page.words.emplace_back(word);
    return page;
}

}  // namespace digilots
