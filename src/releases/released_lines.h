#pragma once
// Lines of a released table in files and for programs.
#include "platform/base/json.h"
#include "platform/tables/csv_writer.h"
#include "releases/asked.h"

namespace digilots::releases {

/// A line a number; one is made up of as many tables as are added.
class ReleasedCsv {
public:
    ReleasedCsv(const Pages& pages, const i18n::Translator& translator);

    /// Its lines and its total.
    void add(const Asked& asked, const Table& table);
    /// "*", with what was so then.
    void add_total(const Asked& asked, const Table& table);
    /// "digilots-network-teo-topic-2026-09.csv"
    http::Response download(const Asked& asked) &&;

private:
    void add(const Asked& asked, const Table& table, const std::string& term, const std::string& label, const Value& value,
             const std::string& was_so = {});

    const Pages& pages_;
    const i18n::Translator& translator_;
    tables::CsvWriter csv_;
};

/// The number, or that and why there is none. Zero is a number.
void write_value(base::JsonWriter& json, const Value& value);
/// All of a table, with its parts, as an object.
void write_released(base::JsonWriter& json, const Pages& pages, const Asked& asked, const i18n::Translator& translator);
std::string detail_of(const NotAsked& wrong, const i18n::Translator& translator);

}  // namespace digilots::releases
