#include "releases/was_so.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/time.h"

namespace digilots::releases {

namespace {

constexpr std::size_t most_lines = 30, most_names = 6;     // on a page; the files have all

bool is_of_many(const Whose& whose) { return whose.of != Whose::Of::municipality && whose.of != Whose::Of::place; }

std::vector<std::string> municipalities_in(const Pages& pages, const Whose& whose, const periods::Period& period) {
    if (!is_of_many(whose)) return {whose.key};
    std::vector<std::string> ids;
    for (const auto& one : pages.releases.reporters(whose, period)) ids.push_back(one.municipality);
    return ids;
}

std::string who_of(const Pages& pages, const WasSoSomewhere& one, const html::Page& page) {
    if (one.municipalities.size() > most_names)
        return page.tn("{n} municipality", "{n} municipalities", static_cast<std::int64_t>(one.municipalities.size()));
    std::vector<std::string> names;
    for (const auto& id : one.municipalities) names.push_back(name_of(pages, {Whose::Of::municipality, id}, page.translator()));
    return base::joined(names, ", ");
}

}  // namespace

std::string was_so_in_words(const WasSo& one, const i18n::Translator& translator) {
    const auto days = periods::days_of(one.days, translator);
    if (one.what == WasSo::What::closed)
        return translator.t(TEXT("{place} was closed, {days}"), {{"place", one.title}, {"days", days}});
    return translator.t(TEXT("Campaign “{title}”, {days}"), {{"title", one.title}, {"days", days}});
}

std::vector<WasSoSomewhere> was_so_of(const Pages& pages, const Asked& asked, const i18n::Translator& translator) {
    std::vector<WasSoSomewhere> all;
    if (asked.released.empty()) return all;
    for (const auto& municipality : municipalities_in(pages, asked.whose, asked.period))
        for (const auto& one : pages.releases.was_so(municipality, asked.period)) {
            const auto words = was_so_in_words(one, translator);
            const auto same = std::ranges::find(all, words, &WasSoSomewhere::words);
            if (same == all.end()) all.push_back({words, {municipality}});
            else base::add_once(same->municipalities, municipality);
        }
    return all;
}

std::vector<std::string> lines_of_was_so(const Pages& pages, const Asked& asked, const html::Page& page) {
    auto all = was_so_of(pages, asked, page.translator());
    // What was so in many says more of their sum than what was so in one.
    std::ranges::stable_sort(all, [](const auto& one, const auto& other) {
        return one.municipalities.size() > other.municipalities.size();
    });
    std::vector<std::string> lines;
    for (const auto& one : all) {
        if (lines.size() == most_lines) break;
        lines.push_back(is_of_many(asked.whose) ? one.words + ": " + who_of(pages, one, page) : one.words);
    }
    if (all.size() > most_lines)
        lines.push_back(page.tn("{n} more stands in the figures for programs.", "{n} more stand in the figures for programs.",
                                static_cast<std::int64_t>(all.size() - most_lines)));
    return lines;
}

std::string outdated_text(const Pages& pages, const Asked& asked, const html::Page& page) {
    const int holds = is_of_many(asked.whose) ? municipality::Settings{}.figures_hold
                                              : pages.municipalities.settings(asked.whose.key).figures_hold;
    const auto today = base::to_civil(page.request().received, released_zone).date;
    const auto& last = asked.period.to;
    if (static_cast<int>(today.year()) - static_cast<int>(last.year()) <= holds) return "";
    return page.t(TEXT("Possibly outdated: these figures end on {date}."), {{"date", page.translator().date(last)}});
}

}  // namespace digilots::releases
