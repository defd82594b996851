#pragma once
// One question of a record. What its type knows (reading, checking, showing, filtering, tables) stands in
// types/, one file each; what a register says of it stands here.
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/json.h"
#include "platform/html/components.h"
#include "platform/i18n/translator.h"
#include "platform/register/record.h"
#include "platform/tables/csv_writer.h"

namespace digilots::register_ {

struct Choice {
    std::string key, label;
    bool is_offered = true;  // false: stays where it was chosen, is chosen no more
    std::string group = "";    // neighbours of one group stand below its name where one chooses
    std::string refusal = "";  // said to who chooses what is not offered
};
/// In whose records, in whose language.
struct Surroundings;
using Choices = std::function<std::vector<Choice>(const Surroundings&)>;

/// A part of WHERE about declared columns: "?" stands for the values in their order.
struct Condition {
    std::string sql;
    std::vector<db::Value> values;
};

/// The other end of links: what can be chosen, by the link's name ("directory.contact").
struct LinkSource {
    Choices choices;
    std::string path;  // of one below the municipality: "/staff/contacts/"; "" where it has no page
    /// Where they stand in each other: itself and all in it, which its filter finds too.
    std::function<std::vector<std::string>(const Surroundings&, std::string_view id)> within = nullptr;
    /// What else belongs to them without saying so itself; nothing where its sql is "".
    std::function<Condition(const Surroundings&, const std::vector<std::string>& within)> also = nullptr;
    /// Asked in the transaction that is to link to it: what is gone meanwhile is linked to by nobody.
    std::function<bool(db::Connection& connection, std::string_view municipality_id, std::string_view id)> is_there = nullptr;
    /// What is chosen decides who may change the record (Surroundings::units): who is limited has to choose.
    bool is_scope = false;
};
using LinkSources = std::map<std::string, LinkSource, std::less<>>;

struct Surroundings {
    std::string municipality_id;
    const i18n::Translator* words = nullptr;
    std::string language = "sv";  // of the municipality: how its lists are ordered
    std::string zone = "Europe/Stockholm";
    std::string country = "SE";
    std::string slug = "";  // "" where nothing is linked
    base::Date today{};
    const LinkSources* links = nullptr;
    /// Whose records may be changed: those of these units (Others::unit_of); nothing where that is not limited.
    std::optional<std::vector<std::string>> units = {};
    /// And those that name whoever asks: their account and their functions (Others::named_as).
    std::vector<std::string> named = {};
    /// What is not read here: records that say they are kept to a unit (Register::kept_to_unit), by one of these levels, and
    /// are of none of these units.
    struct KeptApart {
        std::vector<std::string> levels, units;
    };
    std::optional<KeptApart> kept_apart = {};
    const Record* record = nullptr;  // whose form it is, as it stands; nullptr where it is new
    /// Said beside a question of this one record, by the field's name.
    std::map<std::string, std::string, std::less<>> hints = {};
    /// Asked once for all rows of a list or table: what can be chosen, in one language.
    using Memory = std::map<std::pair<const void*, const i18n::Translator*>, std::vector<Choice>>;
    std::shared_ptr<Memory> memory = std::make_shared<Memory>();
    /// False for who may not change the register's records: fields that are for those alone are not shown then.
    bool sees_all = true;
    /// Who asks, by account, and whether they may delete for good; "" of commands and jobs.
    std::string account = "";
    bool may_remove = true;

    std::string t(i18n::Text text) const { return words->t(text); }
};

/// What a person can mend. {n} in the text is the number; others have a name, and one decimal.
struct Problem {
    std::string input;
    i18n::Text text = {};
    std::int64_t number = 0;
    struct Ratio {
        std::string_view name = "";
        double value = 0;
    };
    Ratio first = {}, second = {};
    std::string in_words = "";  // in the reader's words already, in place of the text

    std::string words(const i18n::Translator& translator) const;
};
using Problems = std::vector<Problem>;

struct Column {
    std::string name;
    Storage storage = Storage::text;
    bool operator==(const Column&) const = default;
};

/// folded: boxes behind a line that says which are ticked. A group has parts of its own, details only where
/// one unfolds them.
enum class Control { line, area, choice, boxes, folded, box, group, details };
struct FormPart {
    Control control = Control::line;
    html::components::Field field = {};
    std::vector<FormPart> parts = {};
    bool is_open = false;
};

/// On a page: nothing where it is unknown.
struct Shown {
    std::vector<std::string> lines = {};
    std::string url = "";  // of the only line
    bool is_number = false;
    std::vector<std::string> urls = {};  // of each line, where there are several
    html::Safe formatted = {};           // in place of the lines, on a record's page

    const std::string& url_of(std::size_t line) const { return line < urls.size() ? urls[line] : url; }
};

/// "unit IN (?, ?)"; never true where there are none.
Condition is_one_of(std::string_view column, const std::vector<std::string>& values);

/// What was written in words into an input.
struct FreeText {
    std::string input, text;
    bool operator==(const FreeText&) const = default;
};

class FieldType;

struct Field {
    std::string_view name;
    i18n::Text title;
    std::shared_ptr<const FieldType> type;

    bool is_required = false, is_listed = false, is_searched = false, is_filter = false, is_sorted = false;
    bool is_newest_first = false;
    bool is_unique = false, is_asked_when_new = true, is_open = false, is_checked = true, is_asked_about = true,
         is_for_changers = false;
    std::string_view usual_value = "", query_name = "";
    std::string_view source = "";  // of a link
    i18n::Text hint_text = {}, heading_text = {}, section_text = {}, section_note = {}, missing_text = {}, wrong_text = {},
               none_text = {};

    Field& required() {
        is_required = true;
        return *this;
    }
    /// A column of the list.
    Field& listed() {
        is_listed = true;
        return *this;
    }
    Field& searched() {
        is_searched = true;
        return *this;
    }
    Field& filter() {
        is_filter = true;
        return *this;
    }
    Field& sorted() {
        is_sorted = true;
        return *this;
    }
    /// Sorted, and what the list shows first where nobody asked for another order: the newest day.
    Field& newest_first() {
        is_newest_first = true;
        return sorted();
    }
    /// No two records of a municipality hold exactly the same. `wrong` says so.
    Field& unique(i18n::Text wrong) {
        is_unique = true;
        wrong_text = wrong;
        return *this;
    }
    /// Said to everyone where the register is published.
    Field& open() {
        is_open = true;
        return *this;
    }
    /// What is chosen where nobody chose: there is no "not known" then.
    Field& usually(std::string_view value) {
        usual_value = value;
        return *this;
    }
    /// What the address of the form for a new one may fill in: "new?place=…".
    Field& from_address(std::string_view name) {
        query_name = name;
        return *this;
    }
    /// No fact that somebody can have looked at, such as a note for staff or how it is sorted in: changing it checks nothing.
    Field& not_checked() {
        is_checked = false;
        return *this;
    }
    /// Names and ways to reach somebody may stand there (free_text.h): a street, words for the search; or its type asks itself.
    Field& not_asked_about() {
        is_asked_about = false;
        return *this;
    }
    /// Seen by nobody who may not change the register's records: not on pages, not in tables, not by programs.
    Field& for_who_changes() {
        is_for_changers = true;
        return *this;
    }
    Field& only_when_changed() {
        is_asked_when_new = false;
        return *this;
    }
    Field& hint(i18n::Text text) {
        hint_text = text;
        return *this;
    }
    /// Over its column, where that is another than the question.
    Field& heading(i18n::Text text) {
        heading_text = text;
        return *this;
    }
    /// The part of the form that begins with it, and what is to be known there.
    Field& section(i18n::Text text, i18n::Text note = {}) {
        section_text = text;
        section_note = note;
        return *this;
    }
    /// What a list of choices says for none of them.
    Field& when_none(i18n::Text text) {
        none_text = text;
        return *this;
    }
    Field& when_wrong(i18n::Text text) {
        wrong_text = text;
        return *this;
    }
    Field& when_missing(i18n::Text text) {
        missing_text = text;
        return *this;
    }

    i18n::Text heading() const { return heading_text.id[0] ? heading_text : title; }
    bool is_seen(const Surroundings& around) const { return around.sees_all || !is_for_changers; }
};

/// What a kind of question knows. All that is typed is bounded here: in characters and in bytes.
class FieldType {
public:
    virtual ~FieldType() = default;

    /// One text column with the field's name, unless it says otherwise.
    virtual std::vector<Column> columns(const Field& field) const;
    /// Those of its columns by which a history says that it changed: all, unless some tell nobody anything.
    virtual std::vector<Column> told(const Field& field) const { return columns(field); }
    /// One of the field's name, unless it says otherwise; each has a column in tables, too.
    virtual std::vector<std::string> inputs(const Field& field) const;
    /// What tables hold of it, by the names in a Draft: the inputs, unless it says otherwise.
    virtual std::vector<std::string> cells(const Field& field) const { return inputs(field); }
    virtual std::string table_heading(const Field& field, std::size_t input,
                                      const Surroundings& around) const;

    /// Asks once for what can be chosen: before a transaction, in which nobody else is to be asked.
    virtual void prepare(const Field&, const Surroundings&) const {}
    /// What was typed, into the columns, which hold what stood before; or what is wrong with it.
    virtual void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
                      Problems& problems) const = 0;
    /// As it stands in the form.
    virtual void write(const Field& field, const Record& record, const Surroundings& around,
                       Draft& into) const;
    virtual std::vector<FormPart> form(const Field& field, const Draft& draft,
                                       const Surroundings& around) const;
    virtual Shown show(const Field& field, const Record& record, const Surroundings& around) const;

    /// What of it people have put in words, for the rule of free text (free_text.h): none, unless it says otherwise.
    virtual std::vector<FreeText> free_texts(const Field&, const Record&) const { return {}; }

    virtual bool has_filter() const { return false; }
    virtual std::vector<Choice> filter_choices(const Field& field, const Surroundings& around) const;
    virtual Condition where(const Field& field, std::string_view chosen, const Surroundings& around) const;
    /// True where it is ordered as its language does, in a column of its own: NAME_order.
    virtual bool is_ordered_by_language() const { return false; }

    /// A cell for each input. What comes back from a table reads as what was typed.
    virtual tables::Cell cell(const Field& field, std::size_t input, const Record& record,
                              const Surroundings& around) const;
    virtual std::vector<std::string> from_cell(const Field& field, std::size_t input, std::string_view cell,
                                               const Surroundings& around) const;
    virtual void json(const Field& field, const Record& record, base::JsonWriter& out) const;

protected:
    /// All of its only column, under its name.
    static std::vector<FreeText> its_text(const Field& field, const Record& record) {
        return {{std::string(field.name), record.text(field.name)}};
    }
};

// ---- For types ----

/// Without what nobody sees, and without space at its ends: forms have left it out already, tables and
/// commands have not.
std::string cleaned(std::string_view text);

/// One line, cleaned; a problem where it is longer than `most` characters, or four bytes for each.
std::string read_line(const Field& field, std::string_view input, const Draft& draft, std::size_t most,
                      Problems& problems);
/// The same with its line breaks.
std::string read_area(const Field& field, std::string_view input, const Draft& draft, std::size_t most,
                      Problems& problems);
/// Named, with its hint and what was typed.
html::components::Field control_of(const Field& field, const Draft& draft, const Surroundings& around);
void add_problem(const Field& field, std::string_view input, i18n::Text usual, Problems& problems,
                 std::int64_t number = 0);
/// The id of a group of boxes, to which its message leads: a page may have another of the field's name.
std::string choices_id(const Field& field);
/// What stands ticked, or what was typed, as boxes; folded where they are many.
FormPart boxes_part(const Field& field, const Draft& draft, const std::vector<Choice>& choices,
                    const Surroundings& around);
/// What was chosen of what is offered; what stood there before and still does stays, in its order.
std::vector<std::string> read_chosen(const Field& field, const Draft& draft, const std::vector<Choice>& choices,
                                     const std::vector<std::string>& before, Problems& problems);
/// One that is offered, or stood there before; else "" and a problem.
std::string read_choice(const Field& field, const Draft& draft, const std::vector<Choice>& choices,
                        std::string_view before, Problems& problems);
/// The options of one choice, with what stands there or was typed.
std::vector<html::components::Option> options_of(std::string_view chosen, const std::vector<Choice>& choices);
/// The first word a table may hold for a choice: its label, its key where two have one label.
std::string cell_of_choice(const std::vector<Choice>& choices, std::string_view key);
/// A label or a key; "?" before what is neither, which reads as a problem.
std::string choice_of_cell(const std::vector<Choice>& choices, std::string_view cell);
/// What `choices` says, as long as `around` lives; `owner` is whose choices they are.
const std::vector<Choice>& choices_in(const Surroundings& around, const void* owner, const Choices& choices);
const Choice* find_choice(const std::vector<Choice>& choices, std::string_view key);

}  // namespace digilots::register_
