#include "taxonomy/taxonomy.h"

#include <algorithm>
#include <array>
#include <map>

#include "platform/base/lists.h"
#include "taxonomy/named_words.h"
#include "taxonomy/term_rows.h"

namespace digilots::taxonomy {
namespace {

struct NamedList {
    List list;
    std::string_view name;
};

constexpr std::array<NamedList, 28> list_names{{
    {List::topic, "topic"},
    {List::channel, "channel"},
    {List::place_kind, "place_kind"},
    {List::aid, "aid"},
    {List::support, "support"},
    {List::limitation, "limitation"},
    {List::support_given, "support_given"},
    {List::outcome, "outcome"},
    {List::barrier, "barrier"},
    {List::body, "body"},
    {List::language, "language"},
    {List::age_band, "age_band"},
    {List::gender, "gender"},
    {List::activity_kind, "activity_kind"},
    {List::target_group, "target_group"},
    {List::entry_kind, "kind"},
    {List::asker, "asker"},
    {List::problem, "problem"},
    {List::interpreter, "interpreter"},
    {List::found_us, "found_us"},
    {List::device, "device"},
    {List::identity_proof, "identity_proof"},
    {List::assisted_role, "assisted_role"},
    {List::feedback, "feedback"},
    {List::feedback_status, "feedback_status"},
    {List::handover, "handover"},
    {List::referral_reason, "referral_reason"},
    {List::followed_up, "followed_up"},
}};

std::vector<std::string> parts(std::string_view joined) {
    std::vector<std::string> result;
    while (!joined.empty()) {
        const auto bar = joined.find('|');
        result.emplace_back(joined.substr(0, bar));
        joined = bar == std::string_view::npos ? std::string_view{} : joined.substr(bar + 1);
    }
    return result;
}

void append(std::vector<Term>& terms, std::span<const Row> rows) {
    for (const auto& row : rows) {
        terms.push_back({row.key, row.label, row.parent, parts(row.words), row.sensitive, parts(row.supports)});
    }
}

std::vector<Term> read(List list) {
    std::vector<Term> terms;
    switch (list) {
        case List::topic:
            append(terms, tools_and_authorities_rows());
            append(terms, municipal_and_everyday_rows());
            break;
        case List::channel: append(terms, channel_rows()); break;
        case List::place_kind: append(terms, place_kind_rows()); break;
        case List::aid: append(terms, aid_rows()); break;
        case List::support: append(terms, support_rows()); break;
        case List::limitation: append(terms, limitation_rows()); break;
        case List::support_given: append(terms, support_given_rows()); break;
        case List::outcome: append(terms, outcome_rows()); break;
        case List::barrier: append(terms, barrier_rows()); break;
        case List::body: append(terms, body_rows()); break;
        case List::language: append(terms, language_rows()); break;
        case List::age_band: append(terms, age_band_rows()); break;
        case List::gender: append(terms, gender_rows()); break;
        case List::activity_kind: append(terms, activity_kind_rows()); break;
        case List::target_group: append(terms, target_group_rows()); break;
        case List::entry_kind: append(terms, entry_kind_rows()); break;
        case List::asker: append(terms, asker_rows()); break;
        case List::problem: append(terms, problem_rows()); break;
        case List::interpreter: append(terms, interpreter_rows()); break;
        case List::found_us: append(terms, found_us_rows()); break;
        case List::device: append(terms, device_rows()); break;
        case List::identity_proof: append(terms, identity_proof_rows()); break;
        case List::assisted_role: append(terms, assisted_role_rows()); break;
        case List::feedback: append(terms, feedback_rows()); break;
        case List::feedback_status: append(terms, feedback_status_rows()); break;
        case List::handover: append(terms, handover_rows()); break;
        case List::referral_reason: append(terms, referral_reason_rows()); break;
        case List::followed_up: append(terms, followed_up_rows()); break;
    }
    return terms;
}

const std::map<List, std::vector<Term>>& all() {
    static const auto lists = [] {
        std::map<List, std::vector<Term>> result;
        for (const auto& [list, name] : list_names) result.emplace(list, read(list));
        return result;
    }();
    return lists;
}

}  // namespace

std::string_view version() { return "2026.2"; }

std::span<const Term> terms(List list) { return all().at(list); }

const Term* find(List list, std::string_view key) {
    return base::find_in(all().at(list), key, &Term::key);
}

std::span<const EverydayWords> everyday_words() {
    static const auto made = [] {
        std::vector<EverydayWords> result;
        const auto add = [&](List list, std::span<const EverydayRow> rows) {
            for (const auto& [key, language, words] : rows) result.push_back({list, key, language, parts(words)});
        };
        for (const auto rows : {nordic_everyday_rows(), english_everyday_rows(), arabic_everyday_rows()}) add(List::topic, rows);
        // Into the row of what Swedes and Norwegians say: each topic and language has one.
        for (const auto& named : named_words()) {
            auto row = std::ranges::find_if(result, [&](const EverydayWords& one) {
                return one.key == named.topic && one.language == "sv";
            });
            if (row == result.end()) row = result.insert(row, {List::topic, named.topic, "sv", {}});
            row->words.insert(row->words.end(), named.words.begin(), named.words.end());
        }
        add(List::place_kind, everyday_place_kind_rows());
        return result;
    }();
    return made;
}

std::optional<List> list_named(std::string_view name) {
    const auto found = std::ranges::find(list_names, name, &NamedList::name);
    if (found == list_names.end()) return std::nullopt;
    return found->list;
}

std::string_view name_of(List list) { return std::ranges::find(list_names, list, &NamedList::list)->name; }

std::string label(List list, std::string_view key, const i18n::Translator& translator) {
    const auto* term = find(list, key);
    return term ? translator.t(term->label) : std::string(key);
}

bool is_refusal(std::string_view limitation) {
    constexpr std::string_view good_to_know[] = {"if_time_allows", "locked_doors", "uneven_competence", "unofficial_support",
                                                 "very_limited_hours"};
    return std::ranges::find(good_to_know, limitation) == std::end(good_to_know);
}

std::string_view body_of_topic(std::string_view topic) {
    struct Row {
        std::string_view topic, body;
    };
    constexpr Row rows[] = {{"social_insurance", "social_insurance"}, {"tax", "tax"},
                            {"pension", "pension"}, {"employment_service", "employment_service"},
                            {"migration", "migration"}, {"police", "police"},
                            {"driving_licence", "transport"}, {"bank", "bank"},
                            {"money_transfer", "bank"}, {"e_health", "health_care"},
                            {"e_id", "e_id_issuer"}, {"social_services", "municipality"},
                            // Below the municipality's services, but not by themselves the municipality's.
                            {"bus_card", ""}, {"deceased", ""}, {"who_does_what", ""}};
    const auto row = std::ranges::find(rows, topic, &Row::topic);
    if (row != std::end(rows)) return row->body;
    const auto* term = find(List::topic, topic);
    return term && term->parent == "municipal_services" ? "municipality" : "";
}

}  // namespace digilots::taxonomy
