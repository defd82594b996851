// Sections as a document, as a spreadsheet, and as a report keeps them.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "goals/sections.h"
#include "platform/base/digits.h"
#include "platform/base/ensure.h"
#include "platform/base/exact.h"
#include "platform/base/json.h"
#include "platform/i18n/isolate.h"
#include "platform/tables/xlsx_writer.h"

namespace digilots::goals {

namespace {

using print::Heading, print::Paragraph;

void add_section(print::Document& document, const Section& section) {
    document.blocks.push_back({Heading{2, {section.title}}});
    for (const auto& sentence : section.sentences) document.blocks.push_back({Paragraph{{sentence}}});
    for (const auto& table : section.tables) {
        // What a table is about (currency, time, budget) is read on paper too.
        if (table.caption != section.title) document.blocks.push_back({Heading{3, {table.caption}}});
        print::Table printed{.caption = table.caption, .headers = {}, .rows = {}};
        for (const auto& header : table.headers) printed.headers.push_back({header});
        for (const auto& row : table.rows) {
            std::vector<print::Text> line;
            for (const auto& cell : row) line.push_back({cell});
            printed.rows.push_back(std::move(line));
        }
        document.blocks.push_back({std::move(printed)});
    }
    if (!section.comment.empty()) document.blocks.push_back({Paragraph{{section.comment}}});
}

void write_texts(base::JsonWriter& json, const char* name, const std::vector<std::string>& texts) {
    json.key(name).begin_array();
    for (const auto& text : texts) json.value(text);
    json.end_array();
}

std::vector<std::string> read_texts(const base::Json& json) {
    std::vector<std::string> texts;
    for (const auto& one : json.items()) texts.emplace_back(one.text());
    return texts;
}

/// "1,660,000.50" as English writes it, without its commas; a decimal comma, before one or two digits, stays.
std::string without_group_commas(std::string text) {
    constexpr std::size_t of_a_group = 3;
    for (auto comma = text.find(','); comma != std::string::npos; comma = text.find(',', comma + 1)) {
        const auto end = std::min(text.find_first_not_of("0123456789", comma + 1), text.size());
        if (end - comma - 1 == of_a_group) text.erase(comma, 1);
    }
    return text;
}

/// A number as one, in the cells beside the one that names the row. What is no number, or written like a phone number, is text.
tables::Cell sheet_cell(const SectionTable& table, std::size_t column, const std::string& text) {
    const bool is_written_out = text.starts_with('+') || (text.size() > 1 && text[0] == '0' && base::is_digit(text[1]));
    const auto number = column == 0 || is_written_out ? std::nullopt : base::read_exact(without_group_commas(text), 2);
    if (!number) return text;
    const bool is_money = std::ranges::find(table.money, column) != table.money.end();
    return is_money ? tables::Cell::money(*number) : tables::Cell::exact(*number, 2);
}

Section section_of_json(const base::Json& json) {
    Section section{.key = std::string(json["key"].text()), .title = std::string(json["title"].text())};
    section.sentences = read_texts(json["sentences"]);
    section.comment = json["comment"].text();
    section.is_missing = json["is_missing"].as_bool().value_or(false);
    for (const auto& one : json["tables"].items()) {
        SectionTable table{.caption = std::string(one["caption"].text()), .headers = read_texts(one["headers"])};
        for (const auto& row : one["rows"].items()) table.rows.push_back(read_texts(row));
        for (const auto& column : one["money"].items())
            if (const auto which = column.as_integer()) table.money.push_back(static_cast<std::size_t>(*which));
        section.tables.push_back(std::move(table));
    }
    return section;
}

}  // namespace

print::Document document_of(const Sheet& sheet, const http::Tenant& tenant, const i18n::Translator& words) {
    const auto& language = words.language();
    print::Document document;
    document.title = sheet.title;
    document.language = language.code == "sv-easy" ? "sv" : language.code;
    document.right_to_left = language.right_to_left;
    document.footer =
        i18n::isolated(tenant.name + (tenant.is_made_up ? " (" + words.t(TEXT("made up")) + ")" : ""), language);
    document.blocks.push_back({Heading{1, {sheet.title}}});
    document.blocks.push_back({Paragraph{{sheet.about}, print::Emphasis::lead}});
    for (const auto& section : sheet.sections) add_section(document, section);
    return document;
}

std::string sheets_of(const Sheet& sheet, const i18n::Translator& words) {
    tables::XlsxWriter sheets(words.t(TEXT("Report")));
    sheets.line({sheet.title, sheet.about});
    for (const auto& section : sheet.sections) {
        sheets.next_sheet(section.title);
        sheets.line({section.title});
        for (const auto& sentence : section.sentences) sheets.line({sentence});
        for (const auto& table : section.tables) {
            sheets.line({table.caption});
            sheets.line(tables::Row(table.headers.begin(), table.headers.end()));
            for (const auto& row : table.rows) {
                tables::Row cells;
                for (std::size_t at = 0; at < row.size(); ++at) cells.push_back(sheet_cell(table, at, row[at]));
                sheets.line(cells);
            }
        }
        if (!section.comment.empty()) sheets.line({section.comment});
    }
    return std::move(sheets).take();
}

std::string sheet_as_json(const Sheet& sheet) {
    base::JsonWriter json;
    json.begin_object().member("title", sheet.title).member("about", sheet.about).key("sections").begin_array();
    for (const auto& section : sheet.sections) {
        json.begin_object().member("key", section.key).member("title", section.title).member("comment", section.comment);
        json.member("is_missing", section.is_missing);
        write_texts(json, "sentences", section.sentences);
        json.key("tables").begin_array();
        for (const auto& table : section.tables) {
            json.begin_object().member("caption", table.caption);
            write_texts(json, "headers", table.headers);
            json.key("rows").begin_array();
            for (const auto& row : table.rows) {
                json.begin_array();
                for (const auto& cell : row) json.value(cell);
                json.end_array();
            }
            json.end_array().key("money").begin_array();
            for (const auto column : table.money) json.value(static_cast<std::int64_t>(column));
            json.end_array().end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().end_object();
    return std::move(json).take();
}

Sheet sheet_of_json(std::string_view text) {
    const auto json = base::parse_json(text);
    ENSURE(json.has_value());
    Sheet sheet{.title = std::string((*json)["title"].text()), .about = std::string((*json)["about"].text()), .sections = {}};
    for (const auto& one : (*json)["sections"].items()) sheet.sections.push_back(section_of_json(one));
    return sheet;
}

}  // namespace digilots::goals
