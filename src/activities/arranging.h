#pragma once
// When sessions are: once, or again and again.
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/time.h"
#include "platform/calendar/wall_time.h"
#include "platform/i18n/translator.h"

namespace digilots::activities {

/// A function that holds a session, and how many of those who have it.
struct HeldBy {
    std::string function;
    int people = 1;
    bool operator==(const HeldBy&) const = default;
};
/// A session to come or going on, held by a function: its time is taken.
struct HeldSession {
    std::string session, title, place, function;
    int people = 1;
    base::Instant starts{}, ends{};
};
inline constexpr int most_held_by = 4, most_people_of_function = 20;
/// As a session's row holds them: "ID:2 ID:1".
std::string stored_held_by(const std::vector<HeldBy>& functions);
std::vector<HeldBy> held_by_in(std::string_view stored);

/// A time on the wall clock of the municipality, and where.
struct NewSession {
    calendar::WallTime starts{}, ends{};
    std::string place = "", address = "", remote = "", led_by = "";
    std::optional<std::int64_t> capacity = {}, minimum = {};
    std::optional<base::Date> decide_on = {};
    std::vector<HeldBy> held_by = {};
};

/// As another session of the activity becomes where one of them is changed from `before` to `to`: what was not changed stays its
/// own. Times, place with address, and seats each count as one; the day moves by as many days.
NewSession changed_alike(const NewSession& own, const NewSession& before, const NewSession& to);
/// At another time of the day, as long or not, or at another place.
bool differ_in_time_or_place(const NewSession& one, const NewSession& other);

/// Neither a place nor an address, nor from home: nobody would find it.
inline bool is_nowhere(const NewSession& session) {
    return session.place.empty() && session.address.empty() && session.remote.empty();
}
inline constexpr i18n::Text where_it_is_missing =
    TEXT("Say where it is: a place, a room or address, or a web address to take part from home.");

/// Times that come again. `rule` as RFC 5545 says it: it ends by COUNT or UNTIL; "" once.
struct Series {
    calendar::WallTime starts{};
    std::chrono::minutes length{};
    std::string rule = "";
    std::vector<base::Date> except = {};  // COUNT counts them
};
enum class SeriesFault { none, never_ends, too_many, too_far, wrong_rule, other_times, no_time, nothing, too_long };
struct Dates {
    std::vector<calendar::WallTime> starts = {};
    SeriesFault fault = SeriesFault::none;
    std::optional<base::Date> day = {};  // on which there is no such time (no_time)
};
inline constexpr std::size_t most_sessions = 400;
Dates dates_of(const Series& series, std::string_view zone);
/// In words, for whoever mends it; "" for none.
std::string words_of(const Dates& dates, const i18n::Translator& words);

enum class Arranged { done, not_there, changed_meanwhile, not_theirs, concerns_people, over, too_many };
/// Which sessions of an activity a change is for. Those before, and those that are held or cancelled, stay as
/// they are.
enum class Reach { this_one, following, all };
struct Which {
    Reach reach = Reach::this_one;
    std::vector<std::string> but = {};  // ids of those that stay as they are
    Which(Reach of, std::vector<std::string> without = {}) : reach(of), but(std::move(without)) {}
};

}  // namespace digilots::activities
