#include "needs/mapping_import.h"

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/register/steps.h"

namespace digilots::needs {

namespace {

using base::Json;
using register_::Record, register_::Records, register_::Surroundings;

constexpr const char* round_id = "tusen-vagar-in";
constexpr const char* mark_of_report = "tusen-vagar-in-2022";

/// "2280/answer/1" → our wording.
Wordings wordings() {
    Wordings found;
    for (const auto line :
         base::split(base::embedded_file("data/mapping_in_swedish.csv").value_or(""), '\n')) {
        const auto at = line.find(';');
        if (line.starts_with('#') || at == std::string_view::npos) continue;
        found[std::string(line.substr(0, at))] = std::string(line.substr(at + 1));
    }
    return found;
}

struct Incoming {
    std::string municipality;
    Record round;
    std::vector<Record> answers, recommendations, examples;
    IncomingLists lists;
};

/// Our wording where there is one, else the summary as it stands.
void put_wording(Record& record, const Wordings& ours, const std::string& key,
                 std::string_view summary) {
    const auto found = ours.find(key);
    record.columns["title"] = found == ours.end() ? std::string(summary) : found->second;
    record.columns["wording"] = std::string(found == ours.end() ? "" : "own");
}

std::string joined(const Json& list) {
    std::vector<std::string> items;
    for (const auto& one : list.items()) items.emplace_back(one.text());
    return register_::joined_list(items);
}

std::string sections_of(const Json& coverage) {
    std::vector<std::string> sections;
    for (const auto& [name, value] : coverage.members())
        if (value.as_bool().value_or(false)) sections.push_back(name);
    return register_::joined_list(sections);
}

Record blank(Records& records, const Surroundings& around, std::string id) {
    auto record = register_::blank_record(records.declaration(), around);
    record.id = std::move(id);
    return record;
}

Record answer_of(Kinds& kinds, const Surroundings& around, const Json& json, const std::string& id) {
    auto answer = blank(kinds.answers, around, id);
    answer.columns["round"] = std::string(round_id);
    answer.columns["area"] = std::string(json["area"].text());
    const std::string code(json["question"].text());
    answer.columns["question"] = code.empty() ? "" : std::string(round_id) + "-" + code;
    answer.columns["certainty"] = std::string(json["certainty"].text());
    answer.columns["roles"] = joined(json["informant_roles"]);
    answer.columns["state"] = std::string("done");
    const bool is_recommended = json["part"].text() == "recommendations";
    answer.columns["source"] =
        std::string(is_recommended ? "Tusen vägar in: Aktiviteter" : "Tusen vägar in: Nuläge");
    return answer;
}

Incoming incoming_of(Kinds& kinds, const Json& mapping, const Json& municipality, const std::string& id,
                     const Wordings& ours) {
    const auto& report = mapping["teo"];
    const auto around = kinds.answers.around(id);
    Incoming in{.municipality = id,
                .round = blank(kinds.rounds, around, round_id),
                .answers = {},
                .recommendations = {},
                .examples = {},
                .lists = {}};
    auto& round = in.round.columns;
    round["title"] = std::string(report["report_title"].text());
    round["mark"] = std::string(mark_of_report);
    round["last_day"] = std::string(report["report_date"].text());
    round["state"] = std::string("done");
    round["shared"] = std::string("all");
    round["begins_with"] = std::string("template");  // its questions come along
    round["stated_sections"] = sections_of(municipality["section_coverage"]);
    round["source"] = "Tusen vägar in, " + std::string(report["report_date"].text());
    // How it was done, in our own words of what the source says of it; "" where it says nothing.
    const auto method = ours.find(id + "/method");
    round["method"] = method == ours.end() ? std::string(municipality["method_note"].text()) : method->second;
    const auto intro = ours.find("teo/intro");
    round["intro"] = intro == ours.end() ? std::string(report["purpose_en"].text()) : intro->second;
    in.lists = lists_of_mapping(kinds, mapping, municipality, {round_id, std::string(report["report_date"].text())}, ours);
    const auto resident = municipality["resident_voice"].as_bool();
    std::size_t number = 0;
    for (const auto& json : municipality["mapping_answers"].items()) {
        const auto place = std::to_string(++number);
        in.answers.push_back(answer_of(kinds, around, json, std::string(round_id) + "-" + place));
        auto& answer = in.answers.back();
        put_wording(answer, ours, id + "/answer/" + place, json["text_en"].text());
        if (resident) answer.columns["resident_asked"] = std::int64_t{*resident};
    }
    for (const auto& json : municipality["recommendations"].items()) {
        const std::string key(json["id"].text());
        auto recommendation = blank(kinds.recommendations, around, key);
        put_wording(recommendation, ours, key, json["text_en"].text());
        recommendation.columns["round"] = std::string(round_id);
        recommendation.columns["area"] = std::string(json["area"].text());
        recommendation.columns["kind"] = std::string(json["kind"].text());
        recommendation.columns["source"] = std::string(json["source"]["section"].text());
        in.recommendations.push_back(std::move(recommendation));
    }
    number = 0;
    for (const auto& json : municipality["good_examples"].items()) {
        const auto place = std::to_string(++number);
        auto example = blank(kinds.examples, around, std::string(round_id) + "-" + place);
        put_wording(example, ours, id + "/example/" + place, json.text());
        example.columns["shared"] = std::string("all");
        example.columns["source"] = "Tusen vägar in, " + std::string(report["report_date"].text());
        in.examples.push_back(std::move(example));
    }
    return in;
}

/// What is there already stays as it is, also where it was ended or changed here.
std::int64_t put_missing(db::Connection& connection, Records& records, const Surroundings& around,
                         const std::vector<Record>& all) {
    std::int64_t added = 0;
    for (const auto& record : all) {
        if (register_::find_in(connection, records, around.municipality_id, record.id)) continue;
        ENSURE(records.put_in(connection, around, record, "import", base::Seen::anything()).has_value());
        ++added;
    }
    return added;
}

std::vector<Record> questions_of_report(Kinds& kinds, const Surroundings& around) {
    std::vector<Record> questions;
    for (const auto& one : template_questions()) {
        auto question = blank(kinds.questions, around, std::string(round_id) + "-" + std::string(one.code));
        question.columns["title"] = i18n::translator("sv").t(one.text);
        question.columns["code"] = std::string(one.code);
        question.columns["part"] = std::string(one.part);
        question.columns["round"] = std::string(round_id);
        questions.push_back(std::move(question));
    }
    return questions;
}

void apply(Kinds& kinds, const std::vector<Incoming>& all) {
    for (const auto& in : all) {
        const auto around = kinds.rounds.around(in.municipality);
        kinds.rounds.database().write(
            [&](db::Connection& connection) {
                put_missing(connection, kinds.rounds, around, {in.round});
                put_missing(connection, kinds.questions, around, questions_of_report(kinds, around));
                put_missing(connection, kinds.answers, around, in.answers);
                put_missing(connection, kinds.recommendations, around, in.recommendations);
                put_missing(connection, kinds.examples, around, in.examples);
                put_missing(connection, kinds.challenges, around, in.lists.challenges);
                put_missing(connection, kinds.informal_help, around, in.lists.helpers);
                put_missing(connection, kinds.inventories, around, in.lists.inventories);
                put_missing(connection, kinds.insights, around, in.lists.insights);
            },
            db::Isolation::deciding);
    }
}

}  // namespace

MappingPlan plan_mapping(Kinds& kinds, const municipality::Municipalities& municipalities,
                         std::string_view json) {
    const auto mapping = base::parse_json(json);
    // What is wrong with the file the directory says.
    if (!mapping || !(*mapping)["municipalities"].is_array()) return {.description = "", .apply = [] {}};
    const auto ours = wordings();
    std::vector<Incoming> all;
    std::size_t answers = 0, recommendations = 0, examples = 0;
    for (const auto& municipality : (*mapping)["municipalities"].items()) {
        const std::string id(municipality["code"].text());
        if (municipality["mapping_answers"].items().empty() || !municipalities.about(id)) continue;
        all.push_back(incoming_of(kinds, *mapping, municipality, id, ours));
        answers += all.back().answers.size();
        recommendations += all.back().recommendations.size();
        examples += all.back().examples.size();
    }
    return {.description = "needs: a mapping with " + std::to_string(answers) + " answers, " +
                           std::to_string(recommendations) + " recommendations and " +
                           std::to_string(examples) + " good examples of " + std::to_string(all.size()) +
                           " municipalities\n",
            .apply = [&kinds, all = std::move(all)] { apply(kinds, all); }};
}

}  // namespace digilots::needs
