#include "indicators/meaning/question_form.h"
#include "platform/base/json.h"

namespace digilots::indicators {
namespace {

std::string json_of(const Indicator& indicator, const Distribution& distribution) {
    base::JsonWriter json;
    const auto year = distribution.year != 0 ? std::optional(distribution.year) : std::nullopt;
    json.begin_object()
        .member("indicator", indicator.id)
        .member("year", year)
        .member("gender", word_of(distribution.question.gender))
        .member("group", distribution.question.group.key)
        .member("direction", word_of(distribution.direction))
        .member("n", distribution.n)
        .member("green_limit", distribution.green_limit)
        .member("red_limit", distribution.red_limit);
    if (indicator.made_up) json.member("made_up", true);
    json.key("values").begin_array();
    for (const auto& member : distribution.values) {
        json.begin_object()
            .member("municipality", member.municipality)
            .member("value", member.value)
            .member("rank", member.rank)
            .member("colour", word_of(member.colour))
            .end_object();
    }
    json.end_array().key("missing").begin_array();
    for (const auto& absent : distribution.missing) {
        json.begin_object()
            .member("municipality", absent.municipality)
            .member("reason", word_of(absent.reason))
            .end_object();
    }
    return std::move(json.end_array().end_object()).take();
}

http::Response bad_parameters(const ParameterErrors& errors) {
    std::string detail;
    for (const auto& [field, message] : errors) detail += (detail.empty() ? "" : "; ") + field + " " + message;
    return http::problem(400, "A parameter is wrong", detail, errors);
}

}  // namespace

http::Response get_distribution(const Pages& pages, const http::Request& request) {
    const auto indicator = pages.indicators.find(request.parameter("id"));
    if (!indicator || !indicator->municipality_id.empty()) {
        return http::problem(404, "There is no such indicator", "Search for its id at /indicators.");
    }
    ParameterErrors errors;
    const auto question = read_question(pages, request.query, *indicator, "", errors);
    if (!errors.empty()) return bad_parameters(errors);
    return http::json(json_of(*indicator, pages.indicators.distribution("", question)));
}

}  // namespace digilots::indicators
