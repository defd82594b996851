#include "callbacks/callbacks.h"

#include "callbacks/implementation.h"
#include "callbacks/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/register/other_units.h"

namespace digilots::callbacks {

namespace {

using register_::Record, register_::Surroundings;

std::vector<register_::Choice> topics_of(const taxonomy::OwnTopics& own_topics, const Surroundings& around) {
    std::vector<register_::Choice> choices;
    const auto own = own_topics.of(around.municipality_id);
    for (const auto& topic : *own) choices.push_back({.key = topic.key, .label = topic.label, .is_offered = !topic.hidden});
    for (auto& shared : taxonomy::grouped_topics(around)) choices.push_back(std::move(shared));
    return choices;
}

http::Tenant tenant_for(const Surroundings& around) {
    http::Tenant tenant;
    tenant.id = around.municipality_id;
    tenant.zone = around.zone;
    return tenant;
}

std::optional<NamedEntry> entry_words(const Neighbours& neighbours, const Surroundings& around, std::string_view id) {
    if (!base::is_uuid(id)) return std::nullopt;
    const auto entry = neighbours.inquiries.find(tenant_for(around), id);
    if (!entry || entry->topics.empty()) return std::nullopt;
    const auto own = neighbours.own_topics.of(around.municipality_id);
    return NamedEntry{around.words->date_time(entry->at, around.zone) + ": " +
                          taxonomy::topic_label(*own, entry->topics.front(), *around.words),
                      entry->asker};
}

register_::Others with_more(register_::Others others, register_::MoreOf more) {
    others.more = std::move(more);
    return others;
}

}  // namespace

Callbacks::Implementation::Implementation(db::Database& opened, const kept::Versions& known, const base::Clock& time,
                                          Neighbours others)
    : database(opened),
      versions(known),
      clock(time),
      neighbours(std::move(others)),
      records(call_back_register(
                  {.clock = time,
                   .topics = [this](const Surroundings& around) { return topics_of(neighbours.own_topics, around); },
                   .contact_of = [this](std::string_view municipality,
                                        std::string_view id) { return contact_of(municipality, id); },
                   .may_see_contact =
                       [this](const Surroundings& around, const Record& record) { return records.may_change(around, record); },
                   .entry_words = [this](const Surroundings& around,
                                         std::string_view id) { return entry_words(neighbours, around, id); },
                   .office = [this](std::string_view municipality) { return office_hours(municipality); },
                   .name_of = neighbours.others.name_of,
                   .complete = [this](const register_::Writing& writing, Record& record) { complete(writing, record); },
                   .beside = [this](const register_::Writing& writing, const Record& record) { write_beside(writing, record); }}),
              opened, time,
              with_more(register_::with_who_is_named(neighbours.others, organisation::named_as(neighbours.organisation)),
                        [this](const Record& record, const html::Page& page) { return more_of(record, page); })),
      waiting(time, [this](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_call_backs, id)); },
              [this](std::string_view id) { return load_waiting(id); }) {}

Surroundings Callbacks::Implementation::around(std::string_view municipality_id) const {
    return municipality::surroundings_of(neighbours.municipalities, records, municipality_id, clock.now());
}

std::string Callbacks::Implementation::day_of(std::string_view municipality_id, base::Instant instant) const {
    const auto zone = neighbours.municipalities.settings(municipality_id).zone;
    return base::format_date(base::to_civil(instant, base::is_known_zone(zone) ? zone : Surroundings().zone).date);
}

OfficeHours Callbacks::Implementation::office_hours(std::string_view municipality_id) const {
    const auto settings = neighbours.municipalities.settings(municipality_id);
    const auto about = neighbours.municipalities.about(municipality_id);
    OfficeHours office{.rule = settings.phone_hours, .week = {}};
    if (about) office.week.country = about->country;
    office.week.zone = base::is_known_zone(settings.zone) ? settings.zone : Surroundings().zone;
    return office;
}

std::string Callbacks::Implementation::topic_label(std::string_view municipality_id, std::string_view topic,
                                                   const i18n::Translator& words) const {
    return topic.empty() ? "" : taxonomy::topic_label(*neighbours.own_topics.of(municipality_id), topic, words);
}

std::string Callbacks::Implementation::name_of_link(const char* source, const std::string& id,
                                                    const Surroundings& around) const {
    const auto found = records.others().links.find(source);
    if (id.empty() || found == records.others().links.end()) return "";
    const auto choices = found->second.choices(around);
    const auto* choice = register_::find_choice(choices, id);
    return choice ? choice->label : around.t(TEXT("Not there any more"));
}

std::string Callbacks::Implementation::owner_in_words(const Record& call_back, const Surroundings& around) const {
    const auto function = name_of_link("organisation.function", call_back.text("function"), around);
    const auto person = name_of_link("accounts.person", call_back.text("person"), around);
    if (function.empty() && person.empty()) return around.t(TEXT("Nobody yet"));
    if (function.empty() || person.empty()) return function + person;
    return around.words->t(TEXT("{function}, taken by {person}"), {{"function", function}, {"person", person}});
}

std::optional<Contact> Callbacks::Implementation::contact_of(std::string_view municipality_id, std::string_view id) const {
    return database.read([&](db::Connection& connection) -> std::optional<Contact> {
        const auto rows = connection.query(sql::find_contact, municipality_id, id);
        const auto row = rows.only();
        return row ? std::optional(Contact{row->text("way"), row->text("value"), row->text("counts_from")}) : std::nullopt;
    });
}

std::optional<Period> Callbacks::Implementation::period(std::string_view municipality_id, std::string_view rule) const {
    return period_of ? period_of(municipality_id, rule) : own_periods(retention_rules())(municipality_id, rule);
}

std::shared_ptr<const Waiting> Callbacks::Implementation::load_waiting(std::string_view municipality_id) const {
    auto all = std::make_shared<Waiting>();
    const auto rows = database.read([&](db::Connection& connection) { return connection.query(sql::waiting, municipality_id); });
    for (const auto row : rows)
        all->call_backs.push_back({.id = row.text("id"),
                                   .topic = row.text("topic"),
                                   .function = row.text("function"),
                                   .person = row.text("person"),
                                   .unit = row.text("unit"),
                                   .promised_at = base::parse_utc(row.text("promised_at")).value_or(base::Instant{}),
                                   .opened_at = base::parse_utc(row.text("opened_at")).value_or(base::Instant{}),
                                   .lacks_contact = row.integer("lacks_contact") != 0,
                                   .is_of_resident = row.text("asker").empty(),
                                   .wished = row.text("wished")});
    return all;
}

Callbacks::Callbacks(db::Database& database, const kept::Versions& versions, const base::Clock& clock, Neighbours neighbours)
    : implementation_(std::make_unique<Implementation>(database, versions, clock, std::move(neighbours))) {}

Callbacks::~Callbacks() = default;

void Callbacks::know(PeriodOf period_of) { implementation_->period_of = std::move(period_of); }
register_::Records& Callbacks::records() const { return implementation_->records; }
std::shared_ptr<const Waiting> Callbacks::waiting(std::string_view municipality_id) const {
    return implementation_->waiting.of(municipality_id);
}

std::optional<base::Date> Callbacks::contact_gone_on(std::string_view municipality_id, std::string_view id) const {
    const auto& self = *implementation_;
    const auto contact = self.contact_of(municipality_id, id);
    const auto from = contact ? base::parse_utc(contact->counts_from) : std::nullopt;
    const auto kept = self.period(municipality_id, contact_rule);
    if (!from || !kept) return std::nullopt;
    return gone_on(*kept, base::to_civil(*from, self.around(municipality_id).zone).date);
}

void Callbacks::hand_over_all(db::Connection& connection, std::string_view municipality_id, std::string_view from,
                              std::string_view to, std::string_view actor, base::Instant now) {
    if (from.empty() || municipality_id.empty()) return;
    const auto rows = connection.query(sql::taken_by, municipality_id, from);
    for (const auto row : rows) {
        const auto id = row.text("id");
        connection.execute(sql::set_taken_by, municipality_id, id, to, base::format_utc(now));
        connection.execute(sql::add_event, municipality_id, id, base::new_uuid(now), base::format_utc(now), actor,
                           word_of(Event::handed_over), row.text("function"), to, "");
        audit::record(connection,
                      {std::string(municipality_id), std::string(actor), "call_back handed over", "call_back:" + id, "person"},
                      now);
    }
    if (!rows.empty()) kept::raise(connection, kept_call_backs, municipality_id);
}

}  // namespace digilots::callbacks
