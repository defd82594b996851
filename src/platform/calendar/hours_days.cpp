#include "platform/calendar/hours_days.h"

#include <algorithm>

#include "platform/calendar/holidays.h"
#include "platform/calendar/notation_days.h"

namespace digilots::calendar {
namespace {

constexpr int whole_day_minutes = 24 * 60;
constexpr int never = 3 * whole_day_minutes;

bool is_around_the_clock(const NotationRule& rule) {
    const bool every_day = !rule.names_days() || (rule.weekdays.size() == 1 && rule.years.empty() && rule.dates.empty() &&
                                                  rule.weeks.empty() && rule.holidays.empty() &&
                                                  rule.weekdays[0].from == 0 && rule.weekdays[0].to == 6);
    return every_day && (rule.times.empty() || (rule.times[0].from == 0 && rule.times[0].to == whole_day_minutes));
}

bool names_public_holidays(const Notation& notation) {
    return std::ranges::any_of(notation.rules, [](const NotationRule& rule) {
        return std::ranges::any_of(rule.holidays, [](const HolidayRange& range) { return !range.school && range.add_days == 0; });
    });
}

/// ";" starts the day anew. Where no days are named it adds to days that were, "Mo-Fr 08:00-12:00; 13:00-17:00", and what is
/// unknown only marks a part of what stands: "24/7; 12:00-13:00 unknown".
bool replaces_the_day(const Notation& notation, std::size_t index) {
    const auto& rule = notation.rules[index];
    if (rule.state == RuleState::closed) return rule.times.empty() && rule.join != RuleJoin::falls_back;
    if (rule.join != RuleJoin::replaces) return false;
    if (rule.names_days() || index == 0) return true;
    return rule.state == RuleState::open && !notation.rules[index - 1].names_days();
}

/// Lays `piece` over what is there, or under it.
void lay(std::vector<HoursPiece>& pieces, const HoursPiece& piece, RuleJoin join) {
    std::vector<HoursPiece> result;
    const bool under = join == RuleJoin::falls_back;
    const auto hides = [&](const HoursPiece& other) { return !under || other.state == RuleState::closed; };
    int covered = piece.begin;      // up to here the new piece is laid or hidden
    for (const auto& other : pieces) {
        if (other.end <= piece.begin || other.begin >= piece.end) continue;
        if (hides(other)) continue;
        if (other.begin > covered) {
            result.push_back(piece);
            result.back().begin = covered;
            result.back().end = other.begin;
        }
        covered = std::max(covered, other.end);
    }
    if (covered < piece.end) {
        result.push_back(piece);
        result.back().begin = covered;
    }
    for (const auto& other : pieces) {
        const bool apart = other.end <= piece.begin || other.begin >= piece.end;
        if (apart || !hides(other)) {
            result.push_back(other);
            continue;
        }
        if (other.begin < piece.begin) {
            result.push_back(other);
            result.back().end = piece.begin;
        }
        if (other.end > piece.end) {
            result.push_back(other);
            result.back().begin = piece.end;
        }
    }
    std::ranges::sort(result, {}, &HoursPiece::begin);
    pieces = std::move(result);
}

}  // namespace

/// Where school holidays are named nobody knows on which days the notation opens and closes.
RuleState HoursDays::state_of(const NotationRule& rule) const {
    const bool is_open = rule.state == RuleState::open;
    return is_open && notation_.names_school_holidays ? RuleState::unknown : rule.state;
}

void HoursDays::add_parts(std::vector<Part>& parts, std::size_t index, int closed_from) const {
    const auto& rule = notation_.rules[index];
    const auto add = [&](Part part) {
        part.end = std::min(part.end, closed_from);
        if (part.begin < part.end) parts.push_back(part);
    };
    if (rule.times.empty()) add({index, 0, whole_day_minutes, false, true});
    for (const auto& time : rule.times) add({index, time.from, time.to, time.open_end, false});
}

std::vector<HoursDays::Part> HoursDays::parts_of(base::Date date) const {
    std::vector<Part> parts;
    const Holiday* holiday = holidays_ == Holidays::closed ? holiday_on(country_, date) : nullptr;
    const bool decides_itself = holiday != nullptr && holiday->kind == Holiday::Kind::public_holiday &&
                                names_public_holidays(notation_);
    for (std::size_t index = 0; index < notation_.rules.size(); ++index) {
        const auto& rule = notation_.rules[index];
        const auto match = match_day(rule, date, country_);
        if (!match.holds) continue;
        if (match.perhaps && rule.state == RuleState::closed) continue;
        if (!match.perhaps && replaces_the_day(notation_, index)) parts.clear();
        const bool stays = holiday == nullptr || decides_itself || match.names_date || is_around_the_clock(rule);
        add_parts(parts, index, stays ? never : holiday->closed_from_minute);
    }
    return parts;
}

std::vector<HoursPiece> HoursDays::pieces(base::Date date) {
    const base::Date before = base::add_days(date, -1);
    if (yesterday_ != before) parts_of_yesterday_ = parts_of(before);
    auto today = parts_of(date);
    struct Laid {
        Part part;
        bool since_yesterday = false;
    };
    std::vector<Laid> all;
    for (const auto& part : parts_of_yesterday_) {
        if (part.end <= whole_day_minutes) continue;
        Part rest = part;
        rest.begin = std::max(part.begin - whole_day_minutes, 0);
        rest.end = part.end - whole_day_minutes;
        all.push_back({rest, true});
    }
    for (const auto& part : today) all.push_back({part, false});
    // A day that is closed as a whole leaves the night that began before it alone.
    std::erase_if(all, [&](const Laid& laid) {
        return laid.part.whole_day && notation_.rules[laid.part.rule].state == RuleState::closed;
    });
    std::ranges::stable_sort(all, {}, [](const Laid& laid) { return laid.part.rule; });
    std::vector<HoursPiece> pieces;
    for (const auto& laid : all) {
        const auto& rule = notation_.rules[laid.part.rule];
        HoursPiece piece{laid.part.begin, std::min(laid.part.end, whole_day_minutes), state_of(rule), laid.part.open_end,
                         laid.since_yesterday, rule.comment};
        if (piece.open_end && piece.state != RuleState::closed) {
            piece.state = RuleState::unknown;
            for (const auto& other : all) {
                const bool may_end = notation_.rules[other.part.rule].join != RuleJoin::falls_back;
                if (may_end && other.part.begin > piece.begin) piece.end = std::min(piece.end, other.part.begin);
            }
        }
        lay(pieces, piece, rule.join);
    }
    std::erase_if(pieces, [](const HoursPiece& piece) { return piece.state == RuleState::closed; });
    yesterday_ = date;
    parts_of_yesterday_ = std::move(today);
    return pieces;
}

}  // namespace digilots::calendar
