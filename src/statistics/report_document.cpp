// The report on paper and in a spreadsheet.
#include <algorithm>

#include "platform/i18n/isolate.h"
#include "platform/print/pencil.h"
#include "platform/tables/xlsx_writer.h"
#include "statistics/report.h"

namespace digilots::statistics {

namespace {

using print::Block, print::Heading, print::Paragraph, print::Text;

constexpr std::size_t most_lines_on_paper = 25;
constexpr double width_of_drawing = 400;

/// Bars beneath each other, filled for the year, framed with lines inside for the year before: told apart in black and white.
class MonthBars {
public:
    static constexpr double extent = 200;

    MonthBars(std::vector<ReportMonth> months, std::string now, std::string before, const i18n::Translator& words)
        : months_(std::move(months)), now_(std::move(now)), before_(std::move(before)), words_(&words) {
        for (const auto& month : months_)
            for (const auto& number : {month.now, month.before}) most_ = std::max(most_, number.value_or(0));
        row_ = (2 * extent - top) / static_cast<double>(std::max<std::size_t>(months_.size(), 1));
        bar_ = std::min(row_ * 0.38, 14.0);
    }

    void draw(print::Pencil& pencil) const {
        double y = -extent + 10;
        bar(pencil, -extent + left, y - bar_ / 2, 24, true);
        pencil.letters(now_, -extent + left + 50, y, 0, {10, true}, ink);
        bar(pencil, -extent + left + 110, y - bar_ / 2, 24, false);
        pencil.letters(before_, -extent + left + 160, y, 0, {10, true}, ink);
        y = -extent + top;
        for (const auto& month : months_) {
            pencil.letters(month.label, -extent + left / 2, y + row_ / 2, 0, {9.5, false}, ink);
            one(pencil, month.now, y + row_ / 2 - bar_ - 0.5, true);
            one(pencil, month.before, y + row_ / 2 + 0.5, false);
            y += row_;
        }
        pencil.line(-extent + left, -extent + top, -extent + left, extent, {ink, 0.8});
    }

private:
    static constexpr double left = 96, top = 28, right = 44;
    static constexpr std::string_view ink = "#1a1a1a";

    void one(print::Pencil& pencil, const std::optional<double>& number, double y, bool is_now) const {
        const double from = -extent + left, room = 2 * extent - left - right;
        const double length = number ? *number / most_ * room : 0;
        if (length > 0) bar(pencil, from, y, length, is_now);
        const auto text = number ? words_->number(*number) : std::string("–");
        pencil.letters(text, from + length + 6 + 3.0 * static_cast<double>(text.size() > 3 ? 4 : text.size()), y + bar_ / 2, 0,
                       {std::min(9.0, bar_), false}, ink);
    }
    void bar(print::Pencil& pencil, double x, double y, double length, bool is_now) const {
        pencil.rectangle(x, y, length, bar_, ink);
        if (is_now) return;
        constexpr double edge = 0.9, between = 5;
        if (length <= 2 * edge) return;
        pencil.rectangle(x + edge, y + edge, length - 2 * edge, bar_ - 2 * edge, "#ffffff");
        for (double at = x + between; at < x + length - edge; at += between)
            pencil.line(at, y + bar_ - edge, std::min(at + between - 1.5, x + length - edge), y + edge, {ink, 0.6});
    }

    std::vector<ReportMonth> months_;
    std::string now_, before_;
    const i18n::Translator* words_;
    double most_ = 1, row_ = 0, bar_ = 0;
};

print::Picture picture_of(const YearReport& report, const ReportSection& section, const i18n::Translator& words) {
    const auto bars =
        std::make_shared<const MonthBars>(section.months, report.now, report.before, words);
    return {words.t(TEXT("Bars: inquiries of each month, filled in {now}, lined in {before}. The table below says the same."),
                    {{"now", report.now}, {"before", report.before}}),
            print::Drawing{[bars](print::Pencil& pencil) { bars->draw(pencil); }, MonthBars::extent}, width_of_drawing};
}

/// Columns in which a number stands anywhere, and beside numbers nothing but what is not known.
std::vector<bool> columns_of_numbers(const ReportTable& table) {
    std::vector<bool> numeric(table.headers.size(), false);
    for (std::size_t column = 1; column < numeric.size(); ++column) {
        const auto is_number = [&](const auto& row) { return row[column].number.has_value(); };
        const auto may_stand = [&](const auto& row) { return is_number(row) || row[column].text == "–"; };
        numeric[column] = std::ranges::any_of(table.rows, is_number) && std::ranges::all_of(table.rows, may_stand);
    }
    return numeric;
}

void add_table(std::vector<Block>& blocks, const ReportTable& table, const i18n::Translator& words) {
    blocks.push_back({Heading{3, {table.caption}}});
    print::Table printed{.caption = table.caption, .headers = {}, .rows = {}};
    for (const auto& header : table.headers) printed.headers.push_back({header});
    for (const auto& row : table.rows) {
        if (!table.is_whole_on_paper && printed.rows.size() == most_lines_on_paper) break;
        std::vector<Text> line;
        for (const auto& cell : row) line.push_back({cell.text});
        printed.rows.push_back(std::move(line));
    }
    printed.numeric = columns_of_numbers(table);
    const auto left_out = std::ssize(table.rows) - std::ssize(printed.rows);
    blocks.push_back({std::move(printed)});
    if (left_out > 0)
        blocks.push_back({Paragraph{{words.tn("{n} further row stands in the spreadsheet.",
                                              "{n} further rows stand in the spreadsheet.", left_out)},
                                    print::Emphasis::small}});
}

/// One sentence is a paragraph, several are a list where they stand alone.
void add_section(std::vector<Block>& blocks, const ReportSection& section, const i18n::Translator& words) {
    if (section.sentences.size() == 1) blocks.push_back({Paragraph{{section.sentences.front()}}});
    if (section.sentences.size() > 1) {
        print::List list;
        for (const auto& sentence : section.sentences) list.items.push_back({{sentence}});
        blocks.push_back({std::move(list)});
    }
    for (const auto& table : section.tables) add_table(blocks, table, words);
    for (const auto& note : section.notes) blocks.push_back({Paragraph{{note}, print::Emphasis::small}});
}

print::Document begun(const YearReport& report, const http::Tenant& tenant, const i18n::Translator& words) {
    const auto& language = words.language();
    print::Document document;
    document.title = report.title;
    document.language = language.code == "sv-easy" ? "sv" : language.code;
    document.right_to_left = language.right_to_left;
    document.footer = i18n::isolated(tenant.name + (tenant.is_made_up ? " (" + words.t("made up") + ")" : ""), language);
    return document;
}

void begin_with_title(print::Document& document, const YearReport& report, const i18n::Translator& words) {
    document.blocks.push_back({Heading{1, {report.title}}});
    document.blocks.push_back({Paragraph{{report.about}, print::Emphasis::lead}});
    document.blocks.push_back(
        {Paragraph{{words.t(TEXT("Beside each number of {now} stands that of the same days of {before}."),
                            {{"now", report.now}, {"before", report.before}})}}});
}

bool is_drawn(const ReportSection& section) { return !section.months.empty(); }

/// A drawing on a page has a table of its numbers: they do not stand there twice.
ReportSection without_drawn_columns(ReportSection section) {
    constexpr std::size_t month = 1, drawn = 2;
    const auto cut = [](auto& cells) { cells.erase(cells.begin() + month, cells.begin() + month + drawn); };
    auto& table = section.tables.front();
    cut(table.headers);
    for (auto& row : table.rows) cut(row);
    if (table.headers.size() == month) section.tables.clear();
    else table.caption = table.headers.back();
    return section;
}

}  // namespace

print::Document report_document(const YearReport& report, const http::Tenant& tenant, const i18n::Translator& translator) {
    auto document = begun(report, tenant, translator);
    begin_with_title(document, report, translator);
    for (const auto& section : report.sections) {
        document.blocks.push_back({Heading{2, {section.title}}});
        if (is_drawn(section)) document.blocks.push_back({picture_of(report, section, translator)});
        add_section(document.blocks, section, translator);
    }
    return document;
}

ReportParts report_parts(const YearReport& report, const http::Tenant& tenant, const i18n::Translator& translator) {
    ReportParts parts{begun(report, tenant, translator), begun(report, tenant, translator)};
    begin_with_title(parts.before, report, translator);
    auto* into = &parts.before;
    for (const auto& section : report.sections) {
        into->blocks.push_back({Heading{2, {section.title}}});
        if (is_drawn(section)) into = &parts.after;
        add_section(into->blocks, is_drawn(section) ? without_drawn_columns(section) : section, translator);
    }
    return parts;
}

std::string report_sheets(const YearReport& report, const i18n::Translator& translator) {
    tables::XlsxWriter sheets(translator.t(TEXT("Report")));
    sheets.line({report.title, report.about});
    for (const auto& section : report.sections) {
        if (&section != &report.sections.front()) {
            sheets.next_sheet(section.title);
            sheets.line({section.title, report.about});
        }
        for (const auto& sentence : section.sentences) sheets.line({sentence});
        for (const auto& table : section.tables) {
            sheets.line({table.caption});
            tables::Row head;
            for (const auto& header : table.headers) head.emplace_back(header);
            sheets.line(head);
            for (const auto& row : table.rows) {
                tables::Row line;
                for (const auto& cell : row) {
                    if (cell.number) line.emplace_back(cell.number);
                    else line.emplace_back(cell.text);
                }
                sheets.line(line);
            }
        }
        for (const auto& note : section.notes) sheets.line({note});
    }
    return std::move(sheets).take();
}

}  // namespace digilots::statistics
