#pragma once
// What is better known before sessions are added or moved: hints, never a ban.
#include "activities/pages.h"

namespace digilots::activities {

struct Foreseen {
    enum class About { shut, evening, holiday, same, place, booked } about = About::shut;
    std::string text;
    std::optional<base::Date> day = {};  // that may be left out; nothing where it is about all of them
};

/// The place is shut on a day, or never open then; a holiday; the activity has a session there at that time already (but the
/// one that is moved); the place is paused or planned; whoever holds them is booked then.
std::vector<Foreseen> foreseen_of(const Pages& pages, const http::Tenant& tenant, std::string_view activity,
                                  const std::vector<NewSession>& sessions, const i18n::Translator& words,
                                  std::string_view moved = "");
/// "shut", as programs read it.
std::string_view code_of_foreseen(Foreseen::About about);
std::vector<std::string> texts_of(const std::vector<Foreseen>& foreseen);
/// Beginning further ahead, a session is a slip of the pen.
bool is_too_far(calendar::WallTime starts, std::string_view zone, base::Instant now);

// ---- Whom a change concerns ----

struct Concerned {
    std::string session;
    base::Date day{};
    base::Instant starts{};
    std::int64_t persons = 0, codes = 0;  // signed up or waiting; of them those who left no way to be reached
};
/// The sessions that a change of this one changes, by time.
std::vector<Concerned> concerned_by(const Activities& activities, const register_::Surroundings& around,
                                    std::string_view session, Reach reach);

}  // namespace digilots::activities
