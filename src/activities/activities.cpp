#include <algorithm>
#include <tuple>
#include <utility>

#include "activities/campaigns.h"
#include "activities/history.h"
#include "activities/open_ends.h"
#include "activities/requests.h"
#include "activities/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/register/unit_rule.h"

namespace digilots::activities {

namespace {

/// So far back sessions stay in memory: to be counted, and to be seen on the page of their activity.
constexpr int days_back = 60;

register_::Others with_more_of(register_::Others others, register_::MoreOf more) {
    others.more = std::move(more);
    return others;
}

register_::Others with_sessions_in_history(register_::Others others, const Activities::Implementation& self) {
    others.detail_of = [&self](std::string_view municipality_id, std::string_view detail, const html::Page& page) {
        return self.sessions_in_words(municipality_id, detail, page);
    };
    return others;
}

register_::Others with_activities(register_::Others others,
                                  std::function<std::shared_ptr<const Programme>(std::string_view)> of) {
    others.links["activities.activity"] = {
        .choices =
            [of](const register_::Surroundings& around) {
                std::vector<register_::Choice> choices;
                for (const auto held = of(around.municipality_id); const auto& activity : held->activities)
                    choices.push_back({.key = activity.id, .label = activity.title});
                return choices;
            },
        .path = "/staff/activities/"};
    auto units = others.links.at("organisation.unit");
    const auto below = units.within;
    units.is_scope = false;
    units.within = [of, below](const register_::Surroundings& around, std::string_view unit) {
        const auto all = unit == register_::of_no_unit ? std::vector<std::string>{""} : below(around, unit);
        std::vector<std::string> ids;
        for (const auto held = of(around.municipality_id); const auto& activity : held->activities)
            if (base::holds(all, activity.unit)) ids.push_back(activity.id);
        return ids;
    };
    others.links["activities.unit_of_activity"] = std::move(units);
    others.unit_of = [of](const register_::Record& record, std::string_view municipality_id) -> std::string {
        if (record.columns.contains("unit")) return record.text("unit");
        const auto programme = of(municipality_id);
        const auto* activity = base::find_in(programme->activities, record.text("activity"), &Activity::id);
        return activity ? activity->unit : "";
    };
    return others;
}

register_::Others with_campaigns(register_::Others others,
                                 std::function<std::shared_ptr<const Programme>(std::string_view)> of) {
    others.links["activities.campaign"] = campaigns_to_choose(std::move(of));
    return others;
}

std::optional<std::int64_t> number_in(const db::Row& row, const char* column) {
    return row.get<std::optional<std::int64_t>>(column);
}

/// As web_links() keeps them: the address, then what it leads to.
std::vector<html::Link> links_in(const std::vector<std::string>& kept) {
    std::vector<html::Link> links;
    for (const auto& one : kept) {
        const auto space = one.find(' ');
        const auto address = one.substr(0, space);
        links.push_back({space == std::string::npos ? address : one.substr(space + 1), address});
    }
    return links;
}

Activity activity_in(const db::Row& row) {
    const auto list = [&](const char* column) { return register_::list_items(row.text(column)); };
    return {.id = row.text("id"),
            .slug = row.text("slug"),
            .title = row.text("title"),
            .kind = row.text("kind"),
            .purpose = row.text("purpose"),
            .about = row.text("about"),
            .leader = row.text("leader"),
            .host = row.text("host"),
            .campaign = row.text("campaign"),
            .place = row.text("place"),
            .unit = row.text("unit"),
            .role_group = row.text("role_group"),
            .frequency = row.text("frequency"),
            .for_whom = row.text("for_whom"),
            .held_at = row.text("held_at"),
            .state = row.text("state"),
            .moved_from = row.text("moved_from"),
            .topics = list("topics"),
            .target_groups = list("target_groups"),
            .languages = list("languages"),
            .equipment = list("equipment"),
            .material = links_in(list("material")),
            .price = number_in(row, "price"),
            .per_term = number_in(row, "per_term"),
            .needs_sign_up = row.flag("needs_sign_up"),
            .cancels_itself = row.flag("cancels_itself"),
            .discreet = row.flag("discreet"),
            .is_published = row.flag("is_published"),
            .all_along = row.flag("all_along")};
}

Status status_called(std::string_view word) {
    for (const auto status : {Status::held, Status::cancelled})
        if (word == word_of(status)) return status;
    return Status::planned;
}

Session session_in(const db::Row& row) {
    const auto moment = [&](const char* column) {
        return base::parse_utc(row.text(column)).value_or(base::Instant{});
    };
    return {.id = row.text("id"),
            .day = base::parse_date(row.text("day")).value_or(base::Date{}),
            .starts = moment("starts_at"),
            .ends = moment("ends_at"),
            .place = row.text("place"),
            .address = row.text("address"),
            .remote = row.text("remote"),
            .led_by = row.text("led_by"),
            .capacity = number_in(row, "capacity"),
            .minimum = number_in(row, "minimum"),
            .decide_on = row.text("decide_on"),
            .status = status_called(row.text("status")),
            .reason = row.text("reason"),
            .taken = row.integer("taken"),
            .waiting = row.integer("waiting"),
            .is_counted = !row.text("counted_at").empty(),
            .version = row.integer("version"),
            .changed = moment("changed_at"),
            .held_by = held_by_in(row.text("held_by")),
            .campaign = row.text("campaign")};
}

bool has(const std::vector<std::string>& list, const std::string& wanted) {
    return wanted.empty() || base::holds(list, wanted);
}

}  // namespace

std::string_view word_of(Status status) {
    switch (status) {
        case Status::held:
            return "held";
        case Status::cancelled:
            return "cancelled";
        case Status::planned:
            break;
    }
    return "planned";
}

std::optional<std::int64_t> Session::free() const {
    if (!capacity) return std::nullopt;
    return std::max<std::int64_t>(0, *capacity - taken);
}

const Activity* Programme::with_slug(std::string_view slug) const {
    return base::find_in(activities, slug, &Activity::slug);
}
const Activity* Programme::with_id(std::string_view id) const {
    return base::find_in(activities, id, &Activity::id);
}

Programme::Found Programme::session(std::string_view id) const {
    for (const auto& activity : activities)
        if (const auto* session = base::find_in(activity.sessions, id, &Session::id))
            return {&activity, session};
    return {};
}

bool Filter::is_any() const {
    return topic.empty() && kind.empty() && place.empty() && language.empty() && group.empty() && role_group.empty() &&
           campaign.empty() && !from && !to && !remote && !with_free_seats;
}

bool fits(const Activity& activity, const Filter& filter) {
    return has(activity.topics, filter.topic) && (filter.kind.empty() || filter.kind == activity.kind) &&
           (filter.role_group.empty() || filter.role_group == activity.role_group) &&
           (filter.campaign.empty() || filter.campaign == activity.campaign) &&
           has(activity.languages, filter.language) && has(activity.target_groups, filter.group);
}

std::vector<Programme::Found> sessions_of(const Programme& programme, const Filter& filter,
                                          base::Instant from, std::size_t most) {
    std::vector<Programme::Found> found;
    for (const auto& activity : programme.activities) {
        if (!activity.is_listed() || activity.state == "paused" || !fits(activity, filter)) continue;
        for (const auto& session : activity.sessions) {
            const bool is_cancelled = session.status == Status::cancelled;
            if (session.ends <= from || (is_cancelled && (!filter.with_cancelled || filter.with_free_seats))) continue;
            if ((filter.from && session.day < *filter.from) || (filter.to && session.day > *filter.to))
                continue;
            if (!filter.place.empty() && session.place != filter.place) continue;
            if (filter.remote && session.remote.empty()) continue;
            if (filter.with_free_seats && with_seats_along(activity, session, from).free() == 0) continue;
            found.push_back({&activity, &session});
        }
    }
    std::ranges::sort(found, [](const auto& one, const auto& other) {
        return std::tie(one.session->starts, one.session->id) <
               std::tie(other.session->starts, other.session->id);
    });
    if (found.size() > most) found.resize(most);
    return found;
}

Activities::Implementation::Implementation(db::Database& opened, const kept::Versions& known,
                                           const base::Clock& time, Neighbours others)
    : database(opened),
      versions(known),
      clock(time),
      neighbours(std::move(others)),
      activities(activity_register([this](const register_::Writing& writing, const register_::Record& activity) {
                     keep_campaign(writing, activity);
                     keep_as_held(writing, activity);
                     plan_requests(*this, writing.connection, writing.around.municipality_id, activity.id, writing.actor);
                 }, hold_to_people),
                 opened, time,
                 with_sessions_in_history(
                     with_more_of(with_sessions_kept(with_campaigns(neighbours.others,
                                                                    [this](std::string_view id) { return programmes.of(id); }),
                                                     opened, time, named_by),
                                  [this](const register_::Record& record, const html::Page& page) {
                                      return more_of_activity(record, page);
                                  }),
                     *this)),
      partners(partner_register(), opened, time,
               with_activities(neighbours.others, [this](std::string_view id) { return programmes.of(id); })),
      requests(request_register([this](const register_::Writing& writing, const register_::Record& request) {
                   tell_asker(*this, writing, request);
                   const auto activity = request.text("activity");
                   if (!activity.empty() && (!writing.before || writing.before->text("activity") != activity))
                       plan_requests(*this, writing.connection, writing.around.municipality_id, activity, writing.actor);
               }),
               opened, time,
               with_more_of(
                   with_answers_given(
                       with_activities(neighbours.others, [this](std::string_view id) { return programmes.of(id); }), opened),
                   [this](const register_::Record& request, const html::Page& page) {
                       return more_of_request(request, page);
                   })),
      invitations(invitation_register(), opened, time,
                  with_activities(neighbours.others, [this](std::string_view id) { return programmes.of(id); })),
      experiments(experiment_register(), opened, time,
                  with_more_of(with_campaigns(with_activities(neighbours.others,
                                                              [this](std::string_view id) { return programmes.of(id); }),
                                              [this](std::string_view id) { return programmes.of(id); }),
                               [this](const register_::Record& experiment, const html::Page& page) {
                                   return more_of_experiment(experiment, page);
                               })),
      campaigns(campaign_register(), opened, time,
                with_more_of(neighbours.others,
                             [this](const register_::Record& campaign, const html::Page& page) {
                                 return more_of_campaign(campaign, page);
                             })),
      messages(campaign_message_register(), opened, time, with_campaign_weeks(neighbours.others, campaigns)),
      any_shown({&activities, &campaigns}, versions, time),
      programmes(
          time,
          [this](std::string_view id, kept::Stamp& stamp) {
              stamp.take(versions.of(kept_activities, id));
              stamp.take(versions.of(kept_seats, id));
          },
          [this](std::string_view id) { return load(id); }),
      held_days(
          time,
          [this](std::string_view key, kept::Stamp& stamp) {
              stamp.take(versions.of(kept_activities, municipality_of_held_days(key)));
          },
          [this](std::string_view key) { return load_held_days(database, key); }),
      new_requests(
          time, [this](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_requests, id)); },
          [this](std::string_view id) { return std::make_shared<const std::vector<Duty>>(requests_to_see_to(*this, id)); }) {}

register_::Surroundings Activities::Implementation::around(std::string_view municipality_id) const {
    return municipality::surroundings_of(neighbours.municipalities, activities, municipality_id, clock.now());
}

std::shared_ptr<const Programme> Activities::Implementation::load(std::string_view municipality_id) const {
    auto programme = std::make_shared<Programme>();
    const auto since = base::format_date(base::add_days(around(municipality_id).today, -days_back));
    database.read([&](db::Connection& connection) {
        std::map<std::string, std::size_t, std::less<>> places;
        // Of a nation's programme no more rows than a piece has are held beside what is made of them.
        for (std::pair<std::string, std::string> last{};;) {
            const auto rows = connection.query(sql::list_activities, municipality_id, last.first, last.second);
            for (const auto row : rows) {
                last = {row.text("title_order"), row.text("id")};
                places[last.second] = programme->activities.size();
                programme->activities.push_back(activity_in(row));
            }
            if (rows.empty()) break;
        }
        for (std::pair<std::string, std::string> last{since, ""};;) {
            const auto rows = connection.query(sql::list_sessions, municipality_id, last.first, last.second);
            for (const auto row : rows) {
                last = {row.text("day"), row.text("id")};
                const auto at = places.find(row.text("activity_id"));
                if (at != places.end()) programme->activities[at->second].sessions.push_back(session_in(row));
            }
            if (rows.empty()) break;
        }
    });
    programme->campaigns = load_campaigns(
        campaigns, municipality::surroundings_of(neighbours.municipalities, campaigns, municipality_id, clock.now()));
    for (auto& activity : programme->activities)
        std::ranges::sort(activity.sessions, [](const Session& one, const Session& other) {
            return std::tie(one.starts, one.id) < std::tie(other.starts, other.id);
        });
    return programme;
}

void Activities::Implementation::changed(db::Connection& connection, std::string_view municipality_id, std::string_view actor,
                                         std::string_view action, std::string_view activity,
                                         const std::vector<std::string>& sessions) const {
    if (!action.empty())
        audit::record(connection,
                      {std::string(municipality_id), std::string(actor), std::string(action),
                       "activity:" + std::string(activity), named_in_history(sessions)},
                      clock.now());
    kept::raise(connection, kept_activities, municipality_id);
}

Activities::Activities(db::Database& database, const kept::Versions& versions, const base::Clock& clock,
                       Neighbours neighbours)
    : implementation_(std::make_unique<Implementation>(database, versions, clock, std::move(neighbours))) {}
Activities::~Activities() = default;

void Activities::know_planned(PlannedBeside planned) { implementation_->planned_beside = std::move(planned); }
void Activities::know_named(NamedBy named) { implementation_->named_by = std::move(named); }
void Activities::know_times_left(TimesLeft times_left) { implementation_->times_left = std::move(times_left); }
void Activities::know_queue(QueueLines lines) { implementation_->queue_lines = std::move(lines); }

void Activities::know_paid(PaidBeside paid) { implementation_->paid_beside = std::move(paid); }

void Activities::know(PeriodOf period_of) {
    implementation_->period_of = std::move(period_of);
}

register_::Records& Activities::activities() const {
    return implementation_->activities;
}
register_::Records& Activities::partners() const {
    return implementation_->partners;
}
register_::Records& Activities::requests() const {
    return implementation_->requests;
}
register_::Records& Activities::invitations() const {
    return implementation_->invitations;
}
register_::Records& Activities::experiments() const {
    return implementation_->experiments;
}

register_::Records& Activities::campaigns() const {
    return implementation_->campaigns;
}
register_::Records& Activities::campaign_messages() const {
    return implementation_->messages;
}

std::vector<Activities::HeldSession> Activities::held_by_functions(std::string_view municipality_id) const {
    const auto now = implementation_->clock.now();
    const auto all = programme(municipality_id);
    std::vector<HeldSession> held;
    for (const auto& activity : all->activities)
        for (const auto& session : activity.sessions)
            if (session.status == Status::planned && session.ends > now - std::chrono::hours(48))
                for (const auto& one : session.held_by)
                    held.push_back({session.id, activity.title, session.place, one.function, one.people, session.starts,
                                    session.ends});
    return held;
}

std::shared_ptr<const Programme> Activities::programme(std::string_view municipality_id) const {
    return implementation_->programmes.of(municipality_id);
}

}  // namespace digilots::activities
