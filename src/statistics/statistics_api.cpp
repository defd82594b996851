#include "statistics/statistics_api.h"

#include <array>

#include "platform/base/json.h"
#include "platform/base/time.h"
#include "statistics/beside.h"

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

/// With what it is compared, and of what it is a part.
void write_beside_head(base::JsonWriter& json, const Question& question) {
    if (const auto& compared = question.beside.compared) {
        json.key("compared_with").begin_object();
        if (compared->with == Comparison::With::place) json.member("place", compared->place);
        json.member("from", base::format_date(compared->period.from));
        json.member("to", base::format_date(compared->period.to)).end_object();
    }
    if (const auto& share = question.beside.share) {
        json.key("share").begin_object().member("part", share->part->key).member("whole", share->whole->key);
        if (!share->over.empty()) json.member("over", share->over);
        json.end_object();
    }
}

/// Of what nobody has counted yet no number is said.
void write_figure(base::JsonWriter& json, const Question& question, const Figure& figure, bool is_counted) {
    json.begin_object();
    for (const std::string& dimension : question.query.by) json.member(dimension, figure.row.dimensions.at(dimension));
    const auto kind = question.measure->kind;
    write_value(json, kind, is_counted ? std::optional(figure.row.value) : std::nullopt);
    if (question.beside.compared) write_number(json, "compared", kind, figure.compared);
    if (question.beside.share) {
        json.member("part", figure.part ? std::optional(figure.part->amount) : std::nullopt);
        json.member("whole", figure.part ? std::optional(figure.part->of) : std::nullopt);
    }
    if (question.beside.target)
        json.member("target", figure.target ? std::optional(figure.target->percent()) : std::nullopt);
    json.member("suppressed", false).end_object();
}

}  // namespace

http::Response figures_as_json(const Pages& pages, const Question& question, const http::Request& request) {
    const i18n::Translator& translator = i18n::translator(request.language);
    const auto targets = targets_of(pages.kinds->targets, request.tenant->id);
    const auto figures = figures_of(question, request.tenant->id, targets);
    if (!figures)
        return not_understood(translator, translator.t("This combination is too detailed for so long a period. Choose fewer "
                                                       "dimensions or a shorter period."));
    base::JsonWriter json;
    write_head(json, question, question.query.period, translator);
    json.member("municipality", request.tenant->id);
    write_names(json, question.query.by);
    json.key("where").begin_object();
    for (const auto& [dimension, key] : question.query.where) json.member(dimension, key);
    json.end_object();
    write_beside_head(json, question);
    json.key("rows").begin_array();
    const bool is_counted = is_known(question, *figures, request.tenant->id);
    for (const auto& figure : *figures) write_figure(json, question, figure, is_counted);
    json.end_array().end_object();
    return http::json(std::move(json).take());
}

http::Response get_statistics(const Pages& pages, const http::Request& request) {
    const i18n::Translator& translator = i18n::translator(request.language);
    const base::Date today = base::to_civil(pages.clock.now(), request.tenant->zone).date;
    const auto offered = offered_to(request.identity, pages.measures);
    auto question = read_question(request.query, offered, today, translator);
    if (!question) return not_understood(translator, question.error().detail());
    constexpr std::array<std::string_view, 3> beside{compare_with, share_of, with_target};
    if (const auto unknown = unknown_parameter(request.query, *question->measure, translator, beside))
        return not_understood(translator, unknown->detail());
    use_ids(*question, pages.measures, *request.tenant, translator);
    if (const auto wrong = read_beside(*question, request.query, offered, pages.measures, *request.tenant, today, translator))
        return not_understood(translator, wrong->detail());
    question->shared_topics_alone = false;  // programs read which topics are own ones
    auto response = figures_as_json(pages, *question, request);
    if (response.status != 200 || question->query.where.empty()) return response;
    const auto rows = answer(*question, {request.tenant->id});
    if (const auto unknown = unknown_limit(*question, pages.measures, rows, *request.tenant, translator))
        return http::problem(422, translator.t("The question is not right"), unknown->detail());
    return response;
}

}  // namespace digilots::statistics
