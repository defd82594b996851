#include "referral/referral.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "platform/audit/audit.h"
#include "platform/base/text.h"
#include "platform/search/words.h"
#include "referral/danger.h"
#include "referral/hits.h"
#include "referral/implementation.h"
#include "referral/notes.h"
#include "referral/topic_phrases.h"

namespace digilots::referral {
namespace {

constexpr std::size_t longest_query = 200, index_hits = 60;

/// "place:2281:sundsvall-x" → "place:sundsvall-x"
std::string without_tenant(const std::string& index_id) {
    const auto first = index_id.find(':');
    const auto second = index_id.find(':', first + 1);
    if (second == std::string::npos) return index_id;
    return index_id.substr(0, first + 1) + index_id.substr(second + 1);
}

bool is_certain(search::MatchKind kind) {
    return kind != search::MatchKind::prefix && kind != search::MatchKind::word_part;
}

}  // namespace

Referral::Referral(db::Database& database, const kept::Versions& versions, const directory::Directory& directory,
                   search::Index& index, const municipality::Municipalities& municipalities,
                   const taxonomy::OwnTopics& own_topics, const base::Clock& clock)
    : implementation_(std::make_unique<Implementation>(database, versions, directory, index, municipalities, own_topics, clock)) {
    index.set_synonyms(synonym_groups());
}

Referral::~Referral() = default;

void Referral::know(std::vector<FindableKind> findable) {
    auto& self = *implementation_;
    for (const auto& kind : findable) self.from.insert(self.from.end(), kind.from.begin(), kind.from.end());
    self.findable = std::move(findable);
}
void Referral::know_ways(Ways ways) { implementation_->ways = std::move(ways); }

namespace {

/// That which an own one stands for; a shared one itself.
const std::string& shared_topic_of(const std::string& topic, const taxonomy::OwnTopicList& own) {
    const auto found = std::ranges::find(own, topic, &taxonomy::OwnTopic::key);
    return found == own.end() ? topic : found->maps_to;
}

/// The rule that holds for a topic: its own, else that of the shared one which it stands for.
const TopicRule* rule_for(const TopicRules& rules, const std::string& topic, const taxonomy::OwnTopicList& own) {
    const auto of = [&](const std::string& key) -> const TopicRule* {
        const auto found = std::ranges::find_if(
            rules, [&](const TopicRule& rule) { return rule.topic == key && rule.body.empty(); });
        return found == rules.end() ? nullptr : &*found;
    };
    if (const auto* rule = of(topic)) return rule;
    const auto& shared = shared_topic_of(topic, own);
    return shared == topic ? nullptr : of(shared);
}

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
        // The "e" of "e-post" is no reason that anybody understands.
        const auto word = std::ranges::find_if(hit.matched, [](const std::string& one) { return base::length(one) > 1; });
        reading.text.emplace(without_tenant(hit.id),
                             TextHit{std::min(1.0, hit.score / best), word == hit.matched.end() ? std::string() : *word});
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

/// Words alone, folded: "It-stöd för personal" → "it stod for personal".
std::string plain_words(std::string_view text) {
    std::string plain;
    for (const char letter : base::fold(text)) {
        const bool is_word = static_cast<unsigned char>(letter) >= 0x80 || std::isalnum(static_cast<unsigned char>(letter)) != 0;
        if (is_word) plain += letter;
        else if (!plain.empty() && plain.back() != ' ') plain += ' ';
    }
    if (!plain.empty() && plain.back() == ' ') plain.pop_back();
    return plain;
}

std::string_view name_of(const Entry& entry) {
    if (entry.place) return entry.place->name;
    if (entry.contact) return entry.contact->title;
    if (entry.e_service) return entry.e_service->name;
    return entry.service ? std::string_view(entry.service->title) : std::string_view();
}

/// What is called as was typed comes first, then contacts whose name begins so: with two words at least, as one word begins
/// many names.
void put_named_first(std::vector<Ranked>& ranked, const Catalogue& catalogue, const std::string& query, const OpenStates& now) {
    const auto typed = plain_words(query);
    if (typed.empty()) return;
    const bool may_begin = typed.find(' ') != std::string::npos;
    std::vector<Ranked> named, begun;
    for (const auto& entry : catalogue.entries) {
        if (!entry.listed || name_of(entry).empty()) continue;
        const auto name = plain_words(name_of(entry));
        const bool is_named = name == typed;
        if (!is_named && !(may_begin && entry.contact && name.starts_with(typed + " "))) continue;
        const auto there = std::ranges::find(ranked, &entry, &Ranked::entry);
        auto& into = is_named ? named : begun;
        if (there == ranked.end()) into.push_back({&entry, 0, {{ReasonKind::name, query}}, now(entry)});
        else into.push_back(std::move(*there)), ranked.erase(there);
    }
    ranked.insert(ranked.begin(), begun.begin(), begun.end());
    ranked.insert(ranked.begin(), named.begin(), named.end());
}

/// What was asked and answered before is not lost behind many places: up to half of what is shown is kept for it.
void cut_after_answers(std::vector<Ranked>& ranked, std::size_t limit) {
    if (ranked.size() <= limit) return;
    const auto is_answer = [](const Ranked& one) {
        return one.entry->elsewhere && one.entry->elsewhere->of->as == FindableKind::As::answer;
    };
    const auto all = static_cast<std::size_t>(std::ranges::count_if(ranked, is_answer));
    auto answers = std::min(all, (limit + 1) / 2), others = limit - answers;
    std::vector<Ranked> kept;
    for (auto& one : ranked) {
        auto& left = is_answer(one) ? answers : others;
        if (left == 0) continue;
        --left;
        kept.push_back(std::move(one));
    }
    ranked = std::move(kept);
}

}  // namespace

std::optional<WaysToHelp> Referral::Implementation::ways_to_help(AskedWay asked) const {
    if (!ways) return std::nullopt;
    const auto rules_here = known_rules.of(asked.tenant.id);
    const auto* rule = rule_for(*rules_here, asked.topic, *own_topics.of(asked.tenant.id));
    const bool is_said = rule && !rule->fits.empty(), is_of_resident = asked.audience == directory::Audience::residents;
    if (!is_said && is_of_resident) {
        if (!is_usually_simple(shared_topic_of(asked.topic, *own_topics.of(asked.tenant.id)))) return std::nullopt;
        asked.is_drop_in_alone = true;
    }
    asked.is_simple = is_said ? rule->fits == "simple" : is_of_resident;
    auto found = ways(asked);
    // Staff may book for anybody; without a rule one way there is enough beside the hits.
    if (!is_said && found.ways.size() > 1) found.ways.resize(1);
    if (found.ways.empty() && !found.changes_at) return std::nullopt;
    return found;
}

SearchAnswer Referral::search(const http::Tenant& tenant, std::string_view text, const i18n::Translator& translator,
                              std::size_t limit, directory::Audience audience, Spelling spelling) const {
    const auto& self = *implementation_;
    SearchAnswer answer;
    answer.query = base::cut(base::clean(text), longest_query);
    answer.fallback = fallback(tenant, translator);
    if (answer.query.empty()) return answer;
    answer.is_whole = self.catch_up(tenant.id);     // first: hits are never older than the catalogue
    const auto catalogue = self.catalogue(tenant.id);
    auto reading = read(self.index, *catalogue, answer.query, tenant.id, spelling);
    auto danger = danger_in(answer.query);
    if (!danger) danger = danger_in(reading.corrected);     // what is searched for instead is answered in the same way
    if (danger) answer.danger = danger_card(*danger, tenant.country, translator);
    add_fraud(reading.intent, danger);
    auto& time = reading.intent.time;
    time.dates = dates_of(time, base::to_civil(self.clock.now(), tenant.zone).date);
    const auto times = self.opening_times(tenant, time);
    auto ranked = rank(*catalogue, reading.intent, reading.text, times);
    put_named_first(ranked, *catalogue, answer.query, times.now);
    if (audience == directory::Audience::residents) {
        std::erase_if(ranked, [](const Ranked& one) { return one.entry->staff_only; });
    }
    const HitContext context{tenant, *catalogue->snapshot, self.directory, translator, self.clock.now(), audience};
    answer.notes = notes_of(reading.intent, ranked, *catalogue, times.now, context);
    if (audience == directory::Audience::staff) keep_own_topics(ranked, *catalogue, reading.intent, limit);
    cut_after_answers(ranked, limit);
    for (const auto& one : ranked) answer.hits.push_back(make_hit(one, context));
    for (const auto& hit : answer.hits)
        if (hit.now.until) answer.until = std::min(answer.until.value_or(*hit.now.until), *hit.now.until);
    answer.corrected = reading.corrected;
    answer.topics = reading.intent.topics;
    answer.half_typed = reading.intent.half_typed;
    // What is urgent waits for no time and no drop-in.
    if (!answer.topics.empty() && !answer.half_typed && !answer.danger)
        answer.ways = self.ways_to_help({tenant, answer.topics.front(), false, false, audience, translator});
    if (answer.ways && answer.ways->changes_at)
        answer.until = std::min(answer.until.value_or(*answer.ways->changes_at), *answer.ways->changes_at);
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
                                          const i18n::Translator& translator, directory::Audience audience) const {
    const auto colon = kind_and_id.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto catalogue = implementation_->catalogue(tenant.id);
    const auto* entry = catalogue->find(kind_and_id.substr(0, colon), kind_and_id.substr(colon + 1));
    const bool is_staff = audience == directory::Audience::staff;
    if (!entry || (!is_staff && entry->staff_only)) return std::nullopt;
    const Ranked ranked{entry, 0, {}, entry->topic ? directory::OpenState{} : implementation_->open_states(tenant.id)(*entry)};
    return make_hit(ranked, {tenant, *catalogue->snapshot, implementation_->directory, translator, implementation_->clock.now(),
                             audience});
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
            const auto known = self.catalogue(municipality.id);
            version += known->snapshot->next_opening;
            for (const auto& document : documents_of(*known, municipality.country)) {
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

std::string Referral::way_to_health_care(const http::Tenant& tenant, const i18n::Translator& translator) {
    return referral::way_to_health_care(tenant.country, translator);
}

}  // namespace digilots::referral
