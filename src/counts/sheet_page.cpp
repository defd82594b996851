// A week's sheet by keyboard: a grid that mirrors the paper. What was typed stands there again whatever
// happens.
#include <algorithm>

#include "counts/implementation.h"
#include "counts/pages.h"
#include "counts/templates.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/chosen.h"
#include "platform/html/error_page.h"
#include "platform/register/pages.h"

namespace digilots::counts {

namespace {

constexpr std::int64_t most_strokes = 99'999, most_plausible = 500;
constexpr std::size_t days_of_week = 7;

std::string cell_name(const std::string& topic, std::size_t day) {
    return "d" + std::to_string(day) + "." + topic;
}
/// "v0" of visitors on Monday, "f6" of first times on Sunday.
std::string door_name(const OfDoor& row, std::size_t day) {
    return std::string(row.source.substr(0, 1)) + std::to_string(day);
}
std::string door_label(const OfDoor& row, const html::Page& page) {
    return row.days == &Sheet::visitors ? page.t("Visitors") : page.t("Of them here for the first time");
}

/// What stands in the form: what was typed, or what is stored.
struct TypedSheet {
    Sheet sheet;
    std::map<std::string, std::string> cells = {};  // by name, as typed
    html::FormErrors errors = {};
    bool is_doubtful = false;
};

std::string shown_number(std::int64_t number) {
    return number == 0 ? "" : std::to_string(number);
}

TypedSheet as_stored(const Sheet& sheet) {
    TypedSheet typed{.sheet = sheet};
    for (const auto& line : sheet.lines)
        for (std::size_t day = 0; day < days_of_week; ++day)
            typed.cells[cell_name(line.topic, day)] = shown_number(line.days[day]);
    for (const auto& row : of_door)
        for (std::size_t day = 0; day < days_of_week; ++day)
            if (const auto number = (sheet.*row.days)[day]) typed.cells[door_name(row, day)] = std::to_string(*number);
    return typed;
}

/// All numbers as typed, none of them read.
void keep_cells(const http::Fields& form, TypedSheet& typed) {
    for (const auto& [name, value] : form.pairs)
        if (name.starts_with('v') || name.starts_with('f') || (name.starts_with('d') && name.contains('.')))
            typed.cells.emplace(name, value);
}

/// The number in a field, "" is nothing; what is wrong with it is noted.
std::optional<std::int64_t> number_in(const http::Fields& form, const std::string& name,
                                      const std::string& label, bool is_to_come, std::int64_t most,
                                      const html::Page& page, TypedSheet& typed) {
    typed.cells[name] = form.get(name);
    const std::string text(base::trim(form.get(name)));  // as spreadsheets give them
    if (text.empty()) return std::nullopt;
    const auto number = base::whole_number(text, 0, static_cast<int>(most));
    if (!number && base::whole_number_up_to(text, 0, static_cast<int>(most)))
        typed.errors.add(
            name, page.t("{what}: {most} is the most. Correct the number.",
                         {{"what", label}, {"most", page.translator().number(static_cast<double>(most))}}));
    else if (!number)
        typed.errors.add(name, page.t("{what}: write a whole number, or nothing.", {{"what", label}}));
    else if (*number > 0 && is_to_come)
        typed.errors.add(name, page.t("{what}: the day is still to come.", {{"what", label}}));
    return number;
}

void read_door(const OfDoor& row, const html::Page& page, const Asked& asked, const Sheet& stands, base::Date today,
               TypedSheet& typed) {
    const auto& form = page.request().form;
    const auto days = day_headings(page, asked.week);
    for (std::size_t day = 0; day < days_of_week; ++day) {
        const auto name = door_name(row, day);
        const bool is_to_come = base::add_days(asked.week.from, static_cast<int>(day)) > today;
        const auto label = door_label(row, page) + ", " + days[day];
        auto& number = (typed.sheet.*row.days)[day];
        number = number_in(form, name, label, is_to_come, most_in_number, page, typed);
        if (!number && (stands.*row.days)[day] && form.has(name) && form.get(name).empty())
            typed.errors.add(name, page.t("{what}: write 0 where nobody came. A number that should not be there is deleted in "
                                          "the list.",
                                          {{"what", label}}));
        const auto of_them = typed.sheet.visitors[day];
        if (row.days == &Sheet::first_times && number && of_them && *number > *of_them)
            typed.errors.add(name, page.t("{what}: more than the visitors of that day. Correct one of the two.",
                                          {{"what", label}}));
    }
}

TypedSheet read_sheet_form(const Pages& pages, const html::Page& page, const Asked& asked,
                           const Sheet& stands, base::Date today) {
    const auto& form = page.request().form;
    TypedSheet typed{.sheet = {.place = asked.place, .channel = asked.channel, .week = asked.week}};
    const auto days = day_headings(page, asked.week);
    std::string doubt;
    for (const auto& topic : asked.topics) {
        if (!form.has(cell_name(topic, 0))) continue;
        Sheet::Line line{topic};
        for (std::size_t day = 0; day < days_of_week; ++day) {
            const bool is_to_come = base::add_days(asked.week.from, static_cast<int>(day)) > today;
            const auto label = topic_label(pages, page, topic) + ", " + days[day];
            const auto number =
                number_in(form, cell_name(topic, day), label, is_to_come, most_strokes, page, typed);
            line.days[day] = number.value_or(0);
            if (line.days[day] > most_plausible && doubt.empty())
                doubt = label + ": " + std::to_string(line.days[day]);
        }
        typed.sheet.lines.push_back(std::move(line));
    }
    for (const auto& row : of_door) read_door(row, page, asked, stands, today, typed);
    typed.is_doubtful = !doubt.empty();
    if (typed.is_doubtful && form.get("sure").empty())
        typed.errors.add("sure", page.t("{what}. Is it as many as that? Correct it, or tick the box below.",
                                        {{"what", doubt}}));
    return typed;
}

SheetCell cell_of(const TypedSheet& typed, std::string name, std::string label, bool is_to_come) {
    const auto found = typed.cells.find(name);
    const bool is_wrong = !typed.errors.message(name).empty();
    return {.name = std::move(name),
            .value = found == typed.cells.end() ? "" : found->second,
            .label = std::move(label),
            .logged = "",
            .is_wrong = is_wrong,
            .is_to_come = is_to_come};
}

std::int64_t sum_of(const Sheet& sheet, std::size_t day) {
    std::int64_t sum = 0;
    for (const auto& line : sheet.lines) sum += line.days[day];
    return sum;
}

void add_lines(SheetView& view, const Pages& pages, const html::Page& page, const Asked& asked,
               const TypedSheet& typed) {
    const auto& self = Inside::of(pages.counts);
    const auto& tenant = *page.request().tenant;
    const auto today = base::to_civil(self.clock.now(), tenant.zone).date;
    std::map<std::pair<std::string, std::string>, std::int64_t> logged;
    for (const auto& sum : self.neighbours.inquiries.logged_at(tenant.id, asked.place, asked.week))
        logged[{sum.topic, sum.part}] = sum.number;
    for (const auto& topic : asked.topics) {
        SheetLine line{.topic = topic_label(pages, page, topic), .sum = "", .cells = {}};
        const auto* standing = base::find_in(typed.sheet.lines, topic, &Sheet::Line::topic);
        std::int64_t sum = 0;
        for (std::size_t day = 0; day < days_of_week; ++day) {
            const auto date = base::add_days(asked.week.from, static_cast<int>(day));
            auto cell =
                cell_of(typed, cell_name(topic, day), line.topic + ", " + view.days[day], date > today);
            const auto taps = logged.find({topic, base::format_date(date)});
            if (taps != logged.end())
                cell.logged = page.t("{n} in the log",
                                     {{"n", page.translator().number(static_cast<double>(taps->second))}});
            if (standing) sum += standing->days[day];
            line.cells.push_back(std::move(cell));
        }
        line.sum = std::to_string(sum);
        view.lines.push_back(std::move(line));
    }
    std::int64_t total = 0;
    for (const auto& row : of_door) {
        SheetLine line{.topic = door_label(row, page), .sum = "", .cells = {}};
        for (std::size_t day = 0; day < days_of_week; ++day)
            line.cells.push_back(cell_of(typed, door_name(row, day), line.topic + ", " + view.days[day],
                                         base::add_days(asked.week.from, static_cast<int>(day)) > today));
        view.door.push_back(std::move(line));
    }
    for (std::size_t day = 0; day < days_of_week; ++day) {
        const auto of_day = sum_of(typed.sheet, day);
        total += of_day;
        view.sums.push_back(std::to_string(of_day));
    }
    view.total = std::to_string(total);
}

/// What is missing to know which sheet it is, to choose in the form that saves; the rest stays hidden in it.
void ask_which(SheetView& view, const Pages& pages, const html::Page& page, const Asked& asked,
               const html::FormErrors& errors) {
    const std::pair<std::string, std::string> which[] = {
        {"place", asked.place}, {"week", periods::key_of(asked.week)}, {"channel", asked.channel}};
    for (auto field : view.choices) {
        if (errors.message(field.name).empty()) continue;
        for (auto& option : field.options) option.selected = false;
        if (field.name == "place") keep_theirs(field, pages, page.request());
        field.options.insert(field.options.begin(), {"", page.t("Choose"), true});
        if (field.name == "week")
            for (auto& day : view.days) day.resize(day.find(' '));
        view.missing.push_back(field.with(errors));
    }
    if (view.missing.empty()) return;
    view.title = page.t("Which sheet is it?");
    for (const auto& [name, value] : which)
        if (errors.message(name).empty()) view.hidden.emplace_back(name, value);
}

html::Page page_of_sheet(const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Enter a sheet");
    page.staff = true;
    page.indexable = false;
    page.scripts = {"sheet.js"};
    page.breadcrumbs = {{page.t("Sheets and visitors"), page.tenant_url("/staff/counts/sheet")},
                        {page.title, "", true}};
    return page;
}

http::Response show_sheet(const Pages& pages, const html::Page& page, const Asked& asked,
                          const TypedSheet& typed, const std::string& seen) {
    SheetView view{
        .url = page.tenant_url("/staff/counts/sheet"),
        .seen = seen,
        .done = page.request().query.has("saved") ? page.t("The sheet is saved. The figures have it.") : "",
        .print_url = page.tenant_url("/staff/counts/tally?" + query_of(asked)),
        .title = asked.place_name + ", " + periods::name_of(asked.week, page.translator())};
    view.ways = {{page.t("Visitors of the day"),
                  page.tenant_url("/staff/counts/visitors?place=" + html::url_encode(asked.place))},
                 {page.t("Print a sheet to fill in"), view.print_url},
                 {page.t("Numbers of other sources"), page.tenant_url("/staff/counts")}};
    view.errors = typed.errors;
    view.choices = choices_of(pages, page, asked);
    keep_theirs(view.choices.front(), pages, page.request());
    if (typed.errors.empty() && !is_theirs(pages, page.request(), asked.place)) view.whose = page.t(whose_place_this_is);
    view.days = day_headings(page, asked.week);
    view.choices.back().name = "more_topic";
    ask_which(view, pages, page, asked, typed.errors);
    for (const auto& topic : asked.topics) view.hidden.emplace_back("topic", topic);
    if (view.missing.empty())
        for (auto& hidden : html::made_for(view.choices)) view.hidden.push_back(std::move(hidden));
    add_lines(view, pages, page, asked, typed);
    for (auto& line : view.lines) line.is_read_only = !view.whose.empty();
    for (auto& line : view.door) line.is_read_only = !view.whose.empty();
    view.is_doubtful = typed.is_doubtful;
    view.sure =
        html::components::Field{.name = "sure", .label = page.t("It is right: so many on one day")}.with(
            typed.errors);
    view.sure.checked = page.request().form.has("sure");
    return html::render_page(page, templates::sheet_page(view, page), typed.errors.empty() ? 200 : 422);
}

}  // namespace

http::Response sheet_page(const Pages& pages, const http::Request& request) {
    const auto page = page_of_sheet(request);
    const auto asked = asked_sheet(pages, page, request.query);
    if (!asked) return without_place(pages, page);
    const auto sheet = pages.counts.sheet(request.tenant->id, asked->place, asked->channel, asked->week);
    return show_sheet(pages, page, *asked, as_stored(sheet), Counts::mark_of(sheet));
}

http::Response save_sheet(const Pages& pages, const http::Request& request) {
    const auto page = page_of_sheet(request);
    TypedSheet unknown{.sheet = {.place = "", .week = {}}};
    const auto asked = sheet_to_save(pages, page, request.form, unknown.errors);
    if (!asked) return html::error_page(request, 404);
    if (!unknown.errors.empty()) {
        keep_cells(request.form, unknown);
        unknown.is_doubtful = request.form.has("sure");
        return show_sheet(pages, page, *asked, unknown, Counts::mark_of(unknown.sheet));
    }
    if (const auto other = html::chosen_otherwise(request, "/staff/counts/sheet", {"topic"}))
        return html::shown_as_chosen(sheet_page(pages, *other), request, *other);
    const auto around = register_::around_of(pages.counts.records(), request);
    const auto stands = pages.counts.sheet(request.tenant->id, asked->place, asked->channel, asked->week);
    auto typed = read_sheet_form(pages, page, *asked, stands, around.today);
    if (!typed.errors.empty()) return show_sheet(pages, page, *asked, typed, Counts::mark_of(stands));
    // What was typed can be saved for another place.
    const auto of_another_unit = [&] {
        typed.errors.add("place", page.t(whose_place));
        return show_sheet(pages, page, *asked, typed, Counts::mark_of(stands));
    };
    switch (pages.counts.save(around, typed.sheet, request.identity->account_id,
                              base::Seen::mark(request.form.get("seen")))) {
        case Counts::Saved::not_theirs:
            return of_another_unit();
        case Counts::Saved::changed_meanwhile:
            return http::changed_meanwhile("sheet:" + asked->place + "/" + periods::key_of(asked->week) +
                                           "/" + asked->channel);
        case Counts::Saved::done:
            break;
    }
    return http::see_other(page.tenant_url("/staff/counts/sheet?" + query_of(*asked) + "&saved=1"));
}

}  // namespace digilots::counts
