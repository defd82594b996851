#include "indicators/figures/shipped.h"

#include <algorithm>
#include <array>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/text.h"
#include "platform/tables/csv_reader.h"
#include "platform/tables/number.h"

namespace digilots::indicators {

namespace {

using ShippedRecord = std::vector<std::string>;

std::string_view embedded(const std::string& name) {
    const auto content = base::embedded_file("data/indicators/" + name);
    ENSURE(content.has_value());
    return *content;
}

std::vector<std::string> groups_of(std::string_view text) {
    std::vector<std::string> groups;
    for (const auto name : base::split(text, ' ')) {
        if (name == "both") {
            groups = {"agenda2030", "digitalisation"};
        } else if (!name.empty()) {
            groups.emplace_back(name);
        }
    }
    return groups;
}

Indicator read_indicator(const ShippedRecord& record) {
    ENSURE(record.size() == 9);
    Indicator made;
    made.id = record[0];
    made.source = made.id.starts_with("kostra:") ? "kostra" : "kolada";
    made.title_sv = record[1];
    made.title_en = record[2];
    made.title_nb = record[3];
    made.unit = record[4];
    made.by_gender = record[5] == "1";
    made.operating_area = record[6];
    made.retired = record[7] == "1";
    made.groups = groups_of(record[8]);
    made.country = made.source == "kostra" ? "NO" : "SE";
    made.shipped = true;
    return made;
}

/// One indicator and gender: a column for each year of the header.
struct Block {
    std::string indicator;
    Gender gender = Gender::total;
    std::vector<Column> columns;
};

void give(const Block& block, const std::vector<int>& years, const TakeColumn& take) {
    for (std::size_t at = 0; at < block.columns.size(); ++at) {
        const auto& reasons = block.columns[at].reasons;
        if (std::ranges::find(reasons, Missing::none) == reasons.end()) continue;
        take(block.indicator, years[at], block.gender, block.columns[at]);
    }
}

/// A cell without a number says why in Statistics Norway's signs; an empty one says nothing.
void fill(Column& column, std::size_t position, std::string_view cell) {
    if (const auto value = tables::read_number(cell)) {
        column.set(position, *value);
    } else if (cell == ".") {
        column.set(position, Missing::not_applicable);
    } else if (cell == ":") {
        column.set(position, Missing::secret);
    }
}

}  // namespace

ShippedTable shipped_table(Shipped table) {
    if (table == Shipped::made_up) return {"kostra_test_figures.csv", "kostra", "NO"};
    return {"figures.csv", "kolada", "SE"};
}

std::vector<ShippedRecord> shipped_records(const std::string& name) {
    tables::CsvReader reader(embedded(name));
    reader.next();
    std::vector<ShippedRecord> records;
    while (auto record = reader.next()) records.push_back(std::move(*record));
    return records;
}

const std::vector<Indicator>& shipped_indicators() {
    static const auto all = [] {
        std::vector<Indicator> made;
        for (const auto& record : shipped_records("kpis.csv")) made.push_back(read_indicator(record));
        std::ranges::sort(made, {}, &Indicator::id);
        return made;
    }();
    return all;
}

const Indicator* find_shipped(std::string_view id) {
    const auto& all = shipped_indicators();
    const auto found = std::ranges::lower_bound(all, id, {}, [](const Indicator& one) { return std::string_view(one.id); });
    return found == all.end() || found->id != id ? nullptr : &*found;
}

void read_shipped_figures(Shipped table, const TakeColumn& take) {
    const auto described = shipped_table(table);
    tables::CsvReader reader(embedded(described.file));
    const auto header = reader.next();
    ENSURE(header && header->size() > 3);
    std::vector<int> years;
    for (auto name = header->begin() + 3; name != header->end(); ++name) years.push_back(std::stoi(*name));
    const auto& places = Places::of(described.country);
    std::array<Block, 3> open;         // the table goes by indicator and municipality: its genders are open together
    const auto close = [&] {
        for (auto& block : open) {
            give(block, years, take);
            block.columns.clear();
        }
    };
    std::string current;
    while (const auto record = reader.next()) {
        const auto position = places.position_of_code((*record)[1]);
        const auto gender = gender_of((*record)[2]);
        ENSURE(position && gender && record->size() == years.size() + 3);
        if ((*record)[0] != current) close();
        current = (*record)[0];
        auto& block = open[static_cast<std::size_t>(*gender)];
        if (block.columns.empty()) block = {current, *gender, std::vector<Column>(years.size(), Column(places.size()))};
        for (std::size_t at = 0; at < years.size(); ++at) {
            fill(block.columns[at], *position, (*record)[at + 3]);
        }
    }
    close();
}

}  // namespace digilots::indicators
