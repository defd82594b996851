#include <array>
#include <cmath>
#include <cstdlib>

#include "platform/base/plain.h"
#include "platform/base/text.h"
#include "platform/register/types.h"
#include "platform/tables/number.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_point = 80;
constexpr std::int64_t of_a_degree = 1'000'000;  // a tenth of a metre
constexpr i18n::Text no_point = TEXT("Write latitude and longitude, such as 62.39, 17.31.");

std::string latitude_of(std::string_view name) { return std::string(name) + "_latitude"; }
std::string longitude_of(std::string_view name) { return std::string(name) + "_longitude"; }

/// "62.39, 17.31", "62,39 17,31", "62,39; 17,31", "62.39° N, 17.31° E".
std::optional<Point> point_in(std::string line) {
    for (const std::string_view sign : {"°", "N", "n", "E", "e", "Ö", "ö", "Ø", "ø"})
        for (auto at = line.find(sign); at != std::string::npos; at = line.find(sign, at)) line.erase(at, sign.size());
    line = base::plain(line);
    for (const std::string_view between : {";", ", ", " ", ","}) {
        const auto at = line.find(between);
        if (at == std::string::npos) continue;
        const std::string first(base::trim(std::string_view(line).substr(0, at)));
        const std::string last(base::trim(std::string_view(line).substr(at + between.size())));
        const auto latitude = tables::read_number(first), longitude = tables::read_number(last);
        if (!latitude || !longitude) continue;
        if (std::abs(*latitude) > 90 || std::abs(*longitude) > 180) return std::nullopt;
        return Point{*latitude, *longitude};
    }
    return std::nullopt;
}

/// "62.39", "-0.5": without zeros at the end.
std::string degrees_text(std::int64_t kept) {
    auto rest = std::to_string(of_a_degree + std::abs(kept) % of_a_degree).substr(1);
    rest.erase(rest.find_last_not_of('0') + 1);
    return (kept < 0 ? "-" : "") + std::to_string(std::abs(kept) / of_a_degree) + (rest.empty() ? "" : "." + rest);
}

class PointType final : public FieldType {
public:
    explicit PointType(PointOfAddress of_address) : of_address_(std::move(of_address)) {}

    std::vector<Column> columns(const Field& field) const override {
        return {{latitude_of(field.name), Storage::whole}, {longitude_of(field.name), Storage::whole}};
    }

    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        const auto before = problems.size();
        auto line = read_line(field, field.name, draft, longest_point, problems);
        const bool is_empty = line.empty();
        std::optional<Point> point;
        if (!is_empty && problems.size() == before) {
            point = point_in(std::move(line));
            if (!point) add_problem(field, field.name, no_point, problems);
        }
        if (is_empty && of_address_.find) {
            const auto address = base::cut(cleaned(typed(draft, of_address_.input).substr(0, 2000)), 400);
            if (!address.empty()) point = of_address_.find(around, address);
        }
        keep(into, latitude_of(field.name), point ? std::optional(point->latitude) : std::nullopt);
        keep(into, longitude_of(field.name), point ? std::optional(point->longitude) : std::nullopt);
    }
    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        into[std::string(field.name)] = {text_of(field, record)};
    }
    Shown show(const Field& field, const Record& record, const Surroundings&) const override {
        auto text = text_of(field, record);
        return text.empty() ? Shown{} : Shown{{std::move(text)}};
    }

    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        return {{"known", around.t(TEXT("On the map"))}, {"unknown", around.t(TEXT("Not on the map"))}};
    }
    Condition where(const Field& field, std::string_view chosen, const Surroundings&) const override {
        return {latitude_of(field.name) + (chosen == "known" ? " IS NOT NULL" : " IS NULL"), {}};
    }
    void json(const Field& field, const Record& record, base::JsonWriter& out) const override {
        out.key(field.name);
        const auto point = point_of(record, field.name);
        if (!point) return static_cast<void>(out.null());
        out.begin_object()
            .member("latitude", std::optional(point->latitude))
            .member("longitude", std::optional(point->longitude))
            .end_object();
    }

private:
    static void keep(Record& into, const std::string& column, std::optional<double> degrees) {
        if (degrees) {
            into.columns[column] = static_cast<std::int64_t>(std::llround(*degrees * of_a_degree));
        } else {
            into.columns[column] = db::Null{};
        }
    }
    static std::string text_of(const Field& field, const Record& record) {
        const auto latitude = record.whole(latitude_of(field.name)), longitude = record.whole(longitude_of(field.name));
        return latitude && longitude ? degrees_text(*latitude) + ", " + degrees_text(*longitude) : "";
    }

    PointOfAddress of_address_;
};

}  // namespace

std::optional<Point> point_of(const Record& record, std::string_view name) {
    const auto latitude = record.whole(latitude_of(name)), longitude = record.whole(longitude_of(name));
    if (!latitude || !longitude) return std::nullopt;
    return Point{static_cast<double>(*latitude) / of_a_degree, static_cast<double>(*longitude) / of_a_degree};
}

Field point(std::string_view name, i18n::Text title, PointOfAddress of_address) {
    return {name, title, std::make_shared<PointType>(std::move(of_address))};
}

}  // namespace digilots::register_
