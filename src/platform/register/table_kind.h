#pragma once
// What goes out as a table and comes in again: the records of a register, or what a slice keeps in a way of
// its own. Pages, the command `import table` and tests know kinds, not registers.
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/route.h"
#include "platform/register/import.h"

namespace digilots::register_ {

class TableKind {
public:
    using Lines = std::function<void(const tables::Row&)>;

    virtual ~TableKind() = default;

    virtual std::string_view key() const = 0;  // "place", also the name of its files
    virtual i18n::Text title() const = 0;      // "Places"
    virtual std::string_view path()
        const = 0;  // of its list below the municipality: "/staff/directory/places"
    virtual std::vector<std::pair<i18n::Text, std::string_view>> above() const { return {}; }
    virtual http::Role change() const = 0;
    /// What stands in it can be about people: a command's output, which is kept and sent on, holds none of it.
    virtual bool holds_people() const { return false; }
    /// What reads it from JSON; nullptr where no JSON is taken in.
    virtual const FromJson* from_json() const { return nullptr; }
    virtual base::Instant now() const = 0;
    /// For whoever reads `words`; nullptr: nobody who is limited, such as the operator.
    virtual Surroundings around(const http::Tenant& tenant, const i18n::Translator& words,
                                const http::Identity* identity) const = 0;

    /// The headings, and then what the list shows under an address with this query, on all its pages; all of it where the
    /// query asks for nothing.
    virtual void write(const Surroundings& around, const http::Fields& query, const Lines& lines) const = 0;
    /// Of a table that comes in with no form, or once more by another: rows without a reference that it has added are
    /// there (Looking::form_key). Where rows may rightly say the same as others before them, it is that of the whole table.
    virtual std::string key_of(const tables::Table& table, const Surroundings& around) const;
    virtual Plan plan(const tables::Table& table, const Surroundings& around,
                      const Looking& looking) const = 0;
    virtual CarriedOut carry_out(const Plan& plan, const Surroundings& around, std::string_view actor,
                                 std::string_view form_key, Refused refused, Progress* progress) = 0;
};

/// By what a command names: "places" as its path ends, or its key.
bool is_called(const TableKind& kind, std::string_view name);
/// "places": as its path ends.
std::string_view word_for(const TableKind& kind);

std::string csv_of(const TableKind& kind, const Surroundings& around, const http::Fields& query = {});
std::string xlsx_of(const TableKind& kind, const Surroundings& around, const http::Fields& query = {});

/// `records` outlives it. Nothing for a register of one.
std::unique_ptr<TableKind> table_kind_of(Records& records);

/// GET and POST path + "/import", for whom changes it; `kind` lives as long as the routes.
http::Routes import_routes(std::shared_ptr<TableKind> kind);
/// GET path + "/table" and "/table.xlsx", with the query of the list.
http::Routes table_routes(std::shared_ptr<TableKind> kind);

/// A municipality's, in the language of `words`, without links and limits.
Surroundings surroundings_of(const http::Tenant& tenant, const i18n::Translator& words, base::Instant now);

}  // namespace digilots::register_
