#include "releases/asked.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/whole_number.h"
#include "platform/html/writer.h"
#include "releases/year.h"
#include "taxonomy/taxonomy.h"

namespace digilots::releases {

namespace {

const std::map<std::string, i18n::Text, std::less<>>& titles() {
    static const std::map<std::string, i18n::Text, std::less<>> all{
        {"total", TEXT("All questions")},
        {"topic", TEXT("What it was about")},
        {"together", TEXT("What was asked together")},
        {"body", TEXT("Whose question it was")},
        {"barrier", TEXT("What stood in the way")},
        {"body_barrier", TEXT("What stood in the way, by whose question it was")},
        {"channel", TEXT("How people asked")},
        {"outcome", TEXT("How it went")},
        {"language", TEXT("Language of the conversation")},
        {"age_band", TEXT("Age as stated")},
        {"gender", TEXT("Gender as stated")},
        {"support_given", TEXT("Help given")}};
    return all;
}

bool is_known(const Pages& pages, const Whose& whose) {
    switch (whose.of) {
        case Whose::Of::all: return true;
        case Whose::Of::county: return base::holds(pages.releases.counties(), whose.key);
        case Whose::Of::network: return base::holds(pages.releases.networks(), whose.key);
        case Whose::Of::municipality:
        case Whose::Of::place: return pages.municipalities.is_active(whose.key);
    }
    return false;
}

/// The newest quarter of which something was reported and told, else the newest such month; of a place the newest such year.
/// Where there is none, the newest of them.
periods::Period first_shown(const Releases& releases, const Asked& asked) {
    std::optional<periods::Period> newest;
    for (const auto kind : {periods::Kind::quarter, periods::Kind::month, periods::Kind::year})
        for (const auto& one : asked.released) {
            if (periods::kind_of(one) != kind) continue;
            if (!newest) newest = one;
            const auto table = releases.read(asked.whose, asked.table, one);
            if (table.total.shown != Shown::not_reported && !table.is_untold) return one;
        }
    return newest.value_or(periods::Period{});
}

std::string name_of_county(const std::string& key) {
    for (const auto& one : municipality::Municipalities::all())
        if (one.country + "-" + one.county_code == key) return one.county_name;
    return key;
}

std::string name_of_place(const Pages& pages, const Whose& whose, const i18n::Translator& translator) {
    if (whose.place.empty()) return translator.t(TEXT("No place stated"));
    for (const auto held = pages.directory.snapshot(whose.key); const auto& one : held->places)
        if (one.id == whose.place) return one.name;
    return translator.t(TEXT("A place that is no longer there"));
}

std::string label_of_crossed(std::string_view table, const std::string& term, const i18n::Translator& translator) {
    const bool is_of_bodies = table == "body_barrier";
    const auto [one, other] = both_of(term);
    const auto first = label_of(is_of_bodies ? "body" : "topic", one, translator);
    if (is_of_bodies) return first + ": " + label_of("barrier", other, translator);
    if (other.empty()) return translator.t(TEXT("{topic} alone"), {{"topic", first}});
    return translator.t(TEXT("{topic}, then {other}"), {{"topic", first}, {"other", label_of("topic", other, translator)}});
}

/// Of the directory, or of the past: with a line in some released period.
bool is_place(const Pages& pages, const Asked& asked) {
    const auto& whose = asked.whose;
    if (whose.place.empty()) return true;
    const auto snapshot = pages.directory.snapshot(whose.key);
    if (std::ranges::any_of(snapshot->places, [&](const auto& one) { return one.id == whose.place; })) return true;
    const Whose all{Whose::Of::municipality, whose.key};
    return std::ranges::any_of(asked.released, [&](const auto& period) {
        const auto parts = pages.releases.parts(all, period);
        return std::ranges::any_of(parts.lines, [&](const auto& line) { return line.key == whose.place; });
    });
}

}  // namespace

std::string text_of(const Whose& whose) {
    switch (whose.of) {
        case Whose::Of::all: break;
        case Whose::Of::county: return "county:" + whose.key;
        case Whose::Of::network: return "network:" + whose.key;
        case Whose::Of::municipality: return "municipality:" + whose.key;
        case Whose::Of::place: return "place:" + whose.key + ":" + whose.place;
    }
    return "all";
}

std::optional<Whose> whose_of(std::string_view text) {
    if (text == "all") return Whose{};
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 == text.size()) return std::nullopt;
    const auto kind = text.substr(0, colon), key = text.substr(colon + 1);
    if (kind == "county") return Whose{Whose::Of::county, std::string(key)};
    if (kind == "network") return Whose{Whose::Of::network, std::string(key)};
    if (kind == "municipality") return Whose{Whose::Of::municipality, std::string(key)};
    const auto second = key.find(':');
    if (kind != "place" || second == std::string_view::npos) return std::nullopt;
    return Whose{Whose::Of::place, std::string(key.substr(0, second)), std::string(key.substr(second + 1))};
}

std::variant<Asked, NotAsked> read_asked(const Pages& pages, const http::Request& request) {
    Whose whose;
    if (request.tenant) {
        whose = {Whose::Of::municipality, request.tenant->id};
        const auto place = request.query.get("place");
        if (!place.empty()) whose = {Whose::Of::place, request.tenant->id, place == "-" ? "" : std::string(place)};
    } else if (const auto of = request.query.get("of"); !of.empty()) {
        const auto named = whose_of(of);
        if (!named || !is_known(pages, *named)) return NotAsked{"of"};
        whose = *named;
    }
    auto read = read_table(pages, whose, request.query);
    auto* asked = std::get_if<Asked>(&read);
    if (asked && whose.of == Whose::Of::place && !is_place(pages, *asked)) return NotAsked{request.tenant ? "place" : "of"};
    const auto named = request.query.get("revision");
    if (!asked || named.empty()) return read;
    const auto revision =
        base::whole_number(named, 1, pages.releases.revisions(whose, static_cast<int>(asked->period.from.year())));
    if (!revision) return NotAsked{"revision"};
    asked->revision = *revision;
    return read;
}

std::variant<Asked, NotAsked> read_table(const Pages& pages, const Whose& whose, const http::Fields& fields) {
    Asked asked;
    asked.whose = whose;
    if (asked.whose.of == Whose::Of::place) asked.table = Releases::tables().front();
    if (const auto table = fields.get("table"); !table.empty()) asked.table = table;
    if (!base::holds(Releases::tables(), asked.table)) return NotAsked{"table"};
    asked.released = pages.releases.released(asked.whose, asked.table);
    const auto key = fields.get("period");
    if (key.empty()) asked.period = first_shown(pages.releases, asked);
    if (!key.empty()) {
        const auto named = periods::read(key);
        using periods::Kind;
        if (!named || !base::holds(std::vector{Kind::month, Kind::quarter, Kind::year}, periods::kind_of(*named)))
            return NotAsked{"period"};
        asked.period = *named;
    }
    return asked;
}

std::string name_of(const Pages& pages, const Whose& whose, const i18n::Translator& translator) {
    switch (whose.of) {
        case Whose::Of::all: break;
        case Whose::Of::county: return name_of_county(whose.key);
        case Whose::Of::network: {
            const auto network = pages.municipalities.network(whose.key);
            return network ? network->name : whose.key;
        }
        case Whose::Of::municipality: {
            const auto about = pages.municipalities.about(whose.key);
            return about ? about->name : whose.key;
        }
        case Whose::Of::place: return name_of_place(pages, whose, translator);
    }
    return translator.t(TEXT("All municipalities together"));
}

i18n::Text title_of(std::string_view table) { return titles().find(table)->second; }

std::string label_of(std::string_view table, const std::string& term, const i18n::Translator& translator) {
    if (is_crossed(table)) return label_of_crossed(table, term, translator);
    if (term.empty()) return translator.t(TEXT("Not stated"));
    const auto list = taxonomy::list_named(table);
    return list ? taxonomy::label(*list, term, translator) : term;
}

std::string_view word_of(Shown shown) {
    switch (shown) {
        case Shown::count: return "published";
        case Shown::hidden: return "hidden";
        case Shown::withheld: return "withheld";
        case Shown::not_reported: return "not_reported";
        case Shown::not_released: break;
    }
    return "not_released";
}

std::string path_of(const Asked& asked, std::string_view page) {
    const bool is_of_one = asked.whose.of == Whose::Of::municipality || asked.whose.of == Whose::Of::place;
    std::string path = (is_of_one ? "/" + municipality::Municipalities::slug_of(asked.whose.key) : std::string()) + "/" +
                       std::string(page) + "?" + (asked.table.empty() ? "" : "table=" + asked.table + "&") +
                       "period=" + periods::key_of(asked.period) +
                       (asked.revision == newest_revision ? "" : "&revision=" + std::to_string(asked.revision));
    if (asked.whose.of == Whose::Of::place)
        path += "&place=" + (asked.whose.place.empty() ? std::string("-") : html::url_encode(asked.whose.place));
    else if (!is_of_one && asked.whose.of != Whose::Of::all) path += "&of=" + html::url_encode(text_of(asked.whose));
    return path;
}

std::string path_of_all(Asked asked, std::string_view page) {
    asked.table.clear();
    return path_of(asked, page);
}

}  // namespace digilots::releases
