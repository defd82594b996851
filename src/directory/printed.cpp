#include "directory/printed.h"

#include <algorithm>
#include <iterator>

#include "platform/http/site_address.h"
#include "platform/i18n/isolate.h"
#include "platform/print/qr.h"

namespace digilots::directory {
namespace {

using print::Emphasis;

constexpr double code_width = 96;  // points: read from half a metre

std::string printed_on(const Pages& pages, const html::Page& page) {
    const auto today = base::to_civil(pages.clock.now(), page.request().tenant->zone).date;
    return page.t("Printed {date}. Hours can change: call or look at the page before you go.",
                  {{"date", page.translator().date(today)}});
}

}  // namespace

print::Document document_of(std::string title, const print::Format& format, const Pages& pages,
                            const html::Page& page) {
    print::Document document;
    document.title = std::move(title);
    const auto& language = page.translator().language();
    document.language = language.code == "sv-easy" ? "sv" : language.code;
    document.right_to_left = language.right_to_left;
    document.paper = format.paper;
    document.size = format.size;
    const auto& tenant = *page.request().tenant;
    const auto name = tenant.is_made_up ? tenant.name + " (" + page.t("made up") + ")" : tenant.name;
    document.footer = i18n::isolated(name, language) + " · " + printed_on(pages, page);
    return document;
}

print::Text theirs(std::string_view words, const html::Page& page) {
    const auto& languages = page.request().tenant->languages;
    const bool is_foreign = !languages.empty() && languages.front() != page.translator().language().code;
    return {std::string(words), is_foreign ? languages.front() : ""};
}

void add_heading(Blocks& blocks, int level, const print::Text& text) {
    blocks.push_back({print::Heading{level, text}});
}

void add_paragraph(Blocks& blocks, const print::Text& text, print::Emphasis emphasis) {
    if (!text.words.empty()) blocks.push_back({print::Paragraph{text, emphasis}});
}

void add_list(Blocks& blocks, const std::string& heading, const std::vector<std::string>& items) {
    if (items.empty()) return;
    if (!heading.empty()) add_heading(blocks, 2, {heading});
    print::List list;
    for (const auto& item : items) list.items.push_back({{item}});
    blocks.push_back({std::move(list)});
}

void add_number(Blocks& blocks, const components::Phone& phone, const html::Page& page) {
    if (phone.number.empty()) return;
    const auto dialled = phone.dialled(page);
    print::Paragraph number{{phone.number}, Emphasis::number, dialled.empty() ? "" : "tel:" + dialled};
    blocks.push_back({std::move(number)});
    if (phone.is_example) add_paragraph(blocks, {"(" + page.t("example number") + ")"}, Emphasis::small);
}

bool add_hours(Blocks& blocks, const std::string& heading, const Hours& hours, Answer evening,
               const Pages& pages, const html::Page& page) {
    const auto week = week_table(hours, pages, page);
    const auto others = other_times(hours, Beside::sentence, pages, page).shown;
    const auto summary = hours_summary(hours, evening, page);
    const bool is_known =
        !week.rows.empty() || !week.now.empty() || !others.empty() || !summary.empty() || !hours.note.empty();
    if (!is_known) return false;
    add_heading(blocks, 2, {heading});
    add_paragraph(blocks, {summary});
    add_paragraph(blocks, {week.now}, Emphasis::strong);
    if (!week.rows.empty()) {
        print::Table table{
            heading, {{week.is_running_week ? page.t("This week") : page.t("Day")}, {page.t("Hours")}}, {}};
        for (const auto& row : week.rows) table.rows.push_back({{row.days}, {row.times}});
        blocks.push_back({std::move(table)});
    }
    if (!others.empty()) add_paragraph(blocks, {page.t("Other times:")}, Emphasis::strong);
    add_list(blocks, "", others);
    add_paragraph(blocks, theirs(hours.note, page));
    return true;
}

bool add_stops(Blocks& blocks, const StopsView& stops, const html::Page& page) {
    if (stops.rows.empty()) return false;
    const auto& language = page.translator().language();
    std::vector<std::string> next, all;
    for (const auto& stop : stops.next) next.push_back(stop.when + ": " + i18n::isolated(stop.where, language));
    for (const auto& row : stops.rows) {
        const auto where = row.address.empty() ? row.name : row.name + ", " + row.address;
        all.push_back(i18n::isolated(where, language) + ": " + row.times + (row.period.empty() ? "" : ", " + row.period));
    }
    add_list(blocks, page.t("Next stops"), next);
    add_paragraph(blocks, theirs(stops.note, page));
    add_list(blocks, page.t("All stops"), all);
    return true;
}

void add_phone(Blocks& blocks, const PhoneView& line, const html::Page& page) {
    if (line.phone.number.empty()) return;
    add_number(blocks, line.phone, page);
    if (!line.times.empty()) add_paragraph(blocks, {page.t("Phone hours:") + " " + line.times});
    if (!line.other_times.empty()) add_paragraph(blocks, {page.t("Other times:")});
    add_list(blocks, "", line.other_times);
    add_paragraph(blocks, theirs(line.note, page));
}

void add_help(Blocks& blocks, const HelpView& help, const html::Page& page) {
    if (help.line.phone.number.empty() && help.desk.title.empty()) return;
    add_heading(blocks, 2, {page.t("If it is closed or nobody answers")});
    if (!help.line.phone.number.empty())
        add_paragraph(blocks, {page.t("Call us and we find the right help:")});
    add_phone(blocks, help.line, page);
    if (help.desk.title.empty()) return;
    add_paragraph(blocks, {page.t("You can also visit") + " " +
                           i18n::isolated(help.desk.title, page.translator().language())});
}

Blocks code_of_page(const std::string& path, const html::Page& page) {
    const auto address = http::site_address(page.request()) + path;
    Blocks blocks;
    blocks.push_back(
        {print::Picture{page.t("Code for a phone’s camera. It leads to {address}", {{"address", address}}),
                        print::qr_code(address), code_width}});
    // As short as it may be typed.
    const auto typed = address.substr(address.find("://") + 3);
    print::Paragraph below{{page.t("Scan the code for the latest: {address}",
                                   {{"address", i18n::isolated(typed, page.translator().language())}})},
                           Emphasis::small};
    blocks.push_back({std::move(below)});
    return blocks;
}

http::Response for_host(http::Response response, const http::Request& request) {
    response.for_once = request.host_tenant.empty();
    return response;
}

}  // namespace digilots::directory
