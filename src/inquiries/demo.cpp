#include "inquiries/demo.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <tuple>

#include "inquiries/asked_fields.h"
#include "inquiries/implementation.h"
#include "inquiries/made_up_log.h"
#include "inquiries/inquiry_form.h"
#include "platform/base/form_key.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "referral/referral.h"

namespace digilots::inquiries {

namespace {

constexpr std::string_view nobody = "demo";
constexpr std::size_t most_helpers = 4;

/// Of the same letters the same.
std::uint64_t number_of(std::string_view text) {
    std::uint64_t number = 14'695'981'039'346'656'037ULL;
    for (const char letter : text) number = (number ^ static_cast<unsigned char>(letter)) * 1'099'511'628'211ULL;
    return number;
}

/// The municipality's own: others log for themselves.
bool logs(const directory::Place& place) {
    return place.status == directory::Status::open && place.operator_type != "voluntary" && place.operator_type != "company" &&
           place.kind != "state_service_office" && place.kind != "municipal_company" && place.kind != "recycling_centre";
}

bool answers(const std::vector<std::string>& topics, std::string_view topic) {
    return std::ranges::find(topics, topic) != topics.end();
}

/// E-services and places that answer it, else the first contact that residents reach.
std::vector<std::string> helpers_of(const directory::Snapshot& directory, std::string_view topic, std::string_view desk) {
    std::vector<std::string> found;
    for (const auto& one : directory.e_services)
        if (answers(one.topics, topic)) found.push_back(one.contact.empty() ? "e_service:" + one.id : "contact:" + one.contact);
    for (const auto& place : directory.places)
        if (place.status == directory::Status::open && place.id != desk && answers(place.topics, topic))
            found.push_back("place:" + place.id);
    if (found.size() > most_helpers) found.resize(most_helpers);
    if (found.empty())
        for (const auto& contact : directory.contacts)
            if (found.empty() && directory::is_offered(contact)) found.push_back("contact:" + contact.id);
    return found;
}

/// Asked again and again for the same hour.
class OpeningHours {
public:
    OpeningHours(const directory::Directory& directory, directory::SnapshotPtr snapshot, std::string zone)
        : directory_(directory), snapshot_(std::move(snapshot)), zone_(std::move(zone)) {}

    bool is_open(const std::string& place, base::Date date, int hour) {
        const auto [known, is_new] = known_.try_emplace({place, std::chrono::sys_days(date).time_since_epoch().count(), hour});
        const auto* found = snapshot_->place(place);
        // Where hours are not known people come, too.
        if (is_new && found)
            known->second = state_of(*found, base::from_civil(date, hour, 30, zone_)) != directory::Openness::closed;
        return known->second;
    }

private:
    directory::Openness state_of(const directory::Place& place, base::Instant at) const {
        return directory_.open_state(place, snapshot_->municipality_id, at).now;
    }

    const directory::Directory& directory_;
    directory::SnapshotPtr snapshot_;
    std::string zone_;
    std::map<std::tuple<std::string, int, int>, bool> known_;
};

MadeUpTown town_of(const Service& service, const http::Tenant& tenant) {
    const auto snapshot = service.directory.snapshot(tenant.id);
    MadeUpTown town;
    town.country = tenant.country;
    town.zone = tenant.zone;
    for (const auto& place : snapshot->places)
        if (logs(place)) town.desks.push_back({place.id, place.kind, place.topics});
    // Their ids are made anew each time; their names stay.
    std::ranges::sort(town.desks, {}, [&](const MadeUpTown::Desk& desk) { return snapshot->place(desk.id)->slug; });
    for (const auto held = service.own_topics.of(tenant.id); const auto& topic : *held) town.own_topics.push_back(topic.key);
    const auto hours = std::make_shared<OpeningHours>(service.directory, snapshot, tenant.zone);
    town.is_open = [hours](const MadeUpTown::Desk& desk, base::Date date, int hour) {
        return hours->is_open(desk.id, date, hour);
    };
    town.helpers = [snapshot](std::string_view topic, const MadeUpTown::Desk& desk) {
        return helpers_of(*snapshot, topic, desk.id);
    };
    return town;
}

/// An id that stands in the order of time.
std::string id_of(const http::Tenant& tenant, base::Instant at, std::size_t number) {
    const auto milliseconds = static_cast<unsigned long long>(
        std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count());
    char key[64];
    std::snprintf(key, sizeof key, "%08llx-%04llx-7000-8000-000000000000", milliseconds >> 16, milliseconds & 0xffff);
    return base::id_from_form(key, tenant.id + " " + std::to_string(number), at);
}

/// Most reach whom they were sent to; of some nobody heard.
referral::ReferralOutcome outcome_of(Dice& dice) {
    const auto at = dice.below(100);
    if (at < 46) return referral::ReferralOutcome::answered;
    if (at < 68) return referral::ReferralOutcome::reached;
    return at < 77 ? referral::ReferralOutcome::bounced : referral::ReferralOutcome::unknown;
}

struct Log {
    Service& service;
    const referral::Referral& referral;
    const http::Tenant& tenant;
    const i18n::Translator& words;
    std::string actor;
};

void write_referral(db::Connection& connection, const Log& log, const Inquiry& inquiry, Dice& dice) {
    const auto directory = log.service.directory.snapshot(log.tenant.id);
    const auto own_topics = log.service.own_topics.of(log.tenant.id);
    const auto colon = inquiry.referred_to.find(':');
    referral::Referred referred;
    referred.at = inquiry.at;
    referred.from_place = inquiry.place;
    referred.target_kind = inquiry.referred_to.substr(0, colon);
    referred.target_id = inquiry.referred_to.substr(colon + 1);
    referred.target_title = title_of_target(*directory, *own_topics, inquiry.referred_to, log.words);
    referred.topic = inquiry.topics.front();
    referred.handover = dice.percent(30) ? referral::Handover::warm : referral::Handover::cold;
    referred.outcome = outcome_of(dice);
    referred.inquiry_id = inquiry.id;
    log.referral.record(connection, log.tenant, referred);
}

/// Of what concerns the municipality itself, the unit that it concerns, for two of three; "" for others. The same of the same id.
std::string unit_concerned_by(const Inquiry& inquiry, const organisation::Units& units) {
    constexpr std::uint64_t of_three = 3;
    if (inquiry.body != "municipality" || units.empty()) return "";
    const auto drawn = number_of(inquiry.id);
    return drawn % of_three == 0 ? "" : units[drawn / of_three % units.size()].id;
}

/// Of what was to be followed up more than a week ago nearly all is told, how it went; "" where nobody has. The same of the
/// same id.
std::string told_of(const Inquiry& inquiry, base::Instant now) {
    constexpr std::array<const char*, 8> told{"solved",     "solved",     "solved",    "solved",
                                              "not_solved", "not_solved", "not_known", ""};
    if (!inquiry.follow_up || inquiry.at > now - std::chrono::days(7)) return "";
    const auto is_long_ago = inquiry.at < now - std::chrono::days(30);
    return told[number_of(inquiry.id) % (is_long_ago ? told.size() - 1 : told.size())];
}

/// One inquiry with its place in the feed; its counts are added up.
void write(db::Connection& connection, const Log& log, Inquiry inquiry, Cells& cells, Dice& dice) {
    taxonomy::add_shared(*log.service.own_topics.of(log.tenant.id), inquiry.topics);
    const auto local = base::to_civil(inquiry.at, log.tenant.zone);
    const auto written = inquiry.at + std::chrono::minutes(inquiry.minutes.value_or(5));
    StoredInquiry stored{std::move(inquiry), local.date, local.hour, written, log.actor};
    store::insert(connection, log.tenant.id, stored);
    store::append_to_feed(connection, log.tenant.id, stored.inquiry.id);
    if (!stored.inquiry.referred_to.empty()) write_referral(connection, log, stored.inquiry, dice);
    add_to_cells(cells, stored);
}

bool has_log(db::Connection& connection, const http::Tenant& tenant) {
    store::Filter ever;
    ever.until = base::parse_utc("9999-01-01T00:00:00Z").value();
    return store::count_filtered(connection, tenant.id, ever) > 0;
}

std::size_t write_all(const Log& log, const Demo& demo) {
    const auto now = log.service.clock.now();
    const auto today = base::to_civil(now, log.tenant.zone).date;
    const auto town = town_of(log.service, log.tenant);
    const auto seed = demo.seed ^ number_of(log.tenant.id);
    const auto units = log.service.organisation.units(log.tenant.id);
    std::size_t number = 0;
    log.service.database.write([&](db::Connection& connection) {
        number = 0;
        if (has_log(connection, log.tenant)) return;
        Cells cells;
        const auto keep = [&] {
            store::add_counts(connection, log.tenant.id, cells);
            cells.clear();
        };
        for (auto date = base::add_days(today, -365 * demo.years); date <= today; date = base::add_days(date, 1)) {
            if (date.day() == std::chrono::day(1)) keep();      // counts of a month are added up in memory
            Dice dice(seed + static_cast<std::uint64_t>(std::chrono::sys_days(date).time_since_epoch().count()));
            for (auto& one : made_up_day(town, date, demo.inquiries, seed)) {
                if (one.at > now) break;
                one.id = id_of(log.tenant, one.at, ++number);
                one.further.body_unit = unit_concerned_by(one, *units);
                one.further.followed_up = told_of(one, now);
                write(connection, log, std::move(one), cells, dice);
            }
        }
        keep();
    }, db::Isolation::deciding);
    return number;
}

}  // namespace

void load_demo(Inquiries& inquiries, const referral::Referral& referral, const Demo& demo) {
    auto& service = Inside::service(inquiries);
    auto ids = demo.complete;
    ids.insert(ids.end(), demo.measured.begin(), demo.measured.end());
    for (std::size_t at = 0; at < ids.size(); ++at) {
        const auto tenant = service.municipalities.find_tenant(ids[at]);
        if (!tenant) continue;
        const auto guide = demo.account ? demo.account(tenant->id, http::Role::guide) : std::string();
        const Log log{service, referral, *tenant, i18n::translator(tenant->languages.front()),
                      guide.empty() ? std::string(nobody) : guide};
        save_desk_settings(service, tenant->id, "", desk_settings(service, tenant->id, ""), log.actor, base::Seen::anything());
        const auto number = write_all(log, demo);
        if (number > 0 && demo.tell)
            demo.tell(std::to_string(number) + " inquiries of " + tenant->name + ", " + std::to_string(at + 1) + " of " +
                      std::to_string(ids.size()));
    }
}

}  // namespace digilots::inquiries
