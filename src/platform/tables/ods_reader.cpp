#include <algorithm>
#include <charconv>
#include <optional>

#include "platform/base/text.h"
#include "platform/tables/row_sink.h"
#include "platform/tables/spreadsheet.h"
#include "platform/tables/xml_part.h"

namespace digilots::tables {

namespace {

constexpr std::size_t most_sheet_names_told = 200;
constexpr std::string_view office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0|",
                           table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0|",
                           text_space = "urn:oasis:names:tc:opendocument:xmlns:text:1.0|",
                           drawing = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0|",
                           further = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0|";

std::string named(std::string_view space, std::string_view name) {
    return std::string(space) + std::string(name);
}

std::int64_t count_of(std::string_view text) {
    std::int64_t number = 1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::max<std::int64_t>(number, 1);
}

/// "PT08H30M00S"
std::string time_text(std::string_view duration) {
    int hours = 0, minutes = 0;
    const auto hour = duration.find("PT"), minute = duration.find('H');
    if (hour != 0 || minute == std::string_view::npos) return std::string(duration);
    std::from_chars(duration.data() + 2, duration.data() + minute, hours);
    std::from_chars(duration.data() + minute + 1, duration.data() + duration.size(), minutes);
    return (hours < 10 ? "0" : "") + std::to_string(hours) + (minutes < 10 ? ":0" : ":") +
           std::to_string(minutes);
}

/// "2026-11-27T08:30:00"
std::string day_text_of(std::string_view value) {
    const auto at = value.find('T');
    if (at == std::string_view::npos || value.substr(at).starts_with("T00:00"))
        return std::string(value.substr(0, at));
    return std::string(value.substr(0, at)) + " " + std::string(value.substr(at + 1, 5));
}

class ContentReader final : public XmlListener {
public:
    explicit ContentReader(RowSink& sink) : sink_(sink), said_(sink.limits().cell_bytes) {}

    bool is_spreadsheet = false;
    std::string other_sheets;

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        // Comments, drawings and what once was in cells say nothing of them.
        if (skipped_ > 0 || name.starts_with(drawing) || is(name, office, "annotation") ||
            is(name, table, "shapes") || is(name, table, "tracked-changes")) {
            ++skipped_;
        } else if (is(name, office, "spreadsheet")) {
            is_spreadsheet = true;
        } else if (is(name, table, "table")) {
            if (++sheets_ > 1 && other_sheets.size() < most_sheet_names_told)
                other_sheets +=
                    (other_sheets.empty() ? "" : ", ") + std::string(attributes.value(sheet_name_));
        } else if (sheets_ > 1) {
            // Only the first sheet is read; of the others the names.
        } else if (is(name, table, "table-row")) {
            times_ = count_of(attributes.value(row_times_));
            column_ = 0;
            sink_.begin_row(row_ + 1);
        } else if (is(name, table, "table-cell") || is(name, table, "covered-table-cell")) {
            begin_cell(attributes);
        } else if (name.starts_with(text_space)) {
            begin_text(name.substr(text_space.size()), attributes);
        }
    }
    void end(std::string_view name) override {
        if (skipped_ > 0) {
            --skipped_;
        } else if (sheets_ > 1) {
            // As above.
        } else if (is(name, table, "table-row")) {
            sink_.end_row();
            if (times_ > 1) sink_.repeat_row(times_ - 1);
            row_ += times_;
        } else if (is(name, table, "table-cell") || is(name, table, "covered-table-cell")) {
            end_cell();
        } else if (is(name, text_space, "p")) {
            --paragraph_depth_;
        }
    }
    void text(std::string_view some) override {
        if (skipped_ == 0 && paragraph_depth_ > 0) said_.add(some);
    }

private:
    static bool is(std::string_view name, std::string_view space, std::string_view local) {
        return name.size() == space.size() + local.size() && name.starts_with(space) && name.ends_with(local);
    }

    void begin_cell(const XmlAttributes& attributes) {
        said_.clear();
        paragraphs_ = 0;
        paragraph_depth_ = 0;
        columns_ = count_of(attributes.value(column_times_));
        type_ = attributes.value(value_type_);
        value_.clear();
        if (type_ == "float" || type_ == "currency" || type_ == "percentage")
            value_ = attributes.value(value_name_);
        if (type_ == "date") value_ = attributes.value(date_name_);
        if (type_ == "time") value_ = attributes.value(time_name_);
        if (type_ == "boolean") value_ = attributes.value(boolean_name_) == "true" ? "1" : "0";
        has_string_value_ = type_ == "string" && attributes.has(string_name_);
        if (has_string_value_) value_ = attributes.value(string_name_);
        is_error_ = attributes.value(error_type_) == "error";
        has_formula_ = attributes.has(formula_name_);
    }

    void begin_text(std::string_view name, const XmlAttributes& attributes) {
        if (name == "p") {
            if (paragraphs_++ > 0) said_.add("\n");
            ++paragraph_depth_;
        } else if (name == "line-break") {
            said_.add("\n");
        } else if (name == "tab") {
            said_.add("\t");
        } else if (name == "s") {
            const auto spaces = std::min<std::int64_t>(count_of(attributes.value(spaces_name_)), 1000);
            said_.add(std::string(static_cast<std::size_t>(spaces), ' '));
        }
    }

    void end_cell() {
        auto fault = CellFault::none;
        const auto said = text_of_cell();
        if (said_.is_too_long()) fault = CellFault::too_long;
        if (is_error_) fault = CellFault::error;
        if (type_.empty() && has_formula_) fault = CellFault::not_computed;
        const bool says_something = !said.empty() || fault != CellFault::none;
        for (std::int64_t i = 0; says_something && i < columns_; ++i)
            sink_.cell(static_cast<std::size_t>(column_ + i), said, fault);
        column_ += columns_;
    }

    std::string text_of_cell() const {
        if (type_ == "date") return day_text_of(value_);
        if (type_ == "time") return time_text(value_);
        if (type_ == "boolean" || has_string_value_) return value_;
        if (type_ == "float" || type_ == "currency" || type_ == "percentage") {
            double number = 0;
            if (std::from_chars(value_.data(), value_.data() + value_.size(), number).ec != std::errc())
                return value_;
            return type_ == "percentage" ? cell_number(number * 100) + "%" : cell_number(number);
        }
        return said_.text();
    }

    RowSink& sink_;
    CellText said_;
    std::string type_, value_;
    std::int64_t row_ = 0, times_ = 1, column_ = 0, columns_ = 1;
    int sheets_ = 0, skipped_ = 0, paragraphs_ = 0, paragraph_depth_ = 0;
    bool has_string_value_ = false, is_error_ = false, has_formula_ = false;

    const std::string sheet_name_ = named(table, "name"), row_times_ = named(table, "number-rows-repeated"),
                      column_times_ = named(table, "number-columns-repeated"),
                      formula_name_ = named(table, "formula"), value_type_ = named(office, "value-type"),
                      value_name_ = named(office, "value"), date_name_ = named(office, "date-value"),
                      time_name_ = named(office, "time-value"),
                      boolean_name_ = named(office, "boolean-value"),
                      string_name_ = named(office, "string-value"),
                      error_type_ = named(further, "value-type"), spaces_name_ = named(text_space, "c");
};

}  // namespace

bool read_ods(const ZipFile& file, RowSink& sink) {
    const auto* entry = file.find("content.xml");
    if (!entry) return false;
    const auto* manifest = file.find("META-INF/manifest.xml");
    if (manifest && unpacked(file, *manifest, 1 << 20).find("encryption-data") != std::string::npos)
        throw TableFault{TableFault::Kind::old_or_locked};
    ContentReader reader(sink);
    read_xml(file, *entry, reader);
    if (!reader.is_spreadsheet) return false;
    if (sink.is_empty() && !reader.other_sheets.empty())
        throw TableFault{TableFault::Kind::first_sheet_empty,
                         base::cut(reader.other_sheets, most_sheet_names_told)};
    return true;
}

}  // namespace digilots::tables
