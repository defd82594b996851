#pragma once
// What a source of figures is: it knows its addresses and the shape of its answers, and knows no database. Kolada and
// KOSTRA are two; a third needs this and nothing else.
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/figures/figure.h"

namespace digilots::indicators {

/// The run cannot go on; the message is for the operator and says what to do.
class SourceError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct CatalogueEntry {
    std::string id, title, title_nb, title_en, definition, unit, operating_area;
    bool by_gender = false, retired = false;
    bool operator==(const CatalogueEntry&) const = default;
};
struct GroupEntry {
    std::string id, title;
    std::vector<std::string> members;
};

struct ColumnKey {
    std::string indicator;
    int year = 0;
    Gender gender = Gender::total;
    auto operator<=>(const ColumnKey&) const = default;
};
struct Cell {
    double value = 0;
    std::uint32_t position = 0;        // in Places of the source's country
    Missing reason = Missing::none;    // `none`: there is a value
    bool withdrawn = false;            // the source takes back what it had said
    std::uint32_t row = 0;             // of a file: on which it stands
};
using Figures = std::map<ColumnKey, std::vector<Cell>>;

/// A row that could not be used.
struct Refusal {
    std::string where, reason;         // "values.csv:17", "there is no municipality 9999"
};

/// What one step or one file brought.
struct Delivery {
    std::vector<CatalogueEntry> catalogue;
    bool whole_catalogue = false;      // what is not among them is no more
    std::vector<GroupEntry> groups;
    bool whole_groups = false;
    Figures figures;
    /// Complete for these: a figure that is not among them is no more. Nothing for an indicator without any figure.
    std::vector<std::string> whole_indicators;
    std::vector<std::uint32_t> whole_positions;
    std::vector<std::string> gone;     // indicators that the source does not know any more

    std::vector<Refusal> refusals;     // the first ones
    std::int64_t refused = 0, rows = 0, left_out = 0;   // left out: regions, groups, units
    std::map<std::string, std::int64_t> unknown_statuses;
    std::map<std::string, std::int64_t> unknown_places, unknown_indicators;   // how many rows; not taken

    void refuse(std::string where, std::string reason);
};

struct Wanted {
    std::vector<std::string> indicators;       // by id
    std::vector<std::string> fetched_before;   // those of them that need only what changed
    std::string from_date;                     // "2026-11-21", "" for everything
};

/// Called for each page: keeps the lease and shows that something happens. Throws where the run shall stop.
using Heartbeat = std::function<void()>;

class Source {
public:
    virtual ~Source() = default;
    virtual std::string name() const = 0;      // "kolada"
    virtual std::string country() const = 0;
    /// The names of a run's steps, the same for the same wishes; each can be done again.
    virtual std::vector<std::string> steps(const Wanted& wanted) const = 0;
    virtual Delivery fetch(const std::string& step, const Wanted& wanted, const Heartbeat& alive) = 0;
    /// A recorded answer or an export. `file` is its name for messages. SourceError: it is not what it says.
    virtual Delivery read(const std::string& file, std::string_view content) const = 0;
};

}  // namespace digilots::indicators
