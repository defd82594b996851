#include "platform/measures/disclosure.h"

#include <algorithm>

namespace digilots::measures {

std::int64_t size_of(Kind kind, const Value& value) {
    switch (kind) {
        case Kind::money:
        case Kind::mean: return value.of;
        case Kind::share: return std::min(value.amount, value.of - value.amount);
        case Kind::sum: return value.of > 0 ? value.of : value.amount;
        case Kind::count:
        case Kind::latest: break;
    }
    return value.amount;
}

bool is_shown(Kind kind, const Value& value) { return size_of(kind, value) >= least_shown; }

}  // namespace digilots::measures
