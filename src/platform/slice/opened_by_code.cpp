#include "platform/slice/opened_by_code.h"

#include <algorithm>

#include "platform/base/text.h"

namespace digilots {

std::optional<OpenedByCode> opened_by_code(const std::vector<FollowedKind>& kinds, const html::Page& page,
                                           std::string_view typed) {
    for (const auto& kind : kinds) {
        if (!kind.opens || base::tidy_code(kind.code, typed).empty()) continue;
        if (auto path = kind.opens(page, typed)) return OpenedByCode{kind.one, std::move(*path)};
    }
    return std::nullopt;
}

bool is_written_as_code(const std::vector<FollowedKind>& kinds, std::string_view typed) {
    const auto is_digit = [](char sign) { return sign >= '0' && sign <= '9'; };
    return std::ranges::any_of(kinds, [&](const FollowedKind& kind) {
        const auto tidy = base::tidy_code(kind.code, typed);
        if (tidy.empty()) return false;
        auto spaced = tidy;
        std::ranges::replace(spaced, '-', ' ');
        const auto lower = base::ascii_lower(base::trim(typed));
        return std::ranges::any_of(tidy, is_digit) || lower == tidy || lower == spaced;
    });
}

}  // namespace digilots
