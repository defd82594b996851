#include "retention/retention.h"

#include <algorithm>

#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "retention/rule_store.h"
#include "retention/sql.h"

namespace digilots::retention {

namespace {

constexpr std::string_view kept_rules = "retention";

bool is_shorter(const std::optional<int>& wanted, const std::optional<int>& before) {
    return wanted && (!before || *wanted < *before);
}

std::string changed_fields(const Chosen& before, const Wish& wish) {
    if (before.number == wish.number) return "decided_by";
    return before.decided_by == wish.decided_by ? "number" : "number decided_by";
}

std::string period_words(const RetentionRule& rule, int number, const i18n::Translator& translator) {
    return words_of({number, rule.period.unit}, translator);
}

}  // namespace

std::string mark_of(const Chosen& chosen) {
    return base::mark_of(
        {std::to_string(chosen.version), std::to_string(chosen.number.value_or(0)), chosen.decided_by});
}

std::optional<std::pair<std::string, std::string>> fault_of(const RetentionRule& rule,
                                                            std::string_view country, const Wish& wish,
                                                            const i18n::Translator& translator) {
    if (base::length(wish.decided_by) > longest_decision)
        return std::pair("decided_by", translator.t("The decision may have at most 200 characters."));
    if (!wish.number) return std::nullopt;
    for (const auto& law : rule.laws) {
        if ((!law.country.empty() && law.country != country) || *wish.number >= law.least) continue;
        return std::pair("number", translator.t("That is too short: at least {period}. {law}",
                                                {{"period", period_words(rule, law.least, translator)},
                                                 {"law", translator.t(law.text)}}));
    }
    if (*wish.number < rule.choice->least || *wish.number > rule.choice->most)
        return std::pair("number",
                         translator.t("Choose from {least} to {most}.",
                                      {{"least", period_words(rule, rule.choice->least, translator)},
                                       {"most", period_words(rule, rule.choice->most, translator)}}));
    return std::nullopt;
}

Retention::Retention(db::Database& database, const kept::Versions& versions,
                     const municipality::Municipalities& municipalities, const base::Clock& clock)
    : database_(database),
      municipalities_(municipalities),
      clock_(clock),
      chosen_(
          clock,
          [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_rules, id)); },
          [this](std::string_view id) {
              return std::make_shared<const All>(database_.read(
                  [&](db::Connection& connection) { return store::list_chosen(connection, id); }));
          }) {}

void Retention::know(RetentionRules rules, std::function<std::string(std::string_view)> name_of) {
    rules_ = std::move(rules);
    name_of_ = std::move(name_of);
}

const RetentionRule* Retention::find(std::string_view key) const {
    return base::find_in(rules_, key, &RetentionRule::key);
}

std::string Retention::zone_of(std::string_view municipality_id) const {
    const auto zone =
        municipality_id.empty() ? std::string() : municipalities_.settings(municipality_id).zone;
    return base::is_known_zone(zone) ? zone : "Europe/Stockholm";
}

Due Retention::due_of(const RetentionRule& rule, int number, std::string_view municipality_id,
                      base::Instant now) const {
    return {municipality_id, limit_of({number, rule.period.unit}, now, zone_of(municipality_id)), now};
}

Chosen Retention::chosen(std::string_view municipality_id, const RetentionRule& rule) const {
    if (rule.choice && !municipality_id.empty()) {
        const auto all = chosen_.of(municipality_id);
        if (const auto found = all->find(rule.key); found != all->end()) return found->second;
    }
    Chosen own;
    own.number = rule.period.number;
    return own;
}

std::optional<Period> Retention::period_of(std::string_view municipality_id, std::string_view key) const {
    const auto* rule = find(key);
    ENSURE(rule != nullptr);
    const auto number = chosen(municipality_id, *rule).number;
    return number ? std::optional(Period{*number, rule->period.unit}) : std::nullopt;
}

Standing Retention::standing(std::string_view municipality_id, const RetentionRule& rule) const {
    const auto now = clock_.now();
    return database_.read([&](db::Connection& connection) {
        Standing standing{.held = rule.held(connection, municipality_id)};
        const auto holds = store::find_chosen(connection, municipality_id, rule).number;
        if (!holds) return standing;
        standing.due = rule.due(connection, due_of(rule, *holds, municipality_id, now));
        standing.soon =
            rule.due(connection, due_of(rule, *holds, municipality_id, now + std::chrono::days(soon_days)));
        return standing;
    });
}

std::vector<Chosen> Retention::history(std::string_view municipality_id, const RetentionRule& rule) const {
    return database_.read([&](db::Connection& connection) {
        return store::list_history(connection, municipality_id, rule.key);
    });
}

std::vector<Deleted> Retention::deleted(std::string_view municipality_id, const RetentionRule& rule,
                                        int most) const {
    return database_.read([&](db::Connection& connection) {
        return store::list_deleted(connection, municipality_id, rule.key, most);
    });
}

std::optional<base::Instant> Retention::last_run() const { return moment_of("run"); }

// What would go is counted in the transaction that saves, so what was confirmed is what the next run finds,
// and not more.
Answer Retention::change(std::string_view municipality_id, const RetentionRule& rule, const Wish& wish,
                         std::string_view actor, const base::Seen& seen,
                         std::optional<std::int64_t> confirmed) {
    const auto now = clock_.now();
    return database_.write([&](db::Connection& connection) -> Answer {
        store::lock_rules(connection, municipality_id);
        const auto before = store::find_chosen(connection, municipality_id, rule);
        if (before.number == wish.number && before.decided_by == wish.decided_by) return {Outcome::saved};
        if (!seen.is(mark_of(before))) return {Outcome::changed_meanwhile};
        if (is_shorter(wish.number, before.number)) {
            const auto due = rule.due(connection, due_of(rule, *wish.number, municipality_id, now));
            if (due > 0 && confirmed != due) return {Outcome::asks, due};
        }
        Chosen after{wish.number, wish.decided_by, before.version + 1, base::format_utc(now),
                     std::string(actor)};
        store::add_chosen(connection, municipality_id, rule.key, after);
        audit::record(connection,
                      {std::string(municipality_id), std::string(actor), "retention rule changed",
                       "retention:" + rule.key, changed_fields(before, wish)},
                      now);
        kept::raise(connection, kept_rules, municipality_id);
        return {Outcome::saved};
    });
}

}  // namespace digilots::retention
