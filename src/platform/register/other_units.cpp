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

}  // namespace digilots::register_
