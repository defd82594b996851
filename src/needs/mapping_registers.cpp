// What a mapping is made of: rounds, questions, answers, and what came of them.
#include "needs/needs.h"
#include "needs/sql.h"
#include "needs/terms.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/kept/versions.h"
#include "platform/register/records.h"

namespace digilots::needs {

namespace {

using namespace register_;

constexpr std::size_t longest_finding = 1000;

Field round_field() {
    return link("round", TEXT("Round"), "needs.round")
        .required()
        .listed()
        .filter()
        .from_address("round")
        .when_wrong(TEXT("Choose a round from the list."));
}

Field area_field() {
    return term("area", TEXT("Area"), areas()).required().listed().filter().from_address("area");
}

Field sharing_field() {
    return term("shared", TEXT("Who sees it"),
                fixed_terms({{"own", TEXT("Only we")},
                             {"network", TEXT("Municipalities in our networks")},
                             {"all", TEXT("Everybody, on open pages too")}}))
        .usually("own")
        .listed()
        .filter();
}

/// Which of them, where it is not all.
Field networks_field(const municipality::Municipalities& municipalities) {
    return terms("networks", TEXT("Which of our networks"), [&municipalities](const Surroundings& around) {
               std::vector<Choice> choices;
               for (const auto& network : municipalities.networks())
                   if (base::holds(network.members, around.municipality_id))
                       choices.push_back({.key = network.key, .label = network.name});
               return choices;
           })
        .hint(TEXT("Where municipalities in our networks see it. None chosen: all networks that we are in."));
}

Choices methods() {
    return fixed_terms({{"form", TEXT("A form")},
                        {"interview", TEXT("An interview")},
                        {"meeting", TEXT("A meeting")},
                        {"survey", TEXT("A survey")},
                        {"user_test", TEXT("A test with users")},
                        {"log", TEXT("The log of inquiries")},
                        {"other", TEXT("Another way")}});
}

Choices sections_of_a_report() {
    return fixed_terms({{"support_current", TEXT("Support: how it is")},
                        {"support_recommendations", TEXT("Support: recommendations")},
                        {"residents_current", TEXT("What residents learn: how it is")},
                        {"residents_recommendations", TEXT("What residents learn: recommendations")},
                        {"internal_current", TEXT("Our own skills and aids: how it is")},
                        {"internal_recommendations", TEXT("Our own skills and aids: recommendations")}});
}

void check_round(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"intro", "scope", "method"});
}
void check_answer(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "more", "roles"});
}
void check_recommendation(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "outcome"});
    const auto state = checked.record.text("state");
    if (state == "decided" && checked.record.is_unknown("due"))
        problems.push_back({"due", TEXT("Say by when: what is decided has a day.")});
}
void check_example(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about"});
}

/// The same question stands in each round: an answer under another round's would be seen in neither.
void check_question_of_round(const Writing& writing, const Record& answer, Problems& problems) {
    const auto question = answer.text("question");
    if (question.empty() || writing.actor == "import") return;
    const auto rows = writing.connection.query(sql::round_of_question, writing.around.municipality_id, question);
    const auto row = rows.only();
    if (row && row->text("round") != answer.text("round"))
        problems.push_back({"question", TEXT("This question is of another round. Choose the one of the round above.")});
}

struct FirstQuestion {
    std::string code, part, title;
};

/// The 24, in the municipality's language, or those of its last round, as they were changed there.
std::vector<FirstQuestion> first_questions(const Writing& writing, const Record& round) {
    std::vector<FirstQuestion> questions;
    if (round.text("begins_with") == "template") {
        const auto& words = i18n::translator(writing.around.language);
        for (const auto& one : template_questions())
            questions.push_back({std::string(one.code), std::string(one.part), words.t(one.text)});
    } else if (round.text("begins_with") == "last") {
        for (const auto row :
             writing.connection.query(sql::questions_of_last_round, writing.around.municipality_id, round.id))
            questions.push_back({row.text("code"), row.text("part"), row.text("title")});
    }
    return questions;
}

/// They can be changed in the new round, and others added: the round before keeps its own.
void begin_with_questions(const Writing& writing, const Record& round) {
    // What comes in with a mapping has its own.
    if (writing.before || writing.actor == "import") return;
    static const auto declaration = question_register();
    static const Statements statements{declaration};
    const auto questions = first_questions(writing, round);
    if (questions.empty()) return;
    for (const auto& question : questions) {
        auto record = blank_record(declaration, writing.around);
        record.id = base::new_uuid(writing.now);
        record.version = 1;
        record.created_at = record.changed_at = base::format_utc(writing.now);
        record.columns["title"] = question.title;
        record.columns["code"] = question.code;
        record.columns["part"] = question.part;
        record.columns["round"] = round.id;
        store_record(writing.connection, declaration, statements, writing.around, record);
    }
    kept::raise(writing.connection, "mapping_question", writing.around.municipality_id);
}

}  // namespace

Register round_register(const municipality::Municipalities& municipalities) {
    return {
        .key = "mapping_round",
        .table = "needs_round",
        .names = {TEXT("Rounds of mapping"), TEXT("Round of mapping")},
        .see = http::Role::guide,
        .change = http::Role::coordinator,
        .path = "/staff/needs/rounds",
        .above = {to_needs},
        .fields =
            {name_field(TEXT("Name")).hint(TEXT("Such as: Mapping of autumn 2027")),
             text("mark", TEXT("Mark"), 40)
                 .listed()
                 .hint(
                     TEXT("The same mark in several municipalities: their rounds can be seen side by side.")),
             period("first_day", "last_day", TEXT("When")).listed().newest_first(),
             state_field({{"open", TEXT("Being answered")},
                          {"review", TEXT("Being looked over")},
                          {"done", TEXT("Done")}},
                         "open"),
             sharing_field().hint(TEXT("What is done in it can then be read beside theirs.")),
             networks_field(municipalities),
             long_text("intro", TEXT("How the report begins"), longest_text)
                 .hint(TEXT("In your own words: why this was mapped, and for whom the report is. The report of several "
                           "municipalities begins with it, too.")),
             long_text("scope", TEXT("What it covers"), longest_text),
             long_text("method", TEXT("How it was done"), longest_text)
                 .hint(TEXT("Forms, interviews, meetings: how many were asked, in which roles.")),
             terms("stated_sections", TEXT("Sections that the report has"), sections_of_a_report())
                 .hint(TEXT(
                     "As the report itself states it. Where its answers say something else, that is shown.")),
             text("source", TEXT("Source"), 300),
             term("begins_with", TEXT("Begin with"),
                  fixed_terms({{"template", TEXT("The 24 questions in three parts")},
                               {"last", TEXT("The questions of our last round, as we changed them")},
                               {"nothing", TEXT("No questions: own ones are added")}}))
                 .usually("template")
                 .hint(TEXT("Holds for a new round alone.")),
             unit_field()},
        .rules = check_round,
        .beside = begin_with_questions,
        .attachments = Attachments{},
        .words = {
            .about =
                TEXT("Each mapping is a round of its own: what was asked, what was answered, and what nobody "
                     "answered. A later round stands beside it."),
            .caption = TEXT("Rounds of mapping, the newest first"),
            .empty = TEXT("There is no round yet."),
            .add = TEXT("New round")}};
}

Register question_register() {
    return {.key = "mapping_question",
            .table = "needs_question",
            .names = {TEXT("Questions of the mapping"), TEXT("Question of the mapping")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/needs/questions",
            .above = {to_needs},
            .fields = {name_field(TEXT("Question"), 300),
                       text("code", TEXT("Number"), 10)
                           .required()
                           .listed()
                           .sorted()
                           .hint(TEXT("Such as N1. One question keeps its "
                                      "number through all rounds.")),
                       term("part", TEXT("Part"), parts()).required().listed().filter(), round_field()},
            .words = {.about = TEXT("What is asked in a round, in each of the three areas."),
                      .caption = TEXT("Questions"),
                      .empty = TEXT("There is no question yet: a new round brings 24."),
                      .add = TEXT("Add a question")}};
}

Register answer_register() {
    return {
        .key = "mapping_answer",
        .table = "needs_answer",
        .names = {TEXT("Answers of the mapping"), TEXT("Answer of the mapping")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/needs/answers",
        .above = {to_needs},
        .fields =
            {name_field(TEXT("What one found"), longest_finding)
                 .hint(TEXT("One finding. Another goes into an answer of its own.")),
             round_field(), area_field(),
             link("question", TEXT("Question"), "needs.question")
                 .listed()
                 .filter()
                 .from_address("question")
                 .when_none(TEXT("No heading: it answers none of them")),
             term("kind", TEXT("What kind of finding"), classes()).filter().when_none(TEXT("Not stated")),
             term("certainty", TEXT("How certain"), certainties()).listed().filter().usually("stated"),
             lines("roles", TEXT("Who said it, by role"), {.lines = 20, .characters = 80})
                 .searched()
                 .hint(TEXT("One role a line, such as: librarian. Never a name.")),
             term("way", TEXT("How it was found out"), methods()).filter().when_none(TEXT("Not stated")),
             whole_number("informants", TEXT("How many were asked"), 0, 1'000'000),
             yes_no_unknown("resident_asked", TEXT("Was a resident asked?")).filter(),
             date("day", TEXT("Day")),
             term("state", TEXT("How it stands"),
                  fixed_terms({{"draft", TEXT("Draft")},
                               {"review", TEXT("Being looked over")},
                               {"done", TEXT("Done")}}))
                 .usually("draft")
                 .filter(),
             long_text("more", TEXT("More about it"), longest_text).searched(),
             text("source", TEXT("Where it stands"), 300), stored("wording", TEXT("Wording")), unit_field()},
        .rules = check_answer,
        .together = check_question_of_round,
        .attachments = Attachments{.open = http::Role::guide, .is_shown = nullptr, .is_evidence = true},
        .words = {
            .about = TEXT("One finding each. Several may answer one question, and say different things."),
            .caption = TEXT("Answers"),
            .empty = TEXT("Nothing is answered yet."),
            .add = TEXT("Add an answer")}};
}

Register recommendation_register() {
    return {.key = "recommendation",
            .table = "needs_recommendation",
            .names = {TEXT("Recommendations"), TEXT("Recommendation")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/needs/recommendations",
            .above = {to_needs},
            .fields = {name_field(TEXT("What is recommended"), longest_finding).from_address("title"),
                       round_field(), area_field(),
                       term("kind", TEXT("What it is"), classes()).required().listed().filter(),
                       state_field({{"new", TEXT("Nothing is decided")},
                                    {"decided", TEXT("Decided")},
                                    {"done", TEXT("Done")},
                                    {"dropped", TEXT("Not to be done")}},
                                   "new"),
                       date("due", TEXT("By when")).listed().hint(TEXT("Needed once it is decided.")),
                       function_field(TEXT("Who sees to it"))
                           .hint(TEXT("Once it is decided, it is a task of whoever holds the function.")),
                       part_of_plan_field().hint(TEXT("Once it stands in the plan: that part names the recommendation, too.")),
                       activity_field(), barriers_field(TEXT("Obstacles that it is to take away")),
                       long_text("outcome", TEXT("What came of it"), longest_text),
                       text("source", TEXT("Where it stands"), 300), stored("wording", TEXT("Wording")),
                       unit_field()},
            .rules = check_recommendation,
            .words = {.about = TEXT("What a mapping says should be done. A decided one has a day, and is a "
                                    "task until it is done."),
                      .caption = TEXT("Recommendations"),
                      .empty = TEXT("There are no recommendations yet."),
                      .add = TEXT("Add a recommendation")}};
}

Register example_register(const municipality::Municipalities& municipalities) {
    return {
        .key = "good_example",
        .table = "needs_example",
        .names = {TEXT("Good examples"), TEXT("Good example")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/needs/examples",
        .above = {{TEXT("Needs"), "/staff/needs"},
                  {TEXT("Examples of others"), "/staff/needs/examples-of-others"}},
        .fields = {name_field(TEXT("What works well"), 300).from_address("title"),
                   long_text("about", TEXT("How it is done"), longest_text),
                   lines("tags", TEXT("Words to find it by"), {.lines = 12, .characters = 40}),
                   sharing_field(),
                   networks_field(municipalities),
                   text("credit", TEXT("Whose example it is"), 200).listed().hint(TEXT("Empty: our own.")),
                   text("source", TEXT("Where it stands"), 300), stored("copied_from", TEXT("Copied from")),
                   stored("copied_as", TEXT("Version that was copied")),
                   stored("wording", TEXT("Wording")), unit_field()},
        .rules = check_example,
        .words = {
            .about = TEXT("What others can do after us, and what we do after others. Say who may see it."),
            .caption = TEXT("Good examples"),
            .empty = TEXT("There are no examples yet."),
            .add = TEXT("Add an example")}};
}

}  // namespace digilots::needs
