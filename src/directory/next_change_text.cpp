#include "directory/directory.h"
#include "platform/base/time.h"

namespace digilots::directory {

std::string next_change_text(const OpenState& state, base::Instant now, std::string_view zone,
                             const i18n::Translator& translator) {
    if (!state.next_change || state.now == Openness::unknown) return "";
    const auto today = base::to_civil(now, zone).date;
    const auto change = base::to_civil(*state.next_change, zone);
    const std::string time = translator.time(change.hour, change.minute);
    const bool closes = state.now == Openness::open;
    if (change.date == today) {
        return closes ? translator.t("closes at {time}", {{"time", time}}) : translator.t("opens at {time}", {{"time", time}});
    }
    if (change.date == base::add_days(today, 1)) {
        return closes ? translator.t("closes tomorrow at {time}", {{"time", time}})
                      : translator.t("opens tomorrow at {time}", {{"time", time}});
    }
    const bool within_a_week = std::chrono::sys_days(change.date) < std::chrono::sys_days(base::add_days(today, 7));
    const std::string day = within_a_week ? translator.weekday(change.weekday) : translator.date(change.date);
    return closes ? translator.t("closes on {day} at {time}", {{"day", day}, {"time", time}})
                  : translator.t("opens on {day} at {time}", {{"day", day}, {"time", time}});
}

}  // namespace digilots::directory
