// What changed between two rounds: said anew, said no more, as before; and what is answered now and was not.
#include <algorithm>
#include <map>
#include <set>

#include "needs/pages.h"
#include "needs/sql.h"
#include "needs/templates.h"
#include "needs/terms.h"
#include "platform/register/pages.h"

namespace digilots::needs {

namespace {

using Said =
    std::map<std::pair<std::string, std::string>, std::set<std::string>>;  // area, number of the question

Said said_in(const Pages& pages, const std::string& municipality, const std::string& round) {
    return pages.database.read([&](db::Connection& connection) {
        Said said;
        for (const auto row : connection.query(sql::answers_of_round, municipality, round))
            said[{row.text("area"), row.text("code")}].insert(row.text("title"));
        return said;
    });
}

/// The one that the address names, else the newest that is older than `round`.
std::optional<register_::Record> round_before(const Pages& pages, const http::Request& request,
                                              const register_::Record& round) {
    const auto asked = request.query.get("before");
    if (!asked.empty()) return pages.kinds->rounds.find(request.tenant->id, asked);
    const auto all =
        pages.kinds->rounds.list(register_::around_of(pages.kinds->rounds, request), {}, 200, 0).records;
    bool is_found = false;
    for (const auto& one : all) {
        if (is_found && !one.has_ended()) return one;
        is_found = is_found || one.id == round.id;
    }
    return std::nullopt;
}

std::vector<std::string> only_in(const std::set<std::string>& one, const std::set<std::string>& other) {
    std::vector<std::string> found;
    for (const auto& text : one)
        if (!other.contains(text)) found.push_back(text);
    return found;
}

void compare(const Said& now, const Said& before, const std::string& area, const html::Page& page,
             ChangesView& view) {
    std::set<std::string> codes;
    for (const auto* said : {&now, &before})
        for (const auto& [where, texts] : *said)
            if (where.first == area) codes.insert(where.second);
    for (const auto& code : codes) {
        static const std::set<std::string> nothing;
        const auto texts_of = [&](const Said& said) -> const std::set<std::string>& {
            const auto found = said.find({area, code});
            return found == said.end() ? nothing : found->second;
        };
        const auto& here = texts_of(now);
        const auto& there = texts_of(before);
        ChangesView::Part part{.title = code.empty() ? page.t("Under no heading") : code,
                               .area = label_of(areas(), area, page),
                               .added = only_in(here, there),
                               .gone = only_in(there, here)};
        part.same = static_cast<std::int64_t>(here.size() - part.added.size());
        if (!part.added.empty() || !part.gone.empty()) view.parts.push_back(std::move(part));
    }
}

}  // namespace

http::Response changes_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_needs(request, html::Page(request).t("What changed between two rounds"));
    ChangesView view{.url = page.tenant_url("/staff/needs/changes")};
    const auto round = round_of(pages, request);
    const auto before = round ? round_before(pages, request, *round) : std::nullopt;
    auto choice = round_choice(pages, request, before ? before->id : "");
    choice.name = "before";
    choice.label = page.t("Beside the round");
    view.choices = {round_choice(pages, request, round ? round->id : ""), std::move(choice)};
    if (round && before && round->id != before->id) {
        view.is_compared = true;
        const auto now = said_in(pages, request.tenant->id, round->id),
                   earlier = said_in(pages, request.tenant->id, before->id);
        for (const char* area : area_keys) compare(now, earlier, area, page, view);
        const auto number = [&](const Said& said) {
            return std::ranges::count_if(said, [](const auto& one) { return !one.first.second.empty(); });
        };
        view.sum = page.t("Questions with an answer, counted in each area: {now} now, {before} before.",
                          {{"now", page.translator().number(static_cast<double>(number(now)))},
                           {"before", page.translator().number(static_cast<double>(number(earlier)))}});
    }
    return html::render_page(page, templates::changes_page(view, page));
}

}  // namespace digilots::needs
