#include "indicators/kostra_source.h"

#include <algorithm>
#include <optional>

#include "indicators/json_stat.h"
#include "platform/base/json.h"
#include "platform/base/text.h"

namespace digilots::indicators {

namespace {

// The service gives at most 800 000 cells at a time; this leaves room, also for the memory here.
constexpr std::size_t most_cells_asked = 200'000;
constexpr const char* newest_years = "15";

struct Variable {
    std::string code;
    std::vector<std::string> values;
};

bool is_time(const Variable& variable) { return variable.code == "Tid"; }
bool is_contents(const Variable& variable) { return variable.code == "ContentsCode"; }

std::vector<Variable> read_variables(const std::string& text, const std::string& where) {
    const auto json = base::parse_json(text, {16 * 1024 * 1024, 32});
    std::vector<Variable> variables;
    if (json) {
        for (const auto& one : (*json)["variables"].items()) {
            Variable variable{std::string(one["code"].text()), {}};
            for (const auto& value : one["values"].items()) variable.values.emplace_back(value.text());
            variables.push_back(std::move(variable));
        }
    }
    if (variables.empty()) throw SourceError(where + " does not describe its variables as PxWeb does. Check the address.");
    return variables;
}

std::string query_of(const std::vector<Variable>& variables, const std::vector<std::string>& contents) {
    base::JsonWriter json;
    json.begin_object().key("query").begin_array();
    for (const auto& variable : variables) {
        const bool chosen = is_contents(variable);
        json.begin_object().member("code", variable.code).key("selection").begin_object();
        json.member("filter", chosen ? "item" : is_time(variable) ? "top" : "all").key("values").begin_array();
        if (chosen) {
            for (const auto& value : contents) json.value(value);
        } else {
            json.value(is_time(variable) ? newest_years : "*");
        }
        json.end_array().end_object().end_object();
    }
    json.end_array().key("response").begin_object().member("format", "json-stat2").end_object().end_object();
    return std::move(json).take();
}

/// How many contents at a time, so that no answer is too large.
std::size_t contents_a_query(const std::vector<Variable>& variables) {
    std::size_t cells = 1;
    for (const auto& variable : variables) {
        const auto count = is_time(variable) ? std::min<std::size_t>(15, variable.values.size()) : variable.values.size();
        if (!is_contents(variable)) cells *= std::max<std::size_t>(count, 1);
    }
    return std::max<std::size_t>(1, most_cells_asked / std::max<std::size_t>(cells, 1));
}

class Kostra final : public Source {
public:
    Kostra(const std::string& address, Patience patience) {
        if (!address.empty()) courier_.emplace(address, std::move(patience));
    }

    std::string name() const override { return "kostra"; }
    std::string country() const override { return "NO"; }

    std::vector<std::string> steps(const Wanted& wanted) const override {
        std::vector<std::string> steps;
        for (const auto& table : wanted.indicators) steps.push_back("table " + table);
        return steps;
    }

    Delivery fetch(const std::string& step, const Wanted&, const Heartbeat& alive) override {
        if (!courier_) throw SourceError("No address is set for KOSTRA.");
        const auto table = step.substr(6);
        const auto url = courier_->base() + "/" + table;
        const auto variables = read_variables(courier_->get(url, alive), url);
        const auto contents = std::ranges::find_if(variables, is_contents);
        const auto all = contents == variables.end() ? std::vector<std::string>{} : contents->values;
        const auto at_a_time = contents_a_query(variables);
        Delivery delivery;
        for (std::size_t from = 0; from < std::max<std::size_t>(all.size(), 1); from += at_a_time) {
            const auto end = std::min(from + at_a_time, all.size());
            const std::vector<std::string> part(all.begin() + static_cast<std::ptrdiff_t>(std::min(from, all.size())),
                                                all.begin() + static_cast<std::ptrdiff_t>(end));
            read_json_stat(courier_->post(url, query_of(variables, part), alive), url, table, delivery);
        }
        return delivery;
    }

    Delivery read(const std::string& file, std::string_view content) const override {
        Delivery delivery;
        read_json_stat(content, file, base::slug(file.substr(0, file.find('.'))), delivery);
        return delivery;
    }

private:
    std::optional<Courier> courier_;
};

}  // namespace

std::unique_ptr<Source> kostra_source(const std::string& address, Patience patience) {
    return std::make_unique<Kostra>(address, std::move(patience));
}

}  // namespace digilots::indicators
