// What changed between two rounds: said anew, said no more, as before; and what is answered now and was not.
#include <algorithm>
#include <map>
#include <set>

#include "needs/pages.h"
#include "needs/report_parts.h"
#include "needs/sql.h"
#include "needs/templates.h"
#include "needs/terms.h"
#include "platform/base/lists.h"
#include "platform/register/pages.h"

namespace digilots::needs {

namespace {

/// What is said, with how certain it is.
using Findings = std::map<std::string, std::string>;
using Said = std::map<std::pair<std::string, std::string>, Findings>;  // area, number of the question

Said said_in(const Pages& pages, const std::string& municipality, const std::string& round, const std::string& certainty) {
    return pages.database.read([&](db::Connection& connection) {
        Said said;
        for (const auto row : connection.query(sql::answers_of_round, municipality, round, certainty))
            said[{row.text("area"), row.text("code")}].emplace(row.text("title"), row.text("certainty"));
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

std::vector<std::string> only_in(const Findings& one, const Findings& other) {
    std::vector<std::string> found;
    for (const auto& [text, certainty] : one)
        if (!other.contains(text)) found.push_back(text);
    return found;
}

/// The same was said, and it is more or less certain now.
std::vector<std::string> otherwise_certain(const Findings& now, const Findings& before, const html::Page& page) {
    std::vector<std::string> found;
    for (const auto& [text, certainty] : now)
        if (const auto earlier = before.find(text); earlier != before.end() && earlier->second != certainty)
            found.push_back(page.t("{finding} ({before} before, {now} now)",
                                   {{"finding", text},
                                    {"before", label_of(certainties(), earlier->second, page)},
                                    {"now", label_of(certainties(), certainty, page)}}));
    return found;
}

void compare(const Said& now, const Said& before, const std::string& area, const html::Page& page,
             ChangesView& view) {
    std::set<std::string> codes;
    for (const auto* said : {&now, &before})
        for (const auto& [where, texts] : *said)
            if (where.first == area) codes.insert(where.second);
    for (const auto& code : codes) {
        static const Findings nothing;
        const auto texts_of = [&](const Said& said) -> const Findings& {
            const auto found = said.find({area, code});
            return found == said.end() ? nothing : found->second;
        };
        const auto& here = texts_of(now);
        const auto& there = texts_of(before);
        ChangesView::Part part{.title = code.empty() ? page.t("Under no heading") : code,
                               .area = label_of(areas(), area, page),
                               .added = only_in(here, there),
                               .gone = only_in(there, here),
                               .otherwise = otherwise_certain(here, there, page)};
        part.same = static_cast<std::int64_t>(here.size() - part.added.size() - part.otherwise.size());
        if (!part.added.empty() || !part.gone.empty() || !part.otherwise.empty()) view.parts.push_back(std::move(part));
    }
}

/// Questions that are answered in one and not in the other: "Support, N1". Nothing of what stands under no heading.
std::string answered_only_in(const Said& one, const Said& other, const html::Page& page) {
    std::vector<std::string> found;
    for (const char* area : area_keys)
        for (const auto& [where, findings] : one)
            if (where.first == area && !where.second.empty() && !other.contains(where))
                found.push_back(label_of(areas(), area, page) + " " + where.second);
    return base::joined(found, ", ");
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
    const auto certainty = asked_certainty(request);
    view.choices = {round_choice(pages, request, round ? round->id : ""), std::move(choice), certainty_choice(request)};
    if (round && before && round->id != before->id) {
        view.is_compared = true;
        const auto now = said_in(pages, request.tenant->id, round->id, certainty),
                   earlier = said_in(pages, request.tenant->id, before->id, certainty);
        for (const char* area : area_keys) compare(now, earlier, area, page, view);
        const auto number = [&](const Said& said) {
            return std::ranges::count_if(said, [](const auto& one) { return !one.first.second.empty(); });
        };
        view.sum = page.t("Questions with an answer, counted in each area: {now} now, {before} before.",
                          {{"now", page.translator().number(static_cast<double>(number(now)))},
                           {"before", page.translator().number(static_cast<double>(number(earlier)))}});
        view.answered_now = answered_only_in(now, earlier, page);
        view.answered_before = answered_only_in(earlier, now, page);
    }
    return html::render_page(page, templates::changes_page(view, page));
}

}  // namespace digilots::needs
