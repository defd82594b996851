#include "platform/html/open_text.h"

#include "platform/base/time.h"

namespace digilots::html {

std::string change_text(bool is_open, std::optional<base::Instant> change, base::Instant now, std::string_view zone,
                        const i18n::Translator& translator) {
    if (!change) return "";
    const auto today = base::to_civil(now, zone).date;
    const auto then = base::to_civil(*change, zone);
    const std::string time = translator.time(then.hour, then.minute);
    if (then.date == today) {
        return is_open ? translator.t("closes at {time}", {{"time", time}}) : translator.t("opens at {time}", {{"time", time}});
    }
    if (then.date == base::add_days(today, 1)) {
        return is_open ? translator.t("closes tomorrow at {time}", {{"time", time}})
                       : translator.t("opens tomorrow at {time}", {{"time", time}});
    }
    const bool within_a_week = std::chrono::sys_days(then.date) < std::chrono::sys_days(base::add_days(today, 7));
    const std::string day = within_a_week ? translator.weekday(then.weekday) : translator.date(then.date);
    return is_open ? translator.t("closes on {day} at {time}", {{"day", day}, {"time", time}})
                   : translator.t("opens on {day} at {time}", {{"day", day}, {"time", time}});
}

}  // namespace digilots::html
