#include "indicators/figures/kolada_answer.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "indicators/figures/places.h"
#include "platform/base/digits.h"
#include "platform/base/json.h"
#include "platform/base/text.h"

namespace digilots::indicators {

namespace {

using base::Json;

constexpr std::size_t most_answer_bytes = 64 * 1024 * 1024;

bool is_digits(std::string_view text, std::size_t length) {
    return text.size() == length && base::is_digits(text);
}

std::string text_in(const Json& value) {
    if (value.is_string()) return std::string(value.text());
    if (const auto number = value.as_integer()) return std::to_string(*number);
    return "";
}

/// Version 3 says true and false, version 2 says 1 and 0.
bool flag_of(const Json& value) { return value.as_bool().value_or(value.as_integer().value_or(0) != 0); }

/// The catalogue writes line breaks as a backslash and an n.
std::string plain(std::string_view text) {
    std::string found(text);
    for (auto at = found.find("\\n"); at != std::string::npos; at = found.find("\\n", at)) found.replace(at, 2, "\n");
    return base::clean(found);
}

void take_indicator(const Json& row, const std::string& where, Delivery& delivery) {
    CatalogueEntry entry;
    entry.id = row["id"].text();
    entry.title = plain(row["title"].text());
    if (entry.id.empty() || entry.title.empty() || entry.id.size() > 40) {
        return delivery.refuse(where, "an indicator without id or title");
    }
    entry.definition = plain(row["description"].text());
    entry.unit = unit_of_title(entry.title);
    entry.operating_area = row["operating_area"].text();
    entry.by_gender = flag_of(row["is_divided_by_gender"]);
    entry.retired = is_retired_title(entry.title);
    delivery.catalogue.push_back(std::move(entry));
}

void take_group(const Json& row, const std::string& where, Delivery& delivery) {
    GroupEntry group{std::string(row["id"].text()), plain(row["title"].text()), {}};
    if (group.id.empty() || group.title.empty()) return delivery.refuse(where, "a group without id or title");
    for (const auto& member : row["members"].items()) {
        const auto id = member["member_id"].text();
        if (Places::of("SE").position(id)) group.members.emplace_back(id);
    }
    if (group.members.empty()) {
        ++delivery.left_out;           // of regions
    } else {
        delivery.groups.push_back(std::move(group));
    }
}

/// What one gender of a data row says; nothing where the row cannot be used.
std::optional<Cell> cell_of(const Json& value, Delivery& delivery) {
    Cell cell;
    if (flag_of(value["isdeleted"])) {
        cell.withdrawn = true;
        return cell;
    }
    const auto& number = value["value"];
    if (const auto found = number.as_number(); found && std::isfinite(*found)) {
        cell.value = *found;
        return cell;
    }
    if (!number.is_null()) return std::nullopt;
    const auto status = value["status"].text();
    const auto reason = missing_of_status(status);
    if (!reason) ++delivery.unknown_statuses[base::cut(status, 60)];
    cell.reason = reason.value_or(Missing::not_reported);
    return cell;
}

/// Each of its genders is a figure and counts as a row.
void take_data(const Json& row, std::uint32_t number, const std::string& where, Delivery& delivery) {
    const auto count = std::max<std::int64_t>(1, static_cast<std::int64_t>(row["values"].items().size()));
    delivery.rows += count - 1;
    const auto refuse_all = [&](const std::string& reason) {
        delivery.refuse(where, reason);
        delivery.refused += count - 1;
    };
    const auto indicator = row["kpi"].text();
    const auto place = text_in(row["municipality"]);
    const auto year = year_of(text_in(row["period"]));
    if (!row.find("municipality")) {
        delivery.left_out += count;    // of units
        return;
    }
    const auto position = Places::of("SE").position(place);
    if (!position && is_other_place(place)) {
        delivery.left_out += count;
        return;
    }
    if (indicator.empty() || indicator.size() > 40) return refuse_all("no indicator is named");
    if (!position) {
        delivery.unknown_places[base::cut(place, 20)] += count;
        return refuse_all("there is no municipality " + base::cut(place, 20));
    }
    if (!year) return refuse_all("the period is no year");
    for (const auto& value : row["values"].items()) {
        const auto gender = gender_of(value["gender"].text());
        auto cell = gender ? cell_of(value, delivery) : std::nullopt;
        if (!cell) {
            delivery.refuse(where, gender ? "the value is no number" : "the gender is none of T, K, M");
            continue;
        }
        cell->position = static_cast<std::uint32_t>(*position);
        cell->row = number;
        delivery.figures[{std::string(indicator), *year, *gender}].push_back(*cell);
    }
}

void take_row(const Json& row, std::uint32_t number, const std::string& where, Delivery& delivery) {
    ++delivery.rows;
    if (row.find("values")) return take_data(row, number, where, delivery);
    if (row.find("members")) return take_group(row, where, delivery);
    if (row.find("is_divided_by_gender")) return take_indicator(row, where, delivery);
    const bool is_place = row.find("title") && row.find("type");
    if (!is_place) return delivery.refuse(where, "neither figures, an indicator, a group nor a place");
    ++delivery.left_out;               // the program has its own list of municipalities
}

}  // namespace

KoladaPage read_kolada_answer(std::string_view text, const std::string& where, Delivery& delivery) {
    const auto begin = base::trim(text.substr(0, 200));
    if (begin.starts_with("<")) throw SourceError(where + ": this is a web page, not figures. Check the address or the file.");
    const auto json = base::parse_json(text, {most_answer_bytes, 32});
    if (!json) throw SourceError(where + ": this is no whole JSON (" + json.error() + "). It may be cut off; fetch it again.");
    const auto* values = json->find("values");
    if (!values || !values->is_array()) throw SourceError(where + ": there is no list \"values\" as Kolada's answers have.");
    std::uint32_t number = 0;
    for (const auto& row : values->items()) {
        ++number;
        take_row(row, number, where + ", row " + std::to_string(number), delivery);
    }
    const auto* next = json->find("next_url") ? json->find("next_url") : json->find("next_page");
    return {next ? std::string(next->text()) : "", values->items().size()};
}

std::optional<Missing> missing_of_status(std::string_view status) {
    const auto word = base::lower(base::trim(status));
    if (word.empty() || word == "missing" || word == "not reported") return Missing::not_reported;
    if (word == "not applicable") return Missing::not_applicable;
    if (word == "secret" || word == "private" || word == "confidential") return Missing::secret;
    if (word == "not published" || word == "unpublished") return Missing::not_published;
    return std::nullopt;
}

bool is_retired_title(std::string_view title) {
    const auto end = base::trim(title);
    if (end.size() <= 7 || !end.ends_with(')')) return false;
    return end.substr(end.size() - 7, 2) == "(-" && is_digits(end.substr(end.size() - 5, 4), 4);
}

std::string unit_of_title(std::string_view title) {
    if (title.find("(%)") != std::string_view::npos) return "percent";
    if (title.ends_with(", antal") || title.find(", antal (") != std::string_view::npos) return "number";
    return "";
}

bool is_other_place(std::string_view id) {
    if (id.starts_with('G') || id.starts_with('V')) return true;
    return is_digits(id, 4) && id.starts_with("00");
}

std::optional<int> year_of(std::string_view text) {
    int year = 0;
    const auto trimmed = base::trim(text);
    const auto [end, error] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), year);
    if (error != std::errc{} || end != trimmed.data() + trimmed.size() || year < 1900 || year > 2100) return std::nullopt;
    return year;
}

void Delivery::refuse(std::string where, std::string reason) {
    constexpr std::size_t most_told = 50;
    ++refused;
    if (refusals.size() < most_told) refusals.push_back({std::move(where), std::move(reason)});
}

}  // namespace digilots::indicators
