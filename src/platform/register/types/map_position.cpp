#include <algorithm>
#include <cmath>

#include "platform/base/degrees.h"
#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_degrees = 40;
constexpr std::string_view is_right = "point_is_right", approximate = "approximate_position";
constexpr i18n::Text no_latitude = TEXT("Write degrees from −90 to 90, such as 62.3908");
constexpr i18n::Text no_longitude = TEXT("Write degrees from −180 to 180, such as 17.3069");
constexpr i18n::Text only_one = TEXT("Write both latitude and longitude, or leave both empty");
constexpr i18n::Text off_africa =
    TEXT("0 and 0 is a point in the sea off Africa. Write where the place is, or leave both empty");

/// Two columns, and whether they are only about right: a point that somebody guessed is confirmed by a tick.
class MapPositionType final : public FieldType {
public:
    std::vector<Column> columns(const Field&) const override {
        return {{"latitude", Storage::real}, {"longitude", Storage::real}, {std::string(approximate), Storage::whole}};
    }
    std::vector<std::string> inputs(const Field&) const override {
        return {"latitude", "longitude", std::string(is_right)};
    }
    std::vector<std::string> cells(const Field&) const override { return {"latitude", "longitude"}; }
    std::string table_heading(const Field&, std::size_t input, const Surroundings& around) const override {
        return around.t(input == 0 ? TEXT("Latitude") : TEXT("Longitude"));
    }

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        const auto so_far = problems.size();
        const auto latitude = degrees(field, "latitude", 90, no_latitude, draft, problems);
        const auto longitude = degrees(field, "longitude", 180, no_longitude, draft, problems);
        if (problems.size() == so_far) check(latitude, longitude, problems);
        const bool has_moved = into.number("latitude") != latitude || into.number("longitude") != longitude;
        const bool is_said = latitude && !typed(draft, is_right).empty();
        const bool stays = !has_moved && !is_said && into.flag(approximate);
        into.columns["latitude"] = db::to_value(latitude);
        into.columns["longitude"] = db::to_value(longitude);
        into.columns[std::string(approximate)] = std::int64_t{stays};
    }
    void write(const Field&, const Record& record, const Surroundings&, Draft& into) const override {
        into["latitude"] = {record.as_text("latitude")};
        into["longitude"] = {record.as_text("longitude")};
    }
    std::vector<FormPart> form(const Field&, const Draft& draft, const Surroundings& around) const override {
        std::vector<FormPart> parts{line("latitude", TEXT("Latitude"), TEXT("Such as 62.3908"), draft, around),
                                    line("longitude", TEXT("Longitude"), TEXT("Such as 17.3069"), draft, around)};
        const bool is_asked = around.record && around.record->flag(approximate) && around.record->number("latitude");
        if (!is_asked) return parts;
        html::components::Field box{.name = std::string(is_right), .label = around.t(TEXT("The point on the map is right"))};
        box.hint = around.t(TEXT("So far it is approximate. Look at it on the map first, or write a better one above."));
        box.checked = !typed(draft, is_right).empty();
        parts.push_back({Control::box, std::move(box)});
        return parts;
    }
    Shown show(const Field&, const Record& record, const Surroundings& around) const override {
        if (!record.number("latitude")) return {};
        auto text = record.as_text("latitude") + ", " + record.as_text("longitude");
        if (record.flag(approximate)) text += " (" + around.t(TEXT("approximate")) + ")";
        return {{std::move(text)}};
    }
    void json(const Field&, const Record& record, base::JsonWriter& out) const override {
        out.member("latitude", record.number("latitude")).member("longitude", record.number("longitude"));
    }

private:
    static FormPart line(const char* name, i18n::Text label, i18n::Text hint, const Draft& draft, const Surroundings& around) {
        html::components::Field control{.name = name, .label = around.t(label), .value = std::string(typed(draft, name))};
        control.hint = around.t(hint);
        control.autocomplete = "off";
        control.optional = true;
        return {Control::line, std::move(control)};
    }
    /// A decimal comma becomes a point.
    static std::optional<double> degrees(const Field& field, const char* input, double limit, i18n::Text wrong,
                                         const Draft& draft, Problems& problems) {
        auto text = read_line(field, input, draft, longest_degrees, problems);
        std::ranges::replace(text, ',', '.');
        if (text.empty()) return std::nullopt;
        const auto number = base::degrees_within(text, limit);
        if (!number) problems.push_back({input, wrong});
        return number;
    }
    /// A point has both; 0, 0 is what other programs write where they know none.
    static void check(std::optional<double> latitude, std::optional<double> longitude, Problems& problems) {
        if (latitude.has_value() != longitude.has_value()) {
            problems.push_back({latitude ? "longitude" : "latitude", only_one});
        } else if (latitude && *latitude == 0 && *longitude == 0) {
            problems.push_back({"latitude", off_africa});
        }
    }
};

}  // namespace

Field map_position(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<MapPositionType>()};
}

}  // namespace digilots::register_
