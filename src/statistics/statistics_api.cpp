#include "statistics/statistics_api.h"

#include "platform/base/json.h"
#include "platform/base/time.h"

namespace digilots::statistics {

namespace {

http::Response not_understood(const i18n::Translator& translator, const std::string& detail) {
    return http::problem(400, translator.t("The question is not right"), detail);
}

void write_head(base::JsonWriter& json, const Question& question, const periods::Period& period,
                const i18n::Translator& translator) {
    const measures::Measure& measure = *question.measure;
    json.begin_object().member("measure", measure.key).member("title", translator.t(measure.title));
    json.member("definition", translator.t(measure.definition)).member("unit", unit_text(measure, translator));
    json.member("kind", measures::word_of(measure.kind));
    json.key("period")
        .begin_object()
        .member("from", base::format_date(period.from))
        .member("to", base::format_date(period.to))
        .end_object();
    json.member("code_list_version", measure.code_list_version);
}

/// Whole numbers as such.
void write_number(base::JsonWriter& json, const char* name, measures::Kind kind, const std::optional<measures::Value>& value) {
    const bool is_whole = kind == measures::Kind::count || kind == measures::Kind::sum || kind == measures::Kind::latest;
    if (value && is_whole) json.member(name, value->amount);
    else json.member(name, value ? measures::number_of(kind, *value) : std::nullopt);
}

/// A share and a mean with their parts.
void write_value(base::JsonWriter& json, measures::Kind kind, const std::optional<measures::Value>& value) {
    write_number(json, "value", kind, value);
    const auto names = measures::part_names(kind);
    if (names.empty()) return;
    json.member(names[0], value ? std::optional(value->amount) : std::nullopt);
    json.member(names[1], value ? std::optional(value->of) : std::nullopt);
}

void write_names(base::JsonWriter& json, const std::vector<std::string>& names) {
    json.key("by").begin_array();
    for (const std::string& name : names) json.value(name);
    json.end_array();
}

}  // namespace

http::Response get_statistics(const Pages& pages, const http::Request& request) {
    const i18n::Translator& translator = i18n::translator(request.language);
    const base::Date today = base::to_civil(pages.clock.now(), request.tenant->zone).date;
    auto question = read_question(request.query, offered_to(request.identity, pages.measures), today, translator);
    if (!question) return not_understood(translator, question.error().detail());
    if (const auto unknown = unknown_parameter(request.query, *question->measure, translator))
        return not_understood(translator, unknown->detail());
    use_ids(*question, pages.measures, *request.tenant, translator);
    measures::Query query = question->query;
    query.municipalities = {request.tenant->id};
    if (question->measure->can_answer && !question->measure->can_answer(query)) {
        return not_understood(translator, translator.t("This combination is too detailed for so long a period. Choose fewer "
                                                       "dimensions or a shorter period."));
    }
    const auto rows = answer(*question, {request.tenant->id});
    if (const auto unknown = unknown_limit(*question, pages.measures, rows, *request.tenant, translator))
        return http::problem(422, translator.t("The question is not right"), unknown->detail());
    base::JsonWriter json;
    write_head(json, *question, question->query.period, translator);
    json.member("municipality", request.tenant->id);
    write_names(json, question->query.by);
    json.key("where").begin_object();
    for (const auto& [dimension, key] : question->query.where) json.member(dimension, key);
    json.end_object().key("rows").begin_array();
    for (const measures::Row& row : rows) {
        json.begin_object();
        for (const std::string& dimension : question->query.by) json.member(dimension, row.dimensions.at(dimension));
        write_value(json, question->measure->kind, row.value);
        json.member("suppressed", false).end_object();
    }
    json.end_array().end_object();
    return http::json(std::move(json).take());
}

}  // namespace digilots::statistics
