#pragma once
// What boards and reports are made of: sections of sentences and tables, filled from what is known today, in the reader's words.
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "goals/reading.h"
#include "platform/measures/once.h"
#include "platform/print/document.h"

namespace digilots::goals {

using SectionTable = ToldTable;
struct Section {
    std::string key, title;
    std::vector<std::string> sentences = {};
    std::vector<SectionTable> tables = {};
    bool is_missing = false;             // nothing is known of it: said, so that somebody writes it
    std::string comment = "";
    bool operator==(const Section&) const = default;
};

struct ReadGoal {
    const Goal* goal;                    // of the snapshot
    Reading reading;
};
/// What the sections of one page or file have read: each number once, so that they all say the same.
struct ReadBySections {
    measures::CountedOnce figures = {};
    std::shared_ptr<const Snapshot> snapshot = nullptr;
    std::optional<std::vector<ReadGoal>> goals = {};     // the worst first
};

/// Of whom and when sections tell.
struct SectionsAsked {
    const Goals::Implementation& self;
    const http::Tenant& tenant;
    const i18n::Translator& words;
    periods::Period period;              // what was counted beside goals
    base::Date today;                    // goals stand as at the end of this day
    bool is_report = false;              // goals, weeks and what is told are those of the period alone
    bool is_since_ever = false;          // of registers also what is older than the period of a report: it still holds
    std::shared_ptr<ReadBySections> read = std::make_shared<ReadBySections>();
    bool leaves_the_house = is_report;   // handed to others, as the politicians' board is: few people are not told of there
};

/// Boards: "desk", "manager", "politician". Reports: "monthly", "quarterly", "final", "funder". Nothing for another word.
std::vector<std::string> sections_of(std::string_view kind);
/// "Board for the desk", "Monthly report" …
std::string kind_in_words(std::string_view kind, const i18n::Translator& words);
Section section(const SectionsAsked& asked, const std::string& key);
/// A column that no field of the register says.
struct FurtherColumn {
    i18n::Text title;
    std::function<std::string(const register_::Record&)> text;
};
/// A register as a table, the columns by the names of their fields; in a report what has a "day" is of its period, and what was
/// adopted, checked or came into force after it is not told. With kinds only what is of one of them.
Section section_of_register(const SectionsAsked& asked, std::string key, i18n::Text title, const register_::Records& records,
                            const std::vector<std::string_view>& names, const std::vector<std::string>& kinds = {},
                            const std::vector<FurtherColumn>& further = {});
/// Figures of the nation, each with its year and definition, beside the number of the goal that it belongs to (references.cpp).
Section references_section(const SectionsAsked& asked);
/// What a final report has to hold beside goals, from whichever slice keeps it (closing.cpp); missing where none does.
Section closing_section(const SectionsAsked& asked, std::string_view key);
/// Of each measure that knows it: women, men, girls, boys, and all others as not stated (equality.cpp).
Section equality_section(const SectionsAsked& asked);

struct Sheet {
    std::string title, about;
    std::vector<Section> sections;
};
print::Document document_of(const Sheet& sheet, const http::Tenant& tenant, const i18n::Translator& words);
/// One side of A4: with letters that can still be read, then with the first lines of each table alone.
print::Document on_one_sheet(const Sheet& sheet, const http::Tenant& tenant, const i18n::Translator& words);
std::string sheets_of(const Sheet& sheet, const i18n::Translator& words);

/// As a report keeps it when it is sent, and back.
std::string sheet_as_json(const Sheet& sheet);
Sheet sheet_of_json(std::string_view json);

}  // namespace digilots::goals
