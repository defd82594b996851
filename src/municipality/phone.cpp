#include <algorithm>
#include <string>

#include "municipality/municipality.h"
#include "platform/base/phone.h"

namespace digilots::municipality {

// The Swedish numbering authority (PTS) keeps these for books and films. Norway keeps none: there no number of eight digits
// begins with zeros.
bool is_example_phone(std::string_view phone) {
    struct Series {
        std::string_view first, last;
    };
    constexpr Series series[] = {{"+46313900600", "+46313900699"},
                                 {"+46406280400", "+46406280499"},
                                 {"+46846500400", "+46846500499"},
                                 {"+469803192000", "+469803192099"},
                                 {"+46701740605", "+46701740699"},
                                 {"+4700000000", "+4700000099"}};
    const auto number = base::read_phone(phone, "SE");
    return number && std::ranges::any_of(series, [&](const Series& one) {
        const std::string& dialled = number->dialled;
        return dialled.size() == one.first.size() && dialled >= one.first && dialled <= one.last;
    });
}

}  // namespace digilots::municipality
