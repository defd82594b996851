#include "platform/base/time.h"
#include "releases/network_levels.h"
#include "releases/released_lines.h"

namespace digilots::releases {

namespace {

constexpr const char* counted_measure = "inquiries";

/// "from" and "to" name a period where they are its first and its last day.
http::Fields with_period(http::Fields fields) {
    if (!fields.get("period").empty() || !(fields.has("from") || fields.has("to"))) return fields;
    const auto from = base::parse_date(fields.get("from")), to = base::parse_date(fields.get("to"));
    const auto key = from && to && *from <= *to ? periods::key_of({*from, *to}) : std::string("-");
    fields.pairs.emplace_back("period", key.empty() ? "-" : key);
    return fields;
}

std::optional<std::string> wrong_in(const http::Fields& fields, const i18n::Translator& translator) {
    for (const auto& [name, value] : fields.pairs) {
        const bool is_known = name == "table" || name == "period" || name == "from" || name == "to" ||
                              (name == "measure" && value == counted_measure) || (name == "by" && value == "municipality");
        if (!is_known)
            return translator.t(TEXT("A network sees released tables of inquiries: give table and period (2026-10, 2026-Q4 or "
                                     "2026), nothing else."));
    }
    return std::nullopt;
}

void write_rows(base::JsonWriter& json, const Pages& pages, const std::vector<Level>& levels,
                const i18n::Translator& translator) {
    json.key("rows").begin_array();
    for (const auto& one : levels) {
        if (one.whose.of != Whose::Of::municipality) continue;
        json.begin_object().member("municipality", one.whose.key).member("name", name_of(pages, one.whose, translator));
        write_value(json, one.value);
        json.member("takes_part", one.takes_part).member("reported", one.reported).member("expected", one.expected);
        json.key("missing").begin_array();
        for (const auto& month : one.missing) json.value(periods::key_of(month));
        json.end_array().end_object();
    }
    json.end_array().key("levels").begin_array();
    for (const auto& one : levels) {
        if (one.whose.of == Whose::Of::municipality) continue;
        json.begin_object().member("of", text_of(one.whose)).member("name", name_of(pages, one.whose, translator));
        write_value(json, one.value);
        json.member("reported", one.reported).member("expected", one.expected).end_object();
    }
    json.end_array();
}

}  // namespace

http::Response get_network(const Pages& pages, const http::Request& request) {
    const auto& translator = i18n::translator(request.language);
    const auto network = pages.municipalities.network(request.parameter("network"));
    if (!network) return http::problem(404, translator.t("There is no such network"));
    if (const auto wrong = wrong_in(request.query, translator))
        return http::problem(400, translator.t("The question is not right"), *wrong);
    const auto read = read_table(pages, {Whose::Of::network, network->key}, with_period(request.query));
    if (const auto* wrong = std::get_if<NotAsked>(&read))
        return http::problem(400, translator.t("The question is not right"), detail_of(*wrong, translator));
    const auto& asked = std::get<Asked>(read);
    const bool is_any = !asked.released.empty();
    const auto table = is_any ? pages.releases.read(asked.whose, asked.table, asked.period) : Table{};
    base::JsonWriter json;
    json.begin_object().member("measure", counted_measure).member("title", translator.t("Inquiries"));
    json.member("definition", translator.t("Each question is counted once, by its first topic."));
    json.member("unit", translator.t("inquiries")).member("kind", "count").key("period").begin_object();
    json.member("from", is_any ? base::format_date(asked.period.from) : "");
    json.member("to", is_any ? base::format_date(asked.period.to) : "").end_object();
    json.member("code_list_version", table.code_lists).member("network", network->key);
    json.key("by").begin_array().value("municipality").end_array();
    json.member("suppressed_below", table.least_shown);
    write_rows(json, pages, levels_of(pages, asked), translator);
    const bool is_told = table.total.shown == Shown::count;
    json.member("total", is_told ? std::optional(table.total.count) : std::nullopt);
    json.key("released");
    write_released(json, pages, asked, translator);
    json.end_object();
    return http::json(std::move(json).take());
}

}  // namespace digilots::releases
