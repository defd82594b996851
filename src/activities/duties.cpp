// What there is to be done about activities: it becomes tasks.
#include <algorithm>

#include "activities/requests.h"
#include "platform/base/time.h"

namespace digilots::activities {

bool is_at_closed_place(const directory::Snapshot& directory, const Session& session) {
    const auto* place = session.place.empty() ? nullptr : directory.place(session.place);
    return !session.place.empty() && (!place || place->status == directory::Status::closed);
}

namespace {

constexpr int days_to_tell = 3;

std::string name_of_session(const Activity& activity, const Session& session,
                            const register_::Surroundings& here) {
    return activity.title + ", " + here.words->date_time(session.starts, here.zone);
}

template <class Wanted>
std::vector<Duty> about_sessions(const Activities::Implementation& self, std::string_view municipality_id,
                                 const char* responsible, Sentence why, const char* page,
                                 const Wanted& is_wanted) {
    std::vector<Duty> duties;
    const auto here = self.around(municipality_id);
    const auto programme = self.programmes.of(municipality_id);
    for (const auto& activity : programme->activities)
        for (const auto& session : activity.sessions)
            if (session.status == Status::planned && is_wanted(activity, session, here.today))
                duties.push_back({.id = session.id,
                                  .name = name_of_session(activity, session, here),
                                  .why = {why},
                                  .due = base::format_date(here.today),
                                  .responsible = responsible,
                                  .unit = activity.unit,
                                  .record = "activity:" + activity.id,
                                  .path = "/staff/sessions/" + session.id + page});
    return duties;
}

const Session* first_to_come(const Activity& activity, base::Instant now) {
    const auto found = std::ranges::find_if(activity.sessions, [now](const Session& session) {
        return session.status == Status::planned && session.starts > now;
    });
    return found == activity.sessions.end() ? nullptr : &*found;
}

std::vector<Duty> too_few(const Activities::Implementation& self, std::string_view municipality_id) {
    const auto now = self.clock.now();
    return about_sessions(
        self, municipality_id, "activity_session", {TEXT("Fewer are signed up than are needed.")}, "",
        [now](const Activity& activity, const Session& session, base::Date today) {
            // Of one that one is with all the way it is decided once, on its first day to come.
            if (activity.all_along && first_to_come(activity, now) != &session) return false;
            const bool is_for_staff = !activity.cancels_itself || activity.all_along;
            return is_for_staff && session.minimum && session.taken < *session.minimum && session.starts > now &&
                   !session.decide_on.empty() && session.decide_on <= base::format_date(today);
        });
}

bool is_not_counted(const Session& session, base::Instant now) {
    return session.status == Status::planned && session.ends < now;
}

std::vector<Duty> not_counted(const Activities::Implementation& self, std::string_view municipality_id) {
    const auto now = self.clock.now();
    return about_sessions(self, municipality_id, "activity_session",
                          {TEXT("It is over, and nobody has counted who came.")}, "/attendance",
                          [now](const Activity&, const Session& session, base::Date) { return is_not_counted(session, now); });
}

std::vector<Duty> at_closed_places(const Activities::Implementation& self, std::string_view municipality_id) {
    const auto now = self.clock.now();
    const auto snapshot = self.neighbours.directory.snapshot(municipality_id);
    auto duties = about_sessions(self, municipality_id, "activity_session",
                                 {TEXT("The place where it is to be has closed. Move it, or cancel it with a reason.")}, "",
                                 [&](const Activity&, const Session& session, base::Date) {
                                     return session.ends > now && is_at_closed_place(*snapshot, session);
                                 });
    // Whose day comes first is seen to first.
    const auto programme = self.programmes.of(municipality_id);
    for (auto& duty : duties)
        if (const auto* session = programme->session(duty.id).session)
            duty.due = std::max(duty.due, base::format_date(base::add_days(session->day, -days_to_tell)));
    return duties;
}

}  // namespace

std::vector<base::Date> days_not_counted(const Activities::Implementation& self, std::string_view municipality_id,
                                         const periods::Period& period) {
    std::vector<base::Date> days;
    const auto programme = self.programmes.of(municipality_id);
    for (const auto& activity : programme->activities)
        for (const auto& session : activity.sessions)
            if (is_not_counted(session, self.clock.now()) && period.from <= session.day && session.day <= period.to)
                days.push_back(session.day);
    return days;
}

i18n::Text why_to_tell(std::string_view what) {
    if (what == "seat") return TEXT("Somebody who waited has a seat now.");
    if (what == "put_back") return TEXT("The session is held after all, and somebody who is signed up does not know it.");
    if (what == "moved") return TEXT("Day, time or place is another, and somebody who is signed up does not know it.");
    if (what == "letter") return TEXT("A letter did not reach somebody who is signed up.");
    if (what == "reminder_letter") return TEXT("It is soon, and somebody who is signed up wants to be reminded by letter.");
    if (what == "reminder") return TEXT("It is tomorrow, and somebody who is signed up wants to be reminded.");
    return TEXT("The session is cancelled, and somebody who is signed up does not know it.");
}

namespace {

/// One for each session and what there is to tell: its page names them, with a press for each.
std::vector<Duty> people_to_tell(const Activities& activities, std::string_view municipality_id) {
    std::vector<Duty> duties;
    const auto& self = Inside::of(activities);
    const auto here = self.around(municipality_id);
    const auto programme = self.programmes.of(municipality_id);
    for (const auto& [key, number] : numbers_to_tell(activities, municipality_id)) {
        const auto& [session_id, what] = key;
        const auto [activity, session] = programme->session(session_id);
        if (session)
            duties.push_back({.id = session_id + "/" + what,
                              .name = name_of_session(*activity, *session, here),
                              .why = {{why_to_tell(what)},
                                      {TEXT("How many are to be told: {n}"), {{"n", std::to_string(number)}}}},
                              .due = base::format_date(here.today),
                              .responsible = "activity_session",
                              .unit = activity->unit,
                              .record = "activity:" + activity->id,
                              .path = "/staff/sessions/" + session_id});
    }
    return duties;
}

}  // namespace

NumbersToTell numbers_to_tell(const Activities& activities, std::string_view municipality_id) {
    NumbersToTell numbers;
    for (const auto& one : activities.to_tell(municipality_id)) ++numbers[{one.session, one.what}];
    return numbers;
}

std::vector<DutyKind> duty_kinds(Activities& activities) {
    const auto& self = Inside::of(activities);
    const kept::Dependences from{{kept_activities}, {kept_seats}, {"municipality"}};
    const std::vector<std::pair<std::string, i18n::Text>> of{
        {"activity_session", TEXT("Sessions of activities")}};
    DutyKind few{.key = "activities.too_few",
                 .title = TEXT("A session with too few"),
                 .task = TEXT("Decide whether it is held: {name}"),
                 .gone = TEXT("Enough are signed up, or it is decided."),
                 .of = of,
                 .now = [&self](std::string_view id) { return too_few(self, id); },
                 .from = from,
                 .days = 1,
                 .rests = 1};
    DutyKind uncounted{.key = "activities.count",
                       .title = TEXT("A session to be counted"),
                       .task = TEXT("Count who came: {name}"),
                       .gone = TEXT("It is counted, or was cancelled."),
                       .of = of,
                       .now = [&self](std::string_view id) { return not_counted(self, id); },
                       .from = from,
                       .days = 3,
                       .rests = 2};
    DutyKind telling{.key = "activities.tell",
                     .title = TEXT("Somebody to be told of a session"),
                     .task = TEXT("Ring those who are signed up: {name}"),
                     .gone = TEXT("Somebody has told them, or it is over."),
                     .of = of,
                     .now = [&activities](std::string_view id) { return people_to_tell(activities, id); },
                     .from = from,
                     .days = 1,
                     .rests = 1};
    auto with_places = from;
    with_places.push_back({"directory"});
    DutyKind closed{.key = "activities.closed_place",
                    .title = TEXT("A session at a place that has closed"),
                    .task = TEXT("Move or cancel it: {name}"),
                    .gone = TEXT("It is moved or cancelled, or the place is open again."),
                    .of = of,
                    .now = [&self](std::string_view id) { return at_closed_places(self, id); },
                    .from = std::move(with_places),
                    .days = 1,
                    .rests = 1};
    return {std::move(few), std::move(uncounted), std::move(closed),
            new_request_duties(activities), request_duties(activities), std::move(telling)};
}

}  // namespace digilots::activities
