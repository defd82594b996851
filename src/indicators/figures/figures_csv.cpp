#include "indicators/figures/figures_csv.h"

#include <algorithm>
#include <array>

#include "indicators/figures/column.h"
#include "indicators/figures/contradictions.h"
#include "indicators/figures/kolada_answer.h"
#include "platform/base/text.h"
#include "platform/tables/csv_reader.h"
#include "platform/tables/encoding.h"
#include "platform/tables/number.h"

namespace digilots::indicators {

namespace {

using Record = std::vector<std::string>;

struct Header {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t indicator = none, place = none, year = none, gender = none, value = none, status = none, width = 0;
};

std::size_t column_of(const Record& header, std::initializer_list<std::string_view> names) {
    for (std::size_t at = 0; at < header.size(); ++at) {
        const auto name = base::lower(base::trim(header[at]));
        if (std::ranges::find(names, name) != names.end()) return at;
    }
    return Header::none;
}

Header read_header(const std::string& file, const Record& record) {
    Header header;
    header.indicator = column_of(record, {"kpi", "indicator", "nyckeltal"});
    header.place = column_of(record, {"municipality", "kommun"});
    header.year = column_of(record, {"period", "year", "år"});
    header.gender = column_of(record, {"gender", "kön"});
    header.value = column_of(record, {"value", "värde"});
    header.status = column_of(record, {"status"});
    header.width = record.size();
    for (const auto needed : {header.indicator, header.place, header.year, header.gender, header.value}) {
        if (needed == Header::none) {
            throw SourceError(file + ": the first line must name the columns kpi, municipality, period, gender and value "
                                     "(and maybe status), with commas, semicolons or tabs between them.");
        }
    }
    return header;
}

/// Spreadsheets take the zero at the beginning of "0114" away.
std::string code_of(std::string_view place) {
    const bool lacks_zero = place.size() == 3 && std::ranges::all_of(place, [](char c) { return c >= '0' && c <= '9'; });
    return (lacks_zero ? "0" : "") + std::string(place);
}

/// "" where the row was taken, else what is wrong with it.
std::string take_row(const Record& record, std::uint32_t row, const Header& header, const Source& source, Delivery& delivery) {
    if (record.size() != header.width) {
        return "it has " + std::to_string(record.size()) + " columns, the header has " + std::to_string(header.width);
    }
    const auto place = code_of(base::trim(record[header.place]));
    const auto indicator = base::trim(record[header.indicator]);
    if (indicator.empty() || indicator.size() > 80) return "no indicator is named";
    const auto position = Places::of(source.country()).position_of_code(place);
    if (!position) {
        if (!is_other_place(place)) {
            ++delivery.unknown_places[base::cut(place, 20)];
            return "there is no municipality " + base::cut(place, 20);
        }
        ++delivery.left_out;
        return "";
    }
    const auto year = year_of(record[header.year]);
    if (!year) return "the period is no year";
    const auto gender = gender_of(base::trim(record[header.gender]));
    if (!gender) return "the gender is none of T, K, M";
    Cell cell;
    cell.position = static_cast<std::uint32_t>(*position);
    cell.row = row;
    const auto text = base::trim(record[header.value]);
    if (const auto value = tables::read_number(text)) {
        cell.value = *value;
    } else if (!text.empty()) {
        return "the value is no number";
    } else {
        const auto status = header.status == Header::none ? std::string() : record[header.status];
        const auto reason = missing_of_status(status);
        if (!reason) ++delivery.unknown_statuses[base::cut(status, 60)];
        cell.reason = reason.value_or(Missing::not_reported);
    }
    delivery.figures[{std::string(indicator), *year, *gender}].push_back(cell);
    return "";
}

bool ends_line(std::string_view text) { return text.ends_with('\n') || text.ends_with('\r'); }

}  // namespace

Delivery read_figures_csv(const std::string& file, std::string_view content, const Source& source) {
    if (const auto line = tables::line_of_other_letters(content))
        throw SourceError(file + ":" + std::to_string(line) + ": this line is saved with other letters (Windows) than the rest "
                          "(UTF-8). Save all of it as CSV in UTF-8 and try again.");
    const auto text = tables::as_utf8(content);
    if (!text) throw SourceError(file + ": this is no text. Save it as CSV in UTF-8 and try again.");
    tables::CsvReader reader(*text);
    const auto first = reader.next();
    if (!first) throw SourceError(file + ": the file is empty.");
    const auto header = read_header(file, *first);
    Delivery delivery;
    std::size_t last_width = header.width;
    while (const auto record = reader.next()) {
        ++delivery.rows;
        last_width = record->size();
        const auto wrong = take_row(*record, static_cast<std::uint32_t>(reader.line()), header, source, delivery);
        if (!wrong.empty()) delivery.refuse(file + ":" + std::to_string(reader.line()), wrong);
    }
    if (reader.is_cut_off() || (last_width != header.width && !ends_line(*text))) {
        throw SourceError(file + ": the last line is cut off. Fetch the file again; nothing was taken from it.");
    }
    refuse_contradictions(delivery, file + ":");
    if (delivery.refused * 2 > delivery.rows) {
        throw SourceError(file + ": " + std::to_string(delivery.refused) + " of " + std::to_string(delivery.rows) +
                          " rows cannot be used, the first at " + delivery.refusals.front().where + ": " +
                          delivery.refusals.front().reason + ". Nothing was taken from it.");
    }
    return delivery;
}

}  // namespace digilots::indicators
