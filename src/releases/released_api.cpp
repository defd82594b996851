#include <functional>

#include "platform/base/time.h"
#include "releases/released_lines.h"
#include "releases/was_so.h"

namespace digilots::releases {

namespace {

using Labels = std::function<std::string(const std::string& key)>;

void write_lines(base::JsonWriter& json, const char* name, const Table& table, const Labels& label) {
    json.key(name).begin_array();
    for (const auto& line : table.lines) {
        json.begin_object().member("key", line.key).member("title", label(line.key));
        write_value(json, line.value);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void write_value(base::JsonWriter& json, const Value& value) {
    const bool is_number = value.shown == Shown::count;
    json.member("value", is_number ? std::optional(value.count) : std::nullopt);
    json.member("suppressed", value.shown == Shown::hidden || value.shown == Shown::withheld);
    json.member("state", word_of(value.shown)).member("as_first_told", value.is_kept);
    if (value.is_least) json.member("at_least", true);
}

std::string detail_of(const NotAsked& wrong, const i18n::Translator& translator) {
    if (wrong.parameter == "of")
        return translator.t(TEXT("There is no such “of”. Write all, county:SE-22, network:KEY, municipality:2281 or "
                                 "place:2281:ID."));
    if (wrong.parameter == "table")
        return translator.t(TEXT("There is no such table. Write total, topic, together, body, barrier, body_barrier, channel, "
                                 "outcome, language, age_band, gender or support_given."));
    return translator.t(TEXT("Only months, quarters and years are released. Write 2026-10, 2026-Q4 or 2026."));
}

void write_released(base::JsonWriter& json, const Pages& pages, const Asked& asked, const i18n::Translator& translator) {
    const auto table = pages.releases.read(asked.whose, asked.table, asked.period, asked.revision);
    const auto parts = pages.releases.parts(asked.whose, asked.period, asked.revision);
    json.begin_object().member("of", text_of(asked.whose)).member("name", name_of(pages, asked.whose, translator));
    json.member("table", asked.table).member("period", asked.released.empty() ? "" : periods::key_of(asked.period));
    json.key("released").begin_array();
    for (const auto& one : asked.released) json.value(periods::key_of(one));
    json.end_array();
    json.member("revision", table.revision).member("code_list_version", table.code_lists);
    json.member("reason", table.is_changed ? table.reason : "");
    json.member("made_at", table.made_at ? std::optional(base::format_utc(*table.made_at)) : std::nullopt);
    json.key("reported").begin_object().member("months", table.reported).member("of", table.expected).end_object();
    json.key("total").begin_object();
    write_value(json, table.total);
    json.end_object();
    json.key("was_so").begin_array();
    for (const auto& one : was_so_of(pages, asked, translator)) {
        json.begin_object().member("what", one.words).key("municipalities").begin_array();
        for (const auto& municipality : one.municipalities) json.value(municipality);
        json.end_array().end_object();
    }
    json.end_array();
    if (table.others) json.member("others_together", *table.others);
    write_lines(json, "rows", table, [&](const std::string& term) { return label_of(asked.table, term, translator); });
    write_lines(json, "parts", parts, [&](const std::string& key) {
        const auto& whose = asked.whose;
        if (whose.of == Whose::Of::all) return name_of(pages, {Whose::Of::county, key}, translator);
        if (whose.of == Whose::Of::municipality) return name_of(pages, {Whose::Of::place, whose.key, key}, translator);
        return name_of(pages, {Whose::Of::municipality, key}, translator);
    });
    json.end_object();
}

http::Response get_released(const Pages& pages, const http::Request& request) {
    const auto& translator = i18n::translator(request.language);
    const auto read = read_asked(pages, request);
    const auto* wrong = std::get_if<NotAsked>(&read);
    if (wrong && wrong->parameter == "revision")
        return http::problem(404, translator.t(TEXT("The year was never released with this revision.")));
    if (wrong)
        return http::problem(400, translator.t("The question is not right"), detail_of(*wrong, translator));
    base::JsonWriter json;
    write_released(json, pages, std::get<Asked>(read), translator);
    return http::json(std::move(json).take());
}

}  // namespace digilots::releases
