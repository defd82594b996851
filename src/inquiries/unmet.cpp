#include "inquiries/unmet.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace digilots::inquiries {

std::vector<Unmet> unmet_of(std::span<const StoredInquiry> entries,
                            const std::function<std::string(std::string_view place)>& locality_of) {
    std::map<std::pair<std::string, std::string>, Unmet> found;
    for (const auto& stored : entries) {
        const auto& entry = stored.inquiry;
        const auto locality = locality_of(entry.place);
        std::set<std::string> barriers(entry.barriers.begin(), entry.barriers.end());
        if (!entry.barrier.empty()) barriers.insert(entry.barrier);
        for (const auto& topic : entry.topics) {
            auto& one = found.try_emplace({topic, locality}, Unmet{topic, locality, 0, {}, {}}).first->second;
            ++one.number;
            for (const auto& barrier : barriers) ++one.barriers[barrier];
            if (!entry.further.sent_instead.empty()) ++one.sent_instead[entry.further.sent_instead];
        }
    }
    std::vector<Unmet> rows;
    for (auto& [key, one] : found) rows.push_back(std::move(one));
    std::ranges::stable_sort(rows, std::greater{}, &Unmet::number);
    return rows;
}

}  // namespace digilots::inquiries
