#include "platform/personal/family_name.h"

#include <algorithm>
#include <string>

#include "platform/base/text.h"

namespace digilots::personal {

bool has_family_name(std::string_view name) {
    if (std::ranges::count(name, ' ') > 1) return true;
    const auto space = name.find(' ');
    if (space == std::string_view::npos) return false;
    const auto last = base::lower(name.substr(space + 1));
    constexpr std::string_view endings[] = {"sson", "sen",  "ström", "strøm", "berg",
                                            "lund", "holm", "gren",  "qvist", "kvist"};
    return std::ranges::any_of(endings, [&](std::string_view ending) { return last.ends_with(ending); });
}

}  // namespace digilots::personal
