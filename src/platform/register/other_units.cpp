#include "platform/register/other_units.h"

namespace digilots::register_ {

Others with_what_is_nobodys(Others others) {
    if (auto limit_of = std::move(others.limit_of)) {
        others.limit_of = [limit_of = std::move(limit_of)](std::string_view municipality_id, const http::Identity& identity) {
            auto units = limit_of(municipality_id, identity);
            if (units) units->emplace_back();
            return units;
        };
    }
    return others;
}

Others with_who_is_named(Others others,
                         std::function<std::vector<std::string>(std::string_view, const http::Identity&)> named_as) {
    others = with_what_is_nobodys(std::move(others));
    others.named_as = std::move(named_as);
    return others;
}

}  // namespace digilots::register_
