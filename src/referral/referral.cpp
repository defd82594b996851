#include "referral/referral.h"

#include <algorithm>
#include <map>

#include "platform/audit/audit.h"
#include "platform/base/log.h"
#include "platform/base/mutex.h"
#include "platform/base/reason.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"
#include "platform/kept/kept.h"
#include "platform/search/words.h"
#include "referral/danger.h"
#include "referral/hits.h"
#include "referral/notes.h"
#include "referral/opening_times.h"
#include "referral/referral_store.h"
#include "referral/topic_phrases.h"

namespace digilots::referral {
namespace {

using directory::Openness;

constexpr std::size_t longest_query = 200, index_hits = 60;

/// "place:2281:sundsvall-x" → "place:sundsvall-x"
std::string without_tenant(const std::string& index_id) {
    const auto first = index_id.find(':');
    const auto second = index_id.find(':', first + 1);
    if (second == std::string::npos) return index_id;
    return index_id.substr(0, first + 1) + index_id.substr(second + 1);
}

/// An index made from other words is made anew.
std::string words_version() { return std::string(taxonomy::version()) + "+6"; }


bool is_certain(search::MatchKind kind) {
    return kind != search::MatchKind::prefix && kind != search::MatchKind::word_part;
}

}  // namespace

/// Which of the directory's states the documents in the index are from.
struct Indexed {};

struct Referral::Implementation {
    db::Database& database;
    const directory::Directory& directory;
    search::Index& index;
    const municipality::Municipalities& municipalities;
    const taxonomy::OwnTopics& own_topics;
    const base::Clock& clock;
    const kept::Versions& versions;
    Elsewhere elsewhere = nullptr;
    base::Mutex writing;
    // The same index. Held from reading to writing, so that a rebuild never brings back what was read before a change.
    search::Index& writable GUARDED_BY(writing);
    kept::Kept<Catalogue> catalogues;
    kept::Kept<Indexed> indexed;

    Implementation(db::Database& opened, const kept::Versions& known, const directory::Directory& places, search::Index& words,
                   const municipality::Municipalities& all, const taxonomy::OwnTopics& topics, const base::Clock& time)
        : database(opened), directory(places), index(words), municipalities(all), own_topics(topics), clock(time),
          versions(known), writable(words),
          catalogues(clock, stamped(), [this](std::string_view id) {
              return kept::Until<Catalogue>{make_catalogue(directory.snapshot(id), own_topics.of(id), found_elsewhere(id)),
                                            directory.day_end(id)};
          }),
          indexed(clock, stamped(), [this](std::string_view id) {
              put(id);
              return kept::Until<Indexed>{std::make_shared<const Indexed>(), directory.day_end(id)};
          }) {}

    std::vector<FoundElsewhere> found_elsewhere(std::string_view id) const {
        return elsewhere ? elsewhere(id) : std::vector<FoundElsewhere>();
    }

    kept::TakeStamp stamped() const {
        return [this](std::string_view id, kept::Stamp& stamp) { stamp.take_all(versions, found_from, id); };
    }

    std::shared_ptr<const Catalogue> catalogue(std::string_view municipality_id) const { return catalogues.of(municipality_id); }

    directory::OpenState open_state(const Entry& entry, std::string_view municipality_id, base::Instant now) const {
        if (entry.place) return place_state(*entry.place, municipality_id, now);
        if (entry.contact) return contact_state(*entry.contact, municipality_id, now);
        if (!entry.service || !entry.listed) return {};
        return directory.open_state(*entry.service, *directory.snapshot(municipality_id), now);
    }

    /// Whether somebody answers the phone.
    directory::OpenState contact_state(const directory::Contact& contact, std::string_view municipality_id,
                                       base::Instant now) const {
        if (contact.status != directory::Status::open) return {};
        return directory.open_state(contact.phone_hours, municipality_id, now);
    }

    /// Somebody on duty means that the building is open, also where its own hours are unknown.
    directory::OpenState place_state(const directory::Place& place, std::string_view municipality_id, base::Instant now) const {
        auto state = directory.open_state(place, municipality_id, now);
        if (state.now != Openness::unknown || place.status != directory::Status::open) return state;
        for (const auto& service : place.services) {
            if (service.status != directory::Status::open) continue;
            const auto staffed = directory.open_state(service.hours, municipality_id, now);
            if (staffed.now == Openness::open) return staffed;
        }
        return state;
    }

    OpenStates open_states(std::string_view municipality_id) const {
        return [this, id = std::string(municipality_id), now = clock.now()](const Entry& entry) {
            return open_state(entry, id, now);
        };
    }

    OpeningTimes opening_times(const http::Tenant& tenant, const TimeWish& wish) const {
        return {open_states(tenant.id), [this, &tenant, wish, now = clock.now()](const directory::Place& place) {
                    return open_at(directory, tenant, now, place, wish);
                }};
    }

    /// As it stands beside the documents on disk: read before what they are made from.
    std::string made_from(std::string_view municipality_id) const {
        kept::Stamp stamp;
        stamp.take_all(versions, found_from, municipality_id);
        return stamp.text() + "/" + words_version() + "/";
    }

    /// Nothing that they are made from has changed, and no planned place has opened since.
    bool is_indexed(std::string_view municipality_id, const std::string& version) const {
        const auto note = index.note("version:" + std::string(municipality_id));
        if (!note.starts_with(version)) return false;
        const auto opens = std::string_view(note).substr(version.size());
        return opens.empty() || directory.today(municipality_id).substr(0, opens.size()) < opens;
    }

    /// False where the documents could not be brought up to date: the trouble of one municipality keeps neither its other
    /// records nor those of others from being found.
    bool catch_up(std::string_view municipality_id) const {
        try {
            indexed.of(municipality_id);
            return true;
        } catch (...) {
            base::log(base::LogLevel::error, "municipality not indexed",
                      {{"municipality", std::string(municipality_id)}, {"reason", base::reason_of_current_exception()}});
            return false;
        }
    }

    void put(std::string_view municipality_id) {
        const base::Lock one_at_a_time(writing);
        const auto version = made_from(municipality_id);
        if (is_indexed(municipality_id, version)) return;
        const auto about = municipalities.about(municipality_id);
        const auto from = catalogue(municipality_id);
        const auto documents = documents_of(*from, about ? about->country : "SE");
        const auto id_note = "ids:" + std::string(municipality_id);
        std::string ids;
        for (const auto& document : documents) ids += document.id + '\n';
        std::vector<std::string> gone;
        const auto noted = index.note(id_note);
        for (const auto old : base::split(noted, '\n')) {
            if (!old.empty() && ("\n" + ids).find("\n" + std::string(old) + "\n") == std::string::npos) gone.emplace_back(old);
        }
        if (!gone.empty()) writable.remove(gone);
        writable.put(documents);
        if (ids != noted) writable.set_note(id_note, ids);
        writable.set_note("version:" + std::string(municipality_id), version + from->snapshot->next_opening);
    }
};

Referral::Referral(db::Database& database, const kept::Versions& versions, const directory::Directory& directory,
                   search::Index& index, const municipality::Municipalities& municipalities,
                   const taxonomy::OwnTopics& own_topics, const base::Clock& clock)
    : implementation_(std::make_unique<Implementation>(database, versions, directory, index, municipalities, own_topics, clock)) {
    index.set_synonyms(synonym_groups());
}

Referral::~Referral() = default;

void Referral::know(Elsewhere elsewhere) { implementation_->elsewhere = std::move(elsewhere); }
namespace {

/// What the index says about a question, and what the question means once its spelling is right.
struct Reading {
    Intent intent;
    TextHits text;
    std::string corrected;
};

/// What was wished stays wished when a word beside it was corrected.
Intent read_corrected(const std::string& corrected, const Intent& wishes) {
    auto intent = read_intent(corrected, true);
    intent.open_now |= wishes.open_now;
    intent.only_now |= wishes.only_now;
    if (!intent.time.any()) intent.time = wishes.time;
    if (intent.unread_time.empty()) intent.unread_time = wishes.unread_time;
    intent.drop_in |= wishes.drop_in;
    intent.without_e_id |= wishes.without_e_id;
    return intent;
}

Reading read(const search::Index& index, const Catalogue& catalogue, const std::string& text, const std::string& tenant,
             Spelling spelling) {
    Reading reading;
    reading.intent = read_intent(text, true);
    add_own_topics(reading.intent, catalogue, text);
    search::Query query;
    query.text = text_for_index(reading.intent);
    query.tenant = tenant;
    query.limit = index_hits;
    query.as_you_type = true;
    query.correct = spelling == Spelling::corrected && !reading.intent.understood;
    if (query.text.empty()) return reading;     // "open now", or only words that name nothing
    const auto found = index.find(query);
    if (!found.corrected.empty()) {
        reading.corrected = found.corrected;
        reading.intent = read_corrected(found.corrected, reading.intent);
        add_own_topics(reading.intent, catalogue, found.corrected);
    }
    const bool silent = reading.intent.topics.empty() && reading.intent.place_kinds.empty() && !reading.intent.understood;
    const double best = found.hits.empty() ? 1 : std::max(found.hits.front().score, 0.001);
    for (const auto& hit : found.hits) {
        const auto word = hit.matched.empty() ? std::string() : hit.matched.front();
        reading.text.emplace(without_tenant(hit.id), TextHit{std::min(1.0, hit.score / best), word});
        if (!silent || hit.kind != "topic" || !is_certain(hit.best) || reading.intent.topics.size() >= 2) continue;
        auto topic = without_tenant(hit.id).substr(6);
        auto said = hit.matched;
        for (auto& token : search::tokens(text)) said.push_back(std::move(token.word));
        if (names_topic(topic, said)) reading.intent.topics.push_back(std::move(topic));
    }
    return reading;
}

/// However somebody says it, who was deceived is led to who helps with it, below the numbers to ring.
void add_fraud(Intent& intent, const std::optional<DangerKind>& danger) {
    const bool is_fraud = danger == DangerKind::fraud || danger == DangerKind::suspected_fraud;
    if (is_fraud && !intent.has_topic("online_safety")) intent.topics.emplace_back("online_safety");
}

/// In their order, each once: "julafton 24 december" is one day.
std::vector<base::Date> dates_of(const TimeWish& time, base::Date today) {
    std::vector<base::Date> dates;
    for (const auto& day : time.days) {
        for (const auto date : days_of(day, today)) dates.push_back(date);
    }
    std::ranges::sort(dates);
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

/// At the desk the municipality's own topic that was named can be logged, also where no place answers it and however many
/// other hits there are.
void keep_own_topics(std::vector<Ranked>& ranked, const Catalogue& catalogue, const Intent& intent, std::size_t limit) {
    std::vector<Ranked> named;
    for (const auto& key : intent.topics) {
        const auto* entry = taxonomy::is_own(key) ? catalogue.find("topic", key) : nullptr;
        if (entry == nullptr || named.size() == limit) continue;
        std::erase_if(ranked, [&](const Ranked& one) { return one.entry == entry; });
        named.push_back({entry, 0, {{ReasonKind::topic, key}}, {}});
    }
    if (ranked.size() + named.size() > limit) ranked.resize(limit - named.size());
    ranked.insert(ranked.end(), named.begin(), named.end());
}

}  // namespace

SearchAnswer Referral::search(const http::Tenant& tenant, std::string_view text, const i18n::Translator& translator,
                              std::size_t limit, directory::Audience audience, Spelling spelling) const {
    const auto& self = *implementation_;
    SearchAnswer answer;
    answer.query = base::cut(base::clean(text), longest_query);
    answer.fallback = fallback(tenant, translator);
    if (answer.query.empty()) return answer;
    const auto danger = danger_in(answer.query);
    if (danger) answer.danger = danger_card(*danger, tenant.country, translator);
    answer.is_whole = self.catch_up(tenant.id);     // first: hits are never older than the catalogue
    const auto catalogue = self.catalogue(tenant.id);
    auto reading = read(self.index, *catalogue, answer.query, tenant.id, spelling);
    add_fraud(reading.intent, danger);
    auto& time = reading.intent.time;
    time.dates = dates_of(time, base::to_civil(self.clock.now(), tenant.zone).date);
    const auto times = self.opening_times(tenant, time);
    auto ranked = rank(*catalogue, reading.intent, reading.text, times);
    if (audience == directory::Audience::residents) {
        std::erase_if(ranked, [](const Ranked& one) { return one.entry->contact && one.entry->contact->staff_only; });
    }
    const HitContext context{tenant, *catalogue->snapshot, self.directory, translator, self.clock.now(), audience};
    answer.notes = notes_of(reading.intent, ranked, *catalogue, times.now, context);
    if (audience == directory::Audience::staff) keep_own_topics(ranked, *catalogue, reading.intent, limit);
    if (ranked.size() > limit) ranked.resize(limit);
    for (const auto& one : ranked) answer.hits.push_back(make_hit(one, context));
    answer.corrected = reading.corrected;
    answer.topics = reading.intent.topics;
    answer.half_typed = reading.intent.half_typed;
    answer.sensitive = std::ranges::any_of(answer.topics, [](const auto& key) {
        const auto* topic = taxonomy::find(taxonomy::List::topic, key);
        return topic && topic->sensitive;
    });
    return answer;
}

Fallback Referral::fallback(const http::Tenant& tenant, const i18n::Translator& translator) const {
    const auto snapshot = implementation_->directory.snapshot(tenant.id);
    return make_fallback({tenant, *snapshot, implementation_->directory, translator, implementation_->clock.now()});
}

std::optional<ReferralHit> Referral::find(const http::Tenant& tenant, std::string_view kind_and_id,
                                          const i18n::Translator& translator) const {
    const auto colon = kind_and_id.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto catalogue = implementation_->catalogue(tenant.id);
    const auto* entry = catalogue->find(kind_and_id.substr(0, colon), kind_and_id.substr(colon + 1));
    if (!entry || (entry->contact && entry->contact->staff_only)) return std::nullopt;
    const Ranked ranked{entry, 0, {}, entry->topic ? directory::OpenState{} : implementation_->open_states(tenant.id)(*entry)};
    return make_hit(ranked, {tenant, *catalogue->snapshot, implementation_->directory, translator, implementation_->clock.now()});
}

std::string Referral::record(const http::Tenant& tenant, const Referred& referred) {
    return implementation_->database.write([&](db::Connection& connection) { return record(connection, tenant, referred); });
}

std::string Referral::record(db::Connection& connection, const http::Tenant& tenant, const Referred& referred) const {
    auto kept = referred;
    const auto now = implementation_->clock.now();
    kept.id = base::new_uuid(now);
    if (kept.at == base::Instant{}) kept.at = now;
    insert_referral(connection, tenant.id, kept);
    return kept.id;
}

void Referral::correct(db::Connection& connection, const http::Tenant& tenant, const Referred& referred) const {
    if (correct_referral(connection, tenant.id, referred)) return;
    delete_referral(connection, tenant.id, referred.inquiry_id);
    if (!referred.target_id.empty()) record(connection, tenant, referred);
}

bool Referral::set_outcome(const http::Tenant& tenant, std::string_view id, ReferralOutcome outcome) {
    return implementation_->database.write([&](db::Connection& connection) {
        return referral::set_outcome(connection, tenant.id, id, outcome, implementation_->clock.now());
    });
}

std::vector<Referred> Referral::recent(const http::Tenant& tenant, std::size_t limit) const {
    return implementation_->database.read(
        [&](db::Connection& connection) { return recent_referrals(connection, tenant.id, limit); });
}

void Referral::reindex() {
    auto& self = *implementation_;
    const base::Lock one_at_a_time(self.writing);
    const auto active = self.municipalities.active();
    std::map<std::string, std::pair<std::string, std::string>> notes;   // municipality → ids, version
    self.writable.rebuild([&](const std::function<void(const search::Document&)>& add) {
        for (const auto& document : topic_documents()) add(document);
        for (const auto& municipality : active) {
            auto& [ids, version] = notes[municipality.id];
            version = self.made_from(municipality.id);
            const auto from = self.catalogue(municipality.id);
            version += from->snapshot->next_opening;
            for (const auto& document : documents_of(*from, municipality.country)) {
                add(document);
                ids += document.id + '\n';
            }
        }
    });
    for (const auto& [municipality, note] : notes) {
        self.writable.set_note("ids:" + municipality, note.first);
        self.writable.set_note("version:" + municipality, note.second);
    }
    self.writable.set_note("topics", words_version());
}

void Referral::refresh() {
    auto& self = *implementation_;
    if (self.index.note("topics") != words_version()) return reindex();
    for (const auto& municipality : self.municipalities.active()) self.catch_up(municipality.id);
}

bool Referral::index_is_missing() const { return implementation_->index.note("topics").empty(); }

bool Referral::index_is_catching_up() const {
    return std::ranges::all_of(implementation_->municipalities.active(), [&self = *implementation_](const auto& one) {
        const auto last = self.database.read([&](db::Connection& all) { return audit::entries(all, one.id, 1); });
        const bool is_new = !last.empty() && self.clock.now() - last[0].at < std::chrono::minutes(3);
        return self.is_indexed(one.id, self.made_from(one.id)) || (is_new && !self.index.note("version:" + one.id).empty());
    });
}
bool Referral::index_is_current() const {
    const auto& self = *implementation_;
    if (self.index.note("topics") != words_version()) return false;
    return std::ranges::all_of(self.municipalities.active(), [&](const auto& municipality) {
        return self.is_indexed(municipality.id, self.made_from(municipality.id));
    });
}

}  // namespace digilots::referral
