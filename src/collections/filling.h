#pragma once
// An entry of the log as a row of somebody else's table. Plain functions of what is said of each column.
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "inquiries/inquiries.h"
#include "platform/register/record.h"
#include "platform/tables/csv_writer.h"

namespace digilots::collections {

// What can stand in a column beside what an entry says itself.
inline constexpr std::string_view not_held = "", fixed_text = "fixed", running_number = "number";

/// "print = Utskrift": on the left what the log says, by its key or its words, "*" whatever else; on the right their word.
struct Word {
    std::string ours, theirs;
};
/// Nothing where it is no such line.
std::optional<Word> word_of(std::string_view line);

struct Column {
    std::string heading;
    std::string what;        // of choices_of()
    std::string otherwise;   // where an entry says nothing; of a fixed text the text itself
    bool only_first = false;        // of several
    std::vector<Word> words = {};
    std::int64_t place = 0;
};
Column column_of(const register_::Record& record);
/// By their places, then as they were added.
std::vector<Column> in_order(std::vector<Column> columns);

/// What can be chosen for a column.
std::vector<register_::Choice> choices_of(const inquiries::LogRows& log, const register_::Surroundings& around);
/// What the log can say there, where that is a list; empty where it is none.
std::vector<register_::Choice> sayings_of(const inquiries::LogRows& log, std::string_view what,
                                          const register_::Surroundings& around);
/// nullptr where the list has neither its key nor its words.
const register_::Choice* named(const std::vector<register_::Choice>& sayings, std::string_view ours);

class Filling {
public:
    Filling(std::vector<Column> columns, const inquiries::LogRows& log, const register_::Surroundings& around);

    tables::Row headings() const;
    /// `number` counts the rows, from 1.
    tables::Row row(const register_::Record& entry, std::int64_t number) const;
    /// Headings of what the log does not hold.
    std::vector<std::string> left_empty() const;

private:
    struct Known {
        Column column;
        const register_::Field* field = nullptr;  // of the log
        std::vector<register_::Choice> sayings = {};
        std::map<std::string, std::string, std::less<>> theirs = {};  // by key, "*" for what else
    };
    tables::Cell cell(const Known& known, const register_::Record& entry, std::int64_t number) const;
    std::string said(const Known& known, const std::string& key) const;

    const inquiries::LogRows& log_;
    const register_::Surroundings& around_;
    std::vector<Known> known_;
};

}  // namespace digilots::collections
