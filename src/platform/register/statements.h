#pragma once
// The SQL of a register: derived from its declaration, from declared columns alone.
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/statement.h"
#include "platform/register/register.h"

namespace digilots::register_ {

/// A text with its name, alive as long as this.
struct Sql {
    std::string name, text;
    db::Statement statement() const { return {name.c_str(), text.c_str(), text.c_str()}; }
};

/// What a list shows: all of it is checked against the declaration before it comes here.
struct ListQuery {
    std::string search = {};                                        // words, as typed
    std::vector<std::pair<std::string, std::string>> filters = {};  // field, chosen
    std::string sort = {};  // a sorted field's name; "" the first sorted one
    bool is_descending = false;
    bool with_ended = false;
    bool only_published = false;
    bool finds_nothing = false;  // something was asked for that is not there, such as a unit that is gone
};

enum class Hits { few, many };

struct BoundSql {
    Sql sql;
    std::vector<db::Value> values;
};

class Statements {
public:
    /// A declaration that cannot be right (a name that is no column's, a filter on what has none) is a Bug.
    explicit Statements(const Register& declaration);

    // $1 municipality, $2 id, $3 the version that must still stand, $4 now.
    Sql find, all, insert, update, end, remove, move;
    /// How many were added in each hour ("2026-11-22T10") from $2 until before $3.
    Sql added;
    /// Of municipality $1 and id $2: its place in the language ($3 …) and what is searched, and nothing else.
    Sql derive, underived;
    /// $1 municipality, $2 value, $3 the id that may have it; in the order of the unique fields.
    std::vector<std::pair<std::string, Sql>> same;

    /// What one key of a program has added, of whatever content: $1 municipality, its ids from $2 until before $3.
    Sql of_key;
    Sql of_unit;  // one that belongs to a unit; "" where none can

    /// One page: `limit` rows from `offset` on. Where a search finds few, they are looked up first and then
    /// put in order; where it finds many, the list is walked in its order until the page is full.
    BoundSql list(const ListQuery& query, const Surroundings& around, std::int64_t limit, std::int64_t offset,
                  Hits hits = Hits::many) const;
    /// How many, counted up to `most`.
    BoundSql count(const ListQuery& query, const Surroundings& around, std::int64_t most) const;
    /// The next `limit` by id, after this one: for tables.
    BoundSql after(const ListQuery& query, const Surroundings& around, std::string_view id,
                   std::int64_t limit) const;

private:
    BoundSql where(const ListQuery& query, const Surroundings& around) const;
    std::string order(const ListQuery& query) const;

    const Register& declaration_;
    std::string columns_, from_;
};

/// What `search_text` holds, and what is looked for in it.
std::string searched_text(const Register& declaration, const Record& record, const Surroundings& around);
std::vector<std::string> searched_words(std::string_view typed);
/// What NAME_order holds.
std::string order_of(std::string_view text, std::string_view language);

}  // namespace digilots::register_
