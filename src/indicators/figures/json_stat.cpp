#include "indicators/figures/json_stat.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>

#include "indicators/figures/kolada_answer.h"
#include "indicators/figures/places.h"
#include "platform/base/json.h"
#include "platform/base/text.h"
#include "platform/tables/number.h"

namespace digilots::indicators {

namespace {

using base::Json;

constexpr std::size_t most_cells = 2'000'000, most_cube_bytes = 64 * 1024 * 1024;

struct Dimension {
    enum class Kind { place, year, gender, contents, other } kind = Kind::other;
    std::string code;
    std::vector<std::string> codes, labels;              // by position
};

struct Cube {
    std::vector<Dimension> dimensions;                   // the last one varies fastest
    std::size_t size = 1;
};

[[noreturn]] void refuse_cube(const std::string& where, const std::string& reason) {
    throw SourceError(where + ": this is no table in JSON-stat 2.0: " + reason + ". Choose json-stat2 where it is fetched.");
}

bool has_role(const Json& json, std::string_view role, std::string_view code) {
    return std::ranges::any_of(json["role"][role].items(), [&](const Json& one) { return one.text() == code; });
}

Dimension::Kind kind_of_dimension(const Json& json, std::string_view code) {
    using enum Dimension::Kind;
    if (code == "Kjonn") return gender;
    if (code == "Tid" || has_role(json, "time", code)) return year;
    if (code == "ContentsCode" || has_role(json, "metric", code)) return contents;
    if (code == "Region" || code.starts_with("KOKkommuneregion") || has_role(json, "geo", code)) return place;
    return other;
}

Dimension read_dimension(const Json& json, const std::string& code, std::size_t size, const std::string& where) {
    Dimension made{kind_of_dimension(json, code), code, std::vector<std::string>(size), std::vector<std::string>(size)};
    const auto& category = json["dimension"][code]["category"];
    std::size_t number = 0;
    for (const auto& one : category["index"].items()) {
        if (number < size) made.codes[number++] = one.text();
    }
    for (const auto& [name, position] : category["index"].members()) {
        const auto at = position.as_integer().value_or(-1);
        if (at >= 0 && static_cast<std::size_t>(at) < size) made.codes[static_cast<std::size_t>(at)] = name;
    }
    if (size == 1 && made.codes[0].empty() && !category["label"].members().empty()) {
        made.codes[0] = category["label"].members()[0].first;   // a single category needs no index
    }
    for (std::size_t at = 0; at < size; ++at) {
        if (made.codes[at].empty()) refuse_cube(where, "the dimension " + code + " is not whole");
        const auto label = category["label"][made.codes[at]].text();
        made.labels[at] = label.empty() ? made.codes[at] : base::clean(label);
    }
    return made;
}

Cube read_cube(const Json& json, const std::string& where) {
    if (json["class"].text() != "dataset" || json["id"].items().empty()) refuse_cube(where, "it names no dimensions");
    const auto& ids = json["id"].items();
    const auto& sizes = json["size"].items();
    if (ids.size() != sizes.size()) refuse_cube(where, "ids and sizes differ in number");
    Cube cube;
    for (std::size_t at = 0; at < ids.size(); ++at) {
        const auto size = sizes[at].as_integer().value_or(0);
        if (size <= 0 || cube.size * static_cast<std::size_t>(size) > most_cells) refuse_cube(where, "it is empty or too large");
        cube.size *= static_cast<std::size_t>(size);
        cube.dimensions.push_back(read_dimension(json, std::string(ids[at].text()), static_cast<std::size_t>(size), where));
    }
    for (const auto kind : {Dimension::Kind::place, Dimension::Kind::year}) {
        const auto count = std::ranges::count(cube.dimensions, kind, &Dimension::kind);
        if (count != 1) refuse_cube(where, "it needs one dimension of places and one of years");
    }
    return cube;
}

/// Lists and, where most are missing, objects by position; one text stands for all of them.
const Json& at_position(const Json& list, std::size_t position) {
    static const Json nothing;
    if (list.is_string()) return list;
    if (list.is_array()) return position < list.items().size() ? list.items()[position] : nothing;
    const auto* found = list.find(std::to_string(position));
    return found ? *found : nothing;
}

/// Statistics Norway's signs: "." not applicable, ".." missing, "..." not yet, ":" secret, "-" nothing (zero).
Missing missing_of_sign(std::string_view sign, Delivery& delivery) {
    if (sign.empty() || sign == "..") return Missing::not_reported;
    if (sign == ".") return Missing::not_applicable;
    if (sign == "...") return Missing::not_published;
    if (sign == ":") return Missing::secret;
    ++delivery.unknown_statuses[base::cut(sign, 60)];
    return Missing::not_reported;
}

bool is_sign(std::string_view text) { return text == "." || text == ".." || text == "..." || text == ":" || text == "-"; }

/// A number, also one written as text; else the reason why there is none, in the status or in place of the number. Nothing
/// where it is something else: that says nothing about the figure.
std::optional<Cell> cell_at(const Json& json, std::size_t at, Delivery& delivery) {
    const auto& value = at_position(json["value"], at);
    const auto text = base::trim(value.text());
    Cell cell;
    const auto number = value.is_string() ? tables::read_number(text) : value.as_number();
    if (number && std::isfinite(*number)) {
        cell.value = *number;
        return cell;
    }
    if (!value.is_null() && !text.empty() && !is_sign(text)) return std::nullopt;
    if (!value.is_null() && !value.is_string()) return std::nullopt;
    const auto status = base::trim(at_position(json["status"], at).text());
    cell.reason = missing_of_sign(status.empty() ? text : status, delivery);
    return cell;
}

/// Where one is in the cube, and what that means.
struct Spot {
    std::optional<std::size_t> place;
    std::optional<int> year;
    Gender gender = Gender::total;
    std::string id, title;
};

Spot spot_of(const Cube& cube, std::size_t position, const std::string& table) {
    Spot spot;
    spot.id = "kostra:" + table;
    for (std::size_t back = cube.dimensions.size(); back-- > 0;) {
        const auto& dimension = cube.dimensions[back];
        const auto at = position % dimension.codes.size();
        position /= dimension.codes.size();
        const auto& code = dimension.codes[at];
        switch (dimension.kind) {
            case Dimension::Kind::place: spot.place = Places::of("NO").position_of_code(code); break;
            case Dimension::Kind::year: spot.year = year_of(code); break;
            case Dimension::Kind::gender:
                spot.gender = code == "1" ? Gender::men : code == "2" ? Gender::women : Gender::total;
                break;
            case Dimension::Kind::contents:
            case Dimension::Kind::other:
                spot.id += ":" + code;
                spot.title = dimension.labels[at] + (spot.title.empty() ? "" : ", " + spot.title);
                break;
        }
    }
    return spot;
}

std::string unit_of_label(std::string_view label) {
    const auto lower = base::lower(label);
    if (lower.find("prosent") != std::string::npos || lower.find("(%)") != std::string::npos) return "percent";
    if (lower.find("(antall)") != std::string::npos) return "number";
    return "";
}

void add_entry(Delivery& delivery, const Spot& spot, bool by_gender) {
    if (!delivery.catalogue.empty() && delivery.catalogue.back().id == spot.id) return;
    if (std::ranges::find(delivery.catalogue, spot.id, &CatalogueEntry::id) != delivery.catalogue.end()) return;
    CatalogueEntry entry;
    entry.id = spot.id;
    entry.title = entry.title_nb = spot.title.empty() ? spot.id : spot.title;
    entry.unit = unit_of_label(spot.title);
    entry.by_gender = by_gender;
    delivery.catalogue.push_back(std::move(entry));
}

}  // namespace

void read_json_stat(std::string_view text, const std::string& where, const std::string& table, Delivery& delivery) {
    if (base::trim(text.substr(0, 200)).starts_with("<")) {
        throw SourceError(where + ": this is a web page, not figures. Check the address or the file.");
    }
    const auto json = base::parse_json(text, {most_cube_bytes, 32});
    if (!json) throw SourceError(where + ": this is no whole JSON (" + json.error() + "). It may be cut off; fetch it again.");
    const auto cube = read_cube(*json, where);
    const auto& values = (*json)["value"];
    if (values.is_array() && values.items().size() != cube.size) refuse_cube(where, "it has not as many values as it says");
    const auto named = (*json)["extension"]["px"]["tableid"].text();
    const std::string name = named.empty() ? table : std::string(named);
    const bool by_gender = std::ranges::count(cube.dimensions, Dimension::Kind::gender, &Dimension::kind) > 0;
    for (std::size_t at = 0; at < cube.size; ++at) {
        const auto spot = spot_of(cube, at, name);
        ++delivery.rows;
        if (!spot.place) {
            ++delivery.left_out;
            continue;
        }
        if (!spot.year) {
            delivery.refuse(where, "the period is no year");
            continue;
        }
        auto cell = cell_at(*json, at, delivery);
        if (!cell) {
            delivery.refuse(where + ", cell " + std::to_string(at + 1), "the value is no number");
            continue;
        }
        cell->position = static_cast<std::uint32_t>(*spot.place);
        add_entry(delivery, spot, by_gender);
        delivery.figures[{spot.id, *spot.year, spot.gender}].push_back(*cell);
    }
}

}  // namespace digilots::indicators
