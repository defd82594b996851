#pragma once
// Steps of whole months.
#include <chrono>

#include "platform/base/time.h"

namespace digilots::base {

/// The same day so many months later; the month's last day where it has no such day.
inline Date add_months(Date date, int months) {
    const Date later = date + std::chrono::months(months);
    return later.ok() ? later : Date(later.year() / later.month() / std::chrono::last);
}

}  // namespace digilots::base
