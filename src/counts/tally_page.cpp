// A sheet of paper to make strokes on: for places without a network, for a rush, for the bus.
#include "counts/implementation.h"
#include "counts/pages.h"
#include "counts/templates.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/site_address.h"
#include "platform/i18n/isolate.h"
#include "platform/print/format.h"
#include "platform/print/qr.h"
#include "platform/print/web.h"

namespace digilots::counts {

namespace {

using print::Block, print::Heading, print::Paragraph, print::Text;

const std::vector<print::Paper> papers{print::Paper::a4, print::Paper::a3};

constexpr double letters = 11, margin = 36, code_width = 80;
constexpr int lines_to_fill_in = 2, weeks_of_a_quarter = 13;
/// Two lines high and empty.
const std::string room_for_strokes = "\u00a0\n\u00a0";

std::vector<Text> row_of(std::string name, const std::string& room) {
    std::vector<Text> row{{std::move(name)}};
    for (int day = 0; day < 7; ++day) row.push_back({room});
    row.push_back({room});
    return row;
}

print::Table tally_table(const Pages& pages, const html::Page& page, const Asked& asked, print::Size size) {
    // A line of large letters is as high as two usual ones.
    const auto room = size == print::Size::large ? std::string("\u00a0") : room_for_strokes;
    print::Table table{page.t("One stroke for each question"), {{page.t("Topic")}}, {}};
    for (auto& day : day_headings(page, asked.week)) table.headers.push_back({std::move(day)});
    table.headers.push_back({page.t("Sum")});
    for (const auto& topic : asked.topics) table.rows.push_back(row_of(topic_label(pages, page, topic), room));
    // In large letters there is room for one.
    const int to_fill_in = size == print::Size::large ? 1 : lines_to_fill_in;
    for (int line = 0; line < to_fill_in; ++line) table.rows.push_back(row_of("………………", room));
    table.rows.push_back(row_of(page.t("Sum"), room));
    table.rows.push_back(row_of(page.t("Visitors"), room));
    table.rows.push_back(row_of(page.t("Of them here for the first time"), room));
    return table;
}

/// Where it is entered.
std::vector<Block> way_to_enter(const html::Page& page, const Asked& asked) {
    const auto address =
        http::site_address(page.request()) + page.tenant_url("/staff/counts/sheet?" + query_of(asked));
    print::Picture code{page.t("Code of the page where the sheet is entered"), print::qr_code(address),
                        code_width};
    return {{print::Columns{
        {{{std::move(code)}},
         {{Paragraph{{page.t("Enter the numbers on this page, or lay the sheet in the box for it:")}}},
          {Paragraph{{address}, print::Emphasis::small}}}},
        {0.2, 0.8}}}};
}

print::Document tally_document(const Pages& pages, const html::Page& page, const Asked& asked,
                               const print::Format& format) {
    const auto& tenant = *page.request().tenant;
    const auto& language = page.translator().language();
    print::Document document;
    document.title =
        page.t("Tally sheet, {place}, {week}",
               {{"place", asked.place_name}, {"week", periods::name_of(asked.week, page.translator())}});
    document.language = language.code == "sv-easy" ? "sv" : language.code;
    document.right_to_left = language.right_to_left;
    document.paper = format.paper;
    document.size = format.size;
    if (format.size == print::Size::usual) document.body = letters;
    // Nine columns in large letters stand beside each other on the long side alone.
    document.lies = format.size == print::Size::large;
    document.margin = margin;
    document.footer =
        i18n::isolated(tenant.name + (tenant.is_made_up ? " (" + page.t("made up") + ")" : ""), language);
    auto& blocks = document.blocks;
    blocks.push_back({Heading{1, {document.title}}});
    blocks.push_back({Paragraph{{taxonomy::label(taxonomy::List::channel, asked.channel, page.translator())},
                                print::Emphasis::lead}});
    blocks.push_back({Paragraph{
        {page.t("One stroke for each question. Never a name, a number or an address. What is logged on the "
                "screen gets no stroke.")}}});
    blocks.push_back({tally_table(pages, page, asked, format.size)});
    for (auto& block : way_to_enter(page, asked)) blocks.push_back(std::move(block));
    return document;
}

html::Page page_of_tally(const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Tally sheet");
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Sheets and visitors"), page.tenant_url("/staff/counts/sheet")},
                        {page.title, "", true}};
    return page;
}

std::string file_name(const http::Request& request, const Asked& asked, const char* ending) {
    return base::slug(asked.place_name) + "-" + periods::key_of(asked.week) + "-" + request.tenant->slug +
           ending;
}

}  // namespace

http::Response tally_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_tally(request);
    const auto asked = asked_sheet(pages, page, request.query);
    if (!asked) return without_place(pages, page);
    const auto document = tally_document(pages, page, *asked, {});
    page.title = document.title;
    auto query = query_of(*asked);
    for (const auto topic : request.query.all("topic"))
        if (!topic.empty()) query += "&topic=" + html::url_encode(topic);
    TallyView view{
        .document = document,
        .url = page.tenant_url("/staff/counts/tally"),
        .enter_url = page.tenant_url("/staff/counts/sheet?" + query),
        .choices = choices_of(pages, page, *asked, weeks_of_a_quarter),
        .formats = print::format_links(page.tenant_url("/staff/counts/tally.pdf"), papers, page, query)};
    view.formats.push_back(print::odt_link(page.tenant_url("/staff/counts/tally.odt?" + query), page));
    return html::render_page(page, templates::tally_page(view, page));
}

http::Response tally_file(const Pages& pages, const http::Request& request) {
    const auto page = page_of_tally(request);
    const auto asked = asked_sheet(pages, page, request.query);
    if (!asked) return html::error_page(request, 404);
    return print::pdf_answer(tally_document(pages, page, *asked, print::format_of(request, papers)),
                             file_name(request, *asked, ".pdf"));
}

http::Response tally_to_change(const Pages& pages, const http::Request& request) {
    const auto page = page_of_tally(request);
    const auto asked = asked_sheet(pages, page, request.query);
    if (!asked) return html::error_page(request, 404);
    return print::odt_answer(tally_document(pages, page, *asked, {}), file_name(request, *asked, ".odt"));
}

}  // namespace digilots::counts
