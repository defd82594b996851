#include "inquiries/inquiries.h"

#include <algorithm>
#include <array>

#include "inquiries/entry_view.h"
#include "inquiries/further.h"
#include "inquiries/implementation.h"
#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/kept/versions.h"

namespace digilots::inquiries {

namespace {

void place_in_time(StoredInquiry& stored, const http::Tenant& tenant) {
    const base::CivilTime local = base::to_civil(stored.inquiry.at, tenant.zone);
    stored.local_date = local.date;
    stored.local_hour = stored.inquiry.no_time ? unknown_hour : local.hour;
}

void trace(db::Connection& connection, const http::Tenant& tenant, std::string_view id, Change change) {
    store::insert_change(connection, tenant.id, id, change);
    audit::record(connection,
                  {tenant.id, change.actor, "inquiry " + change.action, "inquiry:" + std::string(id), change.fields}, change.at);
}

/// Of what is written in this transaction.
void tell_follow_ups(db::Connection& connection, const http::Tenant& tenant, bool is_to_be_followed_up) {
    if (is_to_be_followed_up) kept::raise(connection, kept_follow_ups, tenant.id);
}

/// A slug is taken too; what is kept is the id.
void use_public_ids(const Service& service, const http::Tenant& tenant, Inquiry& inquiry) {
    if (inquiry.place.empty() && inquiry.referred_to.empty() && inquiry.e_service.empty()) return;
    const directory::SnapshotPtr snapshot = service.directory.snapshot(tenant.id);
    if (const directory::Place* place = snapshot->place(inquiry.place)) inquiry.place = place->id;
    inquiry.referred_to = target_by_id(*snapshot, inquiry.referred_to);
    if (const directory::EService* e_service = snapshot->e_service(inquiry.e_service)) inquiry.e_service = e_service->id;
}

/// What the commonest entry does not say stands with its name, so that its own text is what it always was: keys that were
/// used before still mean the same.
void add_canonical_details(base::JsonWriter& text, const Inquiry& i) {
    const auto add = [&](const char* name, const auto& value, bool is_said) {
        if (is_said) text.value(name).value(value);
    };
    add("kind", i.kind, i.kind != "visit");
    add("asker", i.asker, !i.asker.empty());
    add("e_service", i.e_service, !i.e_service.empty());
    add("follow_up", i.follow_up, i.follow_up);
    add("barriers", base::joined(i.barriers, ","), !i.barriers.empty());
    add("target_groups", base::joined(i.target_groups, ","), !i.target_groups.empty());
    for (const auto& [key, member] : kinds_of_persons()) add(key, i.persons.*member, (i.persons.*member).has_value());
    const auto further = further_text(i);
    add("further", further, !further.empty());
}

}  // namespace

bool Persons::are_counted() const {
    return std::ranges::any_of(kinds_of_persons(), [&](const PersonsOf& one) { return (this->*one.member).has_value(); });
}

int Persons::total() const {
    int sum = 0;
    for (const auto& [key, member] : kinds_of_persons()) sum += (this->*member).value_or(0);
    return sum;
}

std::span<const PersonsOf> kinds_of_persons() {
    static constexpr std::array<PersonsOf, 6> kinds{{{"women", &Persons::women}, {"men", &Persons::men},
                                                     {"girls", &Persons::girls}, {"boys", &Persons::boys},
                                                     {"other", &Persons::other}, {"not_stated", &Persons::not_stated}}};
    return kinds;
}

std::string target_by_id(const directory::Snapshot& directory, const std::string& target) {
    const std::size_t colon = target.find(':');
    if (colon == target.npos) return target;
    const std::string kind = target.substr(0, colon), id = target.substr(colon + 1);
    const auto found = [&](const auto* record) { return record == nullptr ? target : kind + ":" + record->id; };
    if (kind == "place") return found(directory.place(id));
    if (kind == "e_service") return found(directory.e_service(id));
    if (kind == "contact") return found(directory.contact(id));
    return kind == "service" || kind == "activity" ? found(directory.service(id)) : target;
}

Inquiries::Inquiries(db::Database& database, const directory::Directory& directory,
                     const municipality::Municipalities& municipalities,
                     const organisation::Organisation& organisation, const taxonomy::OwnTopics& own_topics,
                     const base::Clock& clock)
    : implementation_(new Implementation{{database, directory, municipalities, organisation, own_topics, clock, nullptr, {}}}) {}

Inquiries::~Inquiries() = default;

void Inquiries::know(PeriodOf period_of) { implementation_->period_of = std::move(period_of); }
void Inquiries::know(Companion companion) { implementation_->companions.push_back(std::move(companion)); }
void Inquiries::know(FormHelp help) { implementation_->form_help = std::move(help); }
void Inquiries::know(OwnersSay say) { implementation_->owners_say = std::move(say); }
void Inquiries::know_set_up(SetUp set_up) { implementation_->set_up = std::move(set_up); }
void Inquiries::know(Tallies tallies) { implementation_->tallies = std::move(tallies); }

base::Result<Acknowledged, WriteProblem> Inquiries::log(const http::Tenant& tenant, Inquiry inquiry, std::string_view actor,
                                                        std::string_view idempotency_key, std::string_view body_hash) {
    return log_inquiry(*implementation_, tenant, std::move(inquiry), actor, idempotency_key, body_hash);
}

std::vector<Companion::Line> lines_beside(const Service& service, const html::Page& page, const Inquiry& entry) {
    std::vector<Companion::Line> lines;
    for (const auto& companion : service.companions)
        if (auto line = companion.line ? companion.line(page, entry) : std::nullopt) lines.push_back(std::move(*line));
    return lines;
}

std::vector<html::Link> what_stays(const Service& service, const html::Page& page, const Inquiry& entry) {
    std::vector<html::Link> links;
    for (const auto& companion : service.companions)
        if (auto link = companion.stays ? companion.stays(page, entry) : std::nullopt) links.push_back(std::move(*link));
    return links;
}

void tell_companions(const Service& service, Companion::Follow Companion::*step, db::Connection& connection,
                     const http::Tenant& tenant, const Inquiry& entry, std::string_view actor) {
    for (const auto& companion : service.companions)
        if (companion.*step) (companion.*step)(connection, tenant, entry, actor);
}

StoredInquiry to_be_stored(const Service& service, const http::Tenant& tenant, Inquiry inquiry, std::string_view actor) {
    const base::Instant now = service.clock.now();
    StoredInquiry stored{std::move(inquiry), {}, 0, now, std::string(actor)};
    stored.inquiry.id = base::new_uuid(now);
    if (stored.inquiry.at == unstated) stored.inquiry.at = now;
    use_public_ids(service, tenant, stored.inquiry);
    settle_further(stored.inquiry);
    taxonomy::add_shared(*service.own_topics.of(tenant.id), stored.inquiry.topics);
    place_in_time(stored, tenant);
    return stored;
}

LoggedIn log_in(db::Connection& connection, const Service& service, const http::Tenant& tenant, const StoredInquiry& stored,
                const store::Key& key, const AlongWith& along_with) {
    if (!key.key.empty() && !store::claim_key(connection, key, stored.inquiry.id, stored.created_at)) {
        const auto used = store::find_key(connection, key);
        // Gone between the two statements only when it was purged that very moment.
        if (!used) throw db::DbError(db::ErrorKind::conflict, "an idempotency key was purged while it was used");
        if (used->body_hash != key.body_hash) return base::failure(WriteProblem::key_reused);
        return Acknowledged{used->inquiry_id, true};
    }
    store::insert(connection, tenant.id, stored);
    tell_follow_ups(connection, tenant, stored.inquiry.follow_up);
    if (along_with) along_with(connection, stored.inquiry);
    tell_companions(service, &Companion::logged, connection, tenant, stored.inquiry, stored.created_by);
    return Acknowledged{stored.inquiry.id, false};
}

base::Result<Acknowledged, WriteProblem> log_inquiry(Service& service, const http::Tenant& tenant,
                                                     Inquiry inquiry, std::string_view actor, std::string_view idempotency_key,
                                                     std::string_view body_hash, const AlongWith& along_with) {
    const auto stored = to_be_stored(service, tenant, std::move(inquiry), actor);
    Cells cells;
    add_to_cells(cells, stored);
    return service.database.write([&](db::Connection& connection) -> LoggedIn {
        const auto logged =
            log_in(connection, service, tenant, stored, {tenant.id, actor, idempotency_key, body_hash}, along_with);
        if (!logged || logged->repeated) return logged;
        store::add_counts(connection, tenant.id, cells);
        store::append_to_feed(connection, tenant.id, stored.inquiry.id);
        return logged;
    });
}

bool Inquiries::correct(const http::Tenant& tenant, const Inquiry& corrected, std::string_view actor, const base::Seen& seen,
                        const AlongWith& along_with, std::string_view reason) {
    const Inquiry inquiry = as_kept(*implementation_, tenant, corrected);
    return implementation_->database.write([&](db::Connection& connection) {
        Cells cells;
        if (!correct_in(connection, *implementation_, tenant, inquiry, actor, seen, along_with, cells, reason)) return false;
        if (!cells.empty()) store::add_counts(connection, tenant.id, cells);
        return true;
    });
}

Inquiry as_kept(const Service& service, const http::Tenant& tenant, Inquiry inquiry) {
    use_public_ids(service, tenant, inquiry);
    settle_further(inquiry);
    taxonomy::add_shared(*service.own_topics.of(tenant.id), inquiry.topics);
    return inquiry;
}

void keep_order(Inquiry& inquiry, const Inquiry& before) {
    for (const auto keys : {&Inquiry::topics, &Inquiry::barriers, &Inquiry::target_groups})
        std::ranges::stable_sort(inquiry.*keys, {}, [&](const std::string& key) {
            return std::ranges::find(before.*keys, key) - (before.*keys).begin();
        });
}

bool correct_in(db::Connection& connection, const Service& service, const http::Tenant& tenant, const Inquiry& corrected,
                std::string_view actor, const base::Seen& seen, const AlongWith& along_with, Cells& cells,
                std::string_view reason) {
    if (!store::lock(connection, tenant.id, corrected.id)) return false;
    const auto before = store::find(connection, tenant.id, corrected.id);
    if (!before || !seen.is(mark_of(before->inquiry))) return false;
    auto inquiry = corrected;
    keep_order(inquiry, before->inquiry);
    const std::vector<std::string> fields = changed_fields(before->inquiry, inquiry);
    if (fields.empty()) return true;
    StoredInquiry after = *before;
    after.inquiry = inquiry;
    if (inquiry.at != before->inquiry.at || inquiry.no_time != before->inquiry.no_time) place_in_time(after, tenant);
    store::update(connection, tenant.id, after);
    tell_follow_ups(connection, tenant, before->inquiry.follow_up || inquiry.follow_up);
    if (along_with) along_with(connection, inquiry);
    tell_companions(service, &Companion::corrected, connection, tenant, inquiry, actor);
    trace(connection, tenant, inquiry.id, {service.clock.now(), std::string(actor), "corrected", base::joined(fields, " "),
                                       std::string(reason)});
    add_to_cells(cells, *before, -1);
    add_to_cells(cells, after);
    return true;
}

namespace {

bool remove_in(db::Connection& connection, const Service& service, const http::Tenant& tenant, std::string_view id,
               std::string_view actor, const base::Seen& seen, const AlongWith& along_with, std::string_view reason,
               const Unless& unless) {
    const base::Instant now = service.clock.now();
    if (!store::lock(connection, tenant.id, id)) return false;
    const auto before = store::find(connection, tenant.id, id);
    if (!before || !seen.is(mark_of(before->inquiry))) return false;
    if (unless && unless(connection, before->inquiry)) return false;
    store::mark_deleted(connection, tenant.id, id, now);
    tell_follow_ups(connection, tenant, before->inquiry.follow_up);
    if (along_with) along_with(connection, before->inquiry);
    tell_companions(service, &Companion::deleted, connection, tenant, before->inquiry, actor);
    trace(connection, tenant, id, {now, std::string(actor), "deleted", "", std::string(reason)});
    Cells cells;
    add_to_cells(cells, *before, -1);
    store::add_counts(connection, tenant.id, cells);
    return true;
}

}  // namespace

bool Inquiries::remove(const http::Tenant& tenant, std::string_view id, std::string_view actor, const base::Seen& seen,
                       const AlongWith& along_with, std::string_view reason, const Unless& unless) {
    return implementation_->database.write([&](db::Connection& connection) {
        return remove_in(connection, *implementation_, tenant, id, actor, seen, along_with, reason, unless);
    });
}

bool Inquiries::remove_within(db::Connection& connection, const http::Tenant& tenant, std::string_view id,
                              std::string_view actor, std::string_view reason) {
    return remove_in(connection, *implementation_, tenant, id, actor, base::Seen::anything(), {}, reason, {});
}

std::string Inquiries::log_within(db::Connection& connection, const http::Tenant& tenant, Inquiry inquiry,
                                  std::string_view actor) {
    const auto stored = to_be_stored(*implementation_, tenant, std::move(inquiry), actor);
    const auto logged = log_in(connection, *implementation_, tenant, stored, {tenant.id, actor, "", ""}, {});
    ENSURE(logged.has_value());  // without a key nothing came before
    Cells cells;
    add_to_cells(cells, stored);
    store::add_counts(connection, tenant.id, cells);
    store::append_to_feed(connection, tenant.id, stored.inquiry.id);
    return stored.inquiry.id;
}

std::optional<Inquiry> Inquiries::find(const http::Tenant& tenant, std::string_view id) const {
    const auto stored = implementation_->database.read(
        [&](db::Connection& connection) { return store::find(connection, tenant.id, id); });
    if (!stored) return std::nullopt;
    return stored->inquiry;
}

std::optional<Inquiry> Inquiries::find_for(const http::Request& request, std::string_view id) const {
    auto stored = implementation_->database.read(
        [&](db::Connection& connection) { return store::find(connection, request.tenant->id, id); });
    if (!stored || !may_change(*implementation_, request, *stored)) return std::nullopt;
    return std::move(stored->inquiry);
}

std::string Inquiries::unit_of(const http::Tenant& tenant, const Inquiry& entry) const {
    const auto snapshot = implementation_->directory.snapshot(tenant.id);
    const auto* place = entry.place.empty() ? nullptr : snapshot->place(entry.place);
    return place ? place->unit : "";
}

std::vector<std::string> changed_fields(const Inquiry& before, const Inquiry& after) {
    std::vector<std::string> fields;
    const auto compare = [&](const char* name, const auto& a, const auto& b) {
        if (a != b) fields.emplace_back(name);
    };
    compare("at", std::pair(before.at, before.no_time), std::pair(after.at, after.no_time));
    compare("place", before.place, after.place);
    compare("topics", before.topics, after.topics);
    compare("channel", before.channel, after.channel);
    compare("outcome", before.outcome, after.outcome);
    compare("referred_to", before.referred_to, after.referred_to);
    compare("minutes", before.minutes, after.minutes);
    compare("support_given", before.support_given, after.support_given);
    compare("body", before.body, after.body);
    compare("language", before.language, after.language);
    compare("barrier", before.barrier, after.barrier);
    compare("age_band", before.age_band, after.age_band);
    compare("gender", before.gender, after.gender);
    compare("returning", before.returning, after.returning);
    compare("note", before.note, after.note);
    compare("kind", before.kind, after.kind);
    compare("persons", before.persons, after.persons);
    compare("barriers", before.barriers, after.barriers);
    compare("target_groups", before.target_groups, after.target_groups);
    compare("e_service", before.e_service, after.e_service);
    compare("follow_up", before.follow_up, after.follow_up);
    compare("asker", before.asker, after.asker);
    for (const auto& word : further_words()) compare(word.name, before.further.*word.member, after.further.*word.member);
    for (const auto& flag : further_flags()) compare(flag.name, before.further.*flag.member, after.further.*flag.member);
    compare("body_unit", before.further.body_unit, after.further.body_unit);
    return fields;
}

std::string canonical_text(const Inquiry& i) {
    base::JsonWriter text;
    text.begin_array().value(i.at == unstated ? "" : base::format_utc(i.at)).value(i.place).value(i.channel);
    text.value(i.outcome).value(i.support_given).value(i.body).value(i.language).value(i.barrier).value(i.age_band);
    text.value(i.gender).value(i.minutes).value(i.returning == true).value(i.note).value(i.referred_to);
    for (const std::string& topic : i.topics) text.value(topic);
    if (i.no_time) text.value(i.no_time);
    add_canonical_details(text, i);
    text.end_array();
    return std::move(text).take();
}

std::string mark_of(const Inquiry& inquiry) { return base::mark_of({canonical_text(inquiry)}); }

std::string actor_of(const http::Identity& identity) {
    return identity.token_id.empty() ? identity.account_id : "token:" + identity.token_id;
}

}  // namespace digilots::inquiries
