// One question of a mapping in all municipalities that share it with us: who says what, and who says nothing.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "needs/beside.h"
#include "needs/pages.h"
#include "needs/report_parts.h"
#include "needs/sql.h"
#include "needs/templates.h"
#include "needs/terms.h"
#include "platform/base/lists.h"
#include "platform/base/sort.h"
#include "platform/base/text.h"
#include "platform/register/pages.h"

namespace digilots::needs {

namespace {

using html::components::Cell, html::components::Table;

std::string name_of(const Pages& pages, const std::string& municipality) {
    const auto found = pages.municipalities.about(municipality);
    return found ? found->name : municipality;
}

/// Keys of certainties, and the columns that count them.
constexpr std::pair<const char*, const char*> columns_of_certainties[] = {
    {"confirmed", "confirmed"},           {"stated", "said"},     {"assumed", "assumed"},
    {"partly_assumed", "partly_assumed"}, {"hearsay", "hearsay"}, {"incomplete", "incomplete"}};

constexpr std::string_view all_questions = "*";

struct Asked {
    std::string mark, area, code;
};

Asked asked_of(const Pages& pages, const http::Request& request) {
    Asked asked{std::string(request.query.get("mark")), std::string(request.query.get("area")),
                std::string(request.query.has("question") ? request.query.get("question") : all_questions)};
    if (asked.mark.empty())
        if (const auto round = round_of(pages, request)) asked.mark = round->text("mark");
    if (asked.area.empty()) asked.area = area_keys[0];
    return asked;
}

html::components::Field mark_choice(const Pages& pages, const http::Request& request, const Asked& asked,
                                    const Near& near) {
    const html::Page page(request);
    html::components::Field field{.name = "mark", .label = page.t("Mark")};
    pages.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::marks, request.tenant->id)) {
            const auto mark = row.text("mark");
            if (!near.may_read(row)) continue;
            if (field.options.empty() || field.options.back().value != mark)
                field.options.push_back({mark, mark + ": " + row.text("title"), mark == asked.mark});
        }
        return 0;
    });
    return field;
}

html::components::Field question_choice(const Pages& pages, const http::Request& request,
                                        const Asked& asked) {
    const html::Page page(request);
    html::components::Field field{
        .name = "question",
        .label = page.t("Question"),
        .options = {{"", page.t("No heading: it answers none of them"), asked.code.empty()},
                    {std::string(all_questions), page.t("All questions of the area"), asked.code == all_questions}}};
    std::set<std::string> seen;
    constexpr std::int64_t most = 500;
    auto questions =
        pages.kinds->questions.list(register_::around_of(pages.kinds->questions, request), {}, most, 0)
            .records;
    std::ranges::sort(questions, {}, [](const register_::Record& one) { return one.text("code"); });
    for (const auto& one : questions)
        if (seen.insert(one.text("code")).second)
            field.options.push_back({one.text("code"), one.text("code") + ". " + one.text("title"),
                                     one.text("code") == asked.code});
    return field;
}

/// Findings as certain as that alone; of those it is not counted in how many a resident was asked.
std::vector<Covered> as_certain_as(std::vector<Covered> covered, const std::string& certainty) {
    if (certainty.empty()) return covered;
    for (auto& one : covered) {
        const auto found = one.certainty.find(certainty);
        one.answers = found == one.certainty.end() ? 0 : found->second;
    }
    std::erase_if(covered, [](const Covered& one) { return one.answers == 0; });
    return covered;
}

/// In how many findings of a municipality a resident was asked, of those that say it.
Cell resident_voice_of(const std::vector<Covered>& covered, const std::string& municipality, const html::Page& page) {
    std::int64_t with_resident = 0, stated = 0;
    for (const auto& one : covered) {
        if (one.municipality != municipality) continue;
        with_resident += one.with_resident;
        stated += one.stated;
    }
    if (stated == 0) return {.text = page.t("Unknown"), .unknown = true};
    const auto shown = [&](std::int64_t n) { return page.translator().number(static_cast<double>(n)); };
    return {.text = page.t("{n} of {all}", {{"n", shown(with_resident)}, {"all", shown(stated)}})};
}

/// Municipality by area: how many questions have an answer that is done.
Table table_of(const Pages& pages, const std::vector<Covered>& covered, const std::string& certainty,
               const std::vector<std::string>& who, const html::Page& page) {
    Table table{.caption = page.t("Questions with an answer, by municipality and area"),
                .columns = {{page.t("Municipality")}}};
    if (!certainty.empty())
        table.caption += ". " + page.t("Only what is: {certainty}.", {{"certainty", label_of(certainties(), certainty, page)}});
    for (const char* area : area_keys) table.columns.push_back({label_of(areas(), area, page), true});
    table.columns.push_back({page.t("Findings under no heading"), true});
    if (certainty.empty()) table.columns.push_back({page.t("Findings with a resident among those asked"), true});
    for (const auto& municipality : who) {
        std::vector<Cell> cells{{.text = name_of(pages, municipality)}};
        for (const char* area : area_keys) {
            const auto number = std::ranges::count_if(covered, [&](const Covered& one) {
                return one.municipality == municipality && one.area == area && !one.code.empty();
            });
            cells.push_back(number == 0
                                ? Cell{.text = page.t("None")}
                                : Cell{.text = page.translator().number(static_cast<double>(number))});
        }
        std::int64_t loose = 0;
        for (const auto& one : covered)
            if (one.municipality == municipality && one.code.empty()) loose += one.answers;
        cells.push_back({.text = loose == 0 ? page.t("None") : page.translator().number(static_cast<double>(loose))});
        if (certainty.empty()) cells.push_back(resident_voice_of(covered, municipality, page));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// Municipality by question in one area: how many findings; what nobody answered stands as a dash, never left out.
Table matrix_of(const Pages& pages, const std::vector<Covered>& covered, bool is_of_all, const std::vector<std::string>& who,
                const std::string& area, const html::components::Field& questions, const html::Page& page) {
    const auto label = label_of(areas(), area, page);
    Table table{.caption = is_of_all
                               ? page.t("{area}: findings by municipality and question; – is not answered", {{"area", label}})
                               : page.t("{area}: findings by municipality and question; – has none as certain as that",
                                        {{"area", label}}),
                .columns = {{page.t("Municipality")}}};
    std::set<std::string> codes;
    for (const auto& one : questions.options)
        if (!one.value.empty() && one.value != all_questions && codes.insert(one.value).second)
            table.columns.push_back({one.value, true});
    std::map<std::pair<std::string, std::string>, std::int64_t> numbers;
    for (const auto& one : covered) {
        if (one.area != area) continue;
        numbers[{one.municipality, one.code}] += one.answers;
        if (!one.code.empty() && codes.insert(one.code).second) table.columns.push_back({one.code, true});
    }
    table.columns.push_back({page.t("No heading"), true});
    for (const auto& municipality : who) {
        std::vector<Cell> cells{{.text = name_of(pages, municipality)}};
        for (std::size_t at = 1; at < table.columns.size(); ++at) {
            const bool is_loose = at + 1 == table.columns.size();
            const auto found = numbers.find({municipality, is_loose ? "" : table.columns[at].title});
            if (found == numbers.end()) cells.push_back({.text = "–"});
            else cells.push_back({.text = page.translator().number(static_cast<double>(found->second))});
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

std::vector<Covered> covered_by(const Pages& pages, const std::string& mark,
                                const Near& near) {
    // Two rounds of one mark, and two questions of one number, are one cell.
    std::map<std::tuple<std::string, std::string, std::string>, Covered> cells;
    pages.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::coverage_of_mark, mark)) {
            const auto municipality = row.text("municipality_id"), area = row.text("area"), code = row.text("code");
            if (!near.may_read(row)) continue;
            auto& cell = cells[{municipality, area, code}];
            cell.municipality = municipality;
            cell.area = area;
            cell.code = code;
            cell.answers += row.integer("answers");
            cell.with_resident += row.integer("with_resident");
            cell.stated += row.integer("stated");
            for (const auto& [certainty, column] : columns_of_certainties)
                if (const auto number = row.integer(column); number > 0) cell.certainty[certainty] += number;
        }
        return 0;
    });
    std::vector<Covered> found;
    found.reserve(cells.size());
    for (auto& [where, cell] : cells) found.push_back(std::move(cell));
    return found;
}

std::vector<std::string> sharing_round(const Pages& pages, const std::string& mark, const Near& near) {
    return pages.database.read([&](db::Connection& connection) {
        std::vector<std::string> found;
        for (const auto row : connection.query(sql::rounds_of_mark, mark)) {
            const auto municipality = row.text("municipality_id");
            if (near.may_read(row) && (found.empty() || found.back() != municipality))
                found.push_back(municipality);
        }
        return found;
    });
}

namespace {

/// Who says what, with the role and how certain it is.
std::string line_beside(const db::Row& row, const html::Page& page) {
    auto behind = base::joined(register_::list_items(row.text("roles")), ", ");
    behind += (behind.empty() ? "" : "; ") + label_of(certainties(), row.text("certainty"), page);
    return row.text("title") + " (" + behind + ")";
}

/// Two of all, each of them by choice.
html::components::Field chosen_municipality(const Pages& pages, const http::Request& request, const char* name, std::string label,
                                            const std::vector<std::string>& who) {
    const html::Page page(request);
    const auto chosen = request.query.get(name);
    html::components::Field field{
        .name = name, .label = std::move(label), .options = {{"", page.t("All"), chosen.empty()}}};
    for (const auto& one : who) field.options.push_back({one, name_of(pages, one), one == chosen});
    return field;
}

/// Where somebody is chosen, they alone.
std::vector<std::string> chosen_of(const http::Request& request, const std::vector<std::string>& who) {
    std::vector<std::string> chosen;
    for (const char* name : {"municipality", "beside"})
        if (const std::string one(request.query.get(name)); base::holds(who, one)) base::add_once(chosen, one);
    return chosen.empty() ? who : chosen;
}

void tell_answers(const Pages& pages, const Asked& asked, const std::string& certainty, const Near& near,
                  const std::vector<std::string>& who, const html::Page& page, BesideView& view) {
    std::map<std::string, std::vector<std::string>> said;
    pages.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::beside_each_other, asked.mark, asked.area, asked.code, certainty))
            if (near.may_read(row))
                said[row.text("municipality_id")].push_back(line_beside(row, page));
        return 0;
    });
    view.silent_title = certainty.empty() ? page.t("No answer to this") : page.t("Without a finding as certain as that");
    for (const auto& municipality : who) {
        const auto found = said.find(municipality);
        if (found == said.end())
            view.silent.push_back(name_of(pages, municipality));
        else
            view.municipalities.push_back({name_of(pages, municipality), found->second});
    }
}

/// What is searched for in all areas and under all questions, or all of one area, question by question; of those who are chosen.
void search_answers(const Pages& pages, const http::Request& request, const Asked& asked, const std::string& certainty,
                    const Near& near, const std::vector<std::string>& who, BesideView& view) {
    constexpr std::size_t most_found = 500, longest_search = 200;
    const html::Page page(request);
    const auto words = base::clean(base::cut(std::string(request.query.get("q")), longest_search));
    view.search = {.name = "q", .label = page.t("Search in all answers"), .value = words, .type = "search", .optional = true};
    if (words.empty() && asked.code != all_questions) return;
    view.is_searched = true;
    const auto wanted = base::fold(words);
    std::vector<std::pair<std::string, std::string>> found;     // the number of the question, what is said
    pages.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::joint_findings, asked.mark, request.tenant->id, certainty)) {
            const auto municipality = row.text("municipality_id");
            if (!base::holds(who, municipality) || !near.may_read(row)) continue;
            if (words.empty() && row.text("area") != asked.area) continue;
            if (base::fold(row.text("title") + " " + row.text("roles")).find(wanted) == std::string::npos) continue;
            if (found.size() == most_found) return 0;
            const auto code = row.text("code");
            found.emplace_back(code, name_of(pages, municipality) + ", " + label_of(areas(), row.text("area"), page) + ", " +
                                         (code.empty() ? page.t("Under no heading") : code) + ": " + line_beside(row, page));
        }
        return 0;
    });
    std::ranges::stable_sort(found, {}, &std::pair<std::string, std::string>::first);
    for (auto& [code, line] : found) view.found.push_back(std::move(line));
}

}  // namespace

http::Response beside_others_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_needs(request, html::Page(request).t("One question beside others"));
    const auto asked = asked_of(pages, request);
    const auto certainty = asked_certainty(request);
    const auto near = near_of(pages.municipalities, request.tenant->id);
    BesideView view{.url = page.tenant_url("/staff/needs/beside-others")};
    html::components::Field area{.name = "area", .label = page.t("Area")};
    for (const char* key : area_keys)
        area.options.push_back({key, label_of(areas(), key, page), key == asked.area});
    const auto questions = question_choice(pages, request, asked);
    auto all = asked.mark.empty() ? std::vector<std::string>{} : sharing_round(pages, asked.mark, near);
    base::sort_by_key(all, [&](const std::string& one) {
        return base::collation_key(name_of(pages, one), page.translator().language().code);
    });
    view.choices = {mark_choice(pages, request, asked, near),
                    std::move(area),
                    questions,
                    certainty_choice(request),
                    chosen_municipality(pages, request, "municipality", page.t("Municipality"), all),
                    chosen_municipality(pages, request, "beside", page.t("Beside the municipality"), all)};
    const auto who = chosen_of(request, all);
    search_answers(pages, request, asked, certainty, near, who, view);
    if (asked.mark.empty()) return html::render_page(page, templates::beside_page(view, page));
    const auto covered = as_certain_as(covered_by(pages, asked.mark, near), certainty);
    view.coverage = table_of(pages, covered, certainty, who, page);
    view.matrix = matrix_of(pages, covered, certainty.empty(), who, asked.area, questions, page);
    if (asked.code != all_questions) tell_answers(pages, asked, certainty, near, who, page, view);
    return html::render_page(page, templates::beside_page(view, page));
}

}  // namespace digilots::needs
