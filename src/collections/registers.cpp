// Whose tables there are, and their columns.
#include "collections/collections.h"
#include "collections/filling.h"
#include "platform/personal/personal_data.h"
#include "platform/register/types.h"

namespace digilots::collections {

namespace {

using namespace register_;

constexpr std::int64_t most_columns = 200;
constexpr std::size_t longest_heading = 200, most_words = 200, longest_word = 200;

void check_no_person(const Checked& checked, std::initializer_list<const char*> names, Problems& problems) {
    for (const auto* name : names)
        if (personal::find_personal_data(checked.record.as_text(name)) != personal::PersonalData::none)
            problems.push_back({name, TEXT("Remove the number or address: nothing here tells of a person.")});
}

void check_collection(const Checked& checked, Problems& problems) { check_no_person(checked, {"title", "about"}, problems); }

/// A line that translates nothing would leave the cell as it is, unseen.
void check_words(const inquiries::LogRows& log, const Checked& checked, Problems& problems) {
    const auto& record = checked.record;
    const auto lines = record.list("words");
    if (lines.empty()) return;
    const auto sayings = sayings_of(log, record.text("what"), checked.around);
    for (const auto& line : lines) {
        const auto word = word_of(line);
        const auto about = [&](i18n::Text text) {
            problems.push_back({.input = "words", .in_words = checked.around.words->t(text, {{"line", line}})});
        };
        if (!word) return about(TEXT("“{line}” lacks “=”: write what the log says, “=”, their word."));
        const bool is_known = sayings.empty() || word->ours == "*" || named(sayings, word->ours);
        if (!is_known)
            return about(TEXT("“{line}”: the log never says that there. Write one of the choices as it stands at the desk."));
    }
}

void check_column(const inquiries::LogRows& log, const Checked& checked, Problems& problems) {
    check_no_person(checked, {"heading", "otherwise"}, problems);
    const auto what = checked.record.text("what");
    if (what == fixed_text && checked.record.text("otherwise").empty())
        problems.push_back({"otherwise", TEXT("Write the text that stands in every row.")});
    const bool has_no_words = what == not_held || what == fixed_text || what == running_number;
    if (has_no_words && !checked.record.list("words").empty())
        problems.push_back({"words", TEXT("There is nothing to put into other words here: leave it empty.")});
    else check_words(log, checked, problems);
}

}  // namespace

Register collection_register(inquiries::LogRows log) {
    const auto channels = [log](const Surroundings& around) { return sayings_of(log, "channel", around); };
    return {.key = "outside_collection",
            .table = "collections_collection",
            .names = {TEXT("Collections of others"), TEXT("Collection of others")},
            .see = http::Role::coordinator,
            .change = http::Role::coordinator,
            .path = "/staff/outside-collections",
            .above = {{TEXT("Statistics"), "/staff/statistics"}},
            .fields = {text("title", TEXT("Name")).required().listed().searched().sorted(),
                       text("collected_by", TEXT("Who collects it")).listed(),
                       web_address("address", TEXT("Where it is handed in")),
                       link("unit", TEXT("Unit"), "organisation.unit")
                           .listed()
                           .filter()
                           .when_none(TEXT("No unit"))
                           .not_checked()
                           .hint(TEXT("Whose it is. Only what was logged at places of this unit comes out. Without a unit it is "
                                      "what was logged everywhere.")),
                       link("place", TEXT("Only entries of this place"), "directory.place").when_none(TEXT("All places")),
                       term("channel", TEXT("Only entries that came in this way"), channels).when_none(TEXT("All ways")),
                       long_text("about", TEXT("What it is for, and how it is handed in"))},
            .rules = check_collection,
            .remove = http::Role::coordinator,
            .words = {.about = TEXT("Surveys and tables of others that ask for what you have logged already. Say once what "
                                    "stands in each of their columns; then a period comes out as their table."),
                      .caption = TEXT("Collections of others"),
                      .empty = TEXT("No collection yet. Add one, then its columns."),
                      .add = TEXT("Add a collection")}};
}

Register column_register(inquiries::LogRows log) {
    const auto what = [log](const Surroundings& around) { return choices_of(log, around); };
    return {.key = "outside_column",
            .table = "collections_column",
            .names = {TEXT("Columns of collections"), TEXT("Column of a collection")},
            .see = http::Role::coordinator,
            .change = http::Role::coordinator,
            .path = "/staff/outside-columns",
            .above = {{TEXT("Statistics"), "/staff/statistics"},
                      {TEXT("Collections of others"), "/staff/outside-collections"}},
            .fields = {text("heading", TEXT("Heading of the column"), longest_heading)
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .hint(TEXT("Exactly as the other table has it.")),
                       link("collection", TEXT("Collection"), "collections.collection")
                           .required()
                           .listed()
                           .filter()
                           .from_address("collection")
                           .when_missing(TEXT("Choose the collection.")),
                       whole_number("place", TEXT("Which column it is"), 1, most_columns)
                           .required()
                           .listed()
                           .from_address("place")
                           .hint(TEXT("1 is the first.")),
                       term("what", TEXT("What stands in it"), what)
                           .listed()
                           .when_none(TEXT("Nothing: the log does not hold it")),
                       lines("words", TEXT("Their words"), {most_words, longest_word, {}})
                           .not_asked_about()
                           .hint(TEXT("One a line: what the log says = their word. “Print = 3”. “* = 9” is for whatever else. "
                                      "What has no line stands as the log says it.")),
                       text("otherwise", TEXT("Where the entry says nothing, or the same text in every row"))
                           .hint(TEXT("Such as “not stated”, or the name of your library. Needed for the same text in every "
                                      "row.")),
                       term("several", TEXT("Where an entry says several"),
                            fixed_terms({{"all", TEXT("All, with a comma between them")}, {"first", TEXT("Only the first")}}))
                           .usually("all")},
            .rules = [log](const Checked& checked, Problems& problems) { check_column(log, checked, problems); },
            .endings = Endings::ends,
            .remove = http::Role::coordinator,
            .words = {.about = TEXT("What stands in each column of a collection. Several at once come in as a table."),
                      .caption = TEXT("Columns"),
                      .empty = TEXT("No column yet."),
                      .add = TEXT("Add a column")}};
}

}  // namespace digilots::collections
