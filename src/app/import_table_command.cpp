#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/mail.h"
#include "app/people.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/register/table_kind.h"
#include "platform/tables/read_table.h"

namespace digilots::app {

namespace {

using register_::PlannedRow, register_::TableKind;
using std::chrono::steady_clock;

constexpr const char* actor = "operator";
constexpr std::chrono::seconds told_every{1};

std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) throw CommandError("The file " + file + " cannot be read. Correct the path.", 2);
    return std::move(bytes).str();
}

std::shared_ptr<TableKind> kind_called(const Slices& slices, const std::string& name) {
    std::string names;
    for (const auto& kind : tables_of(slices)) {
        if (register_::is_called(*kind, name)) return kind;
        names += (names.empty() ? "" : ", ") + std::string(register_::word_for(*kind));
    }
    throw CommandError("There is no kind of table \"" + name + "\". Kinds: " + names + ".", 2);
}

/// To standard error, once a second from the second on.
class Told final : public register_::Progress {
public:
    void at(Doing doing, std::size_t row, std::size_t of) override {
        const auto now = steady_clock::now();
        if (now < next_) return;
        next_ = now + told_every;
        std::fprintf(stderr, "%s: row %zu of %zu\n", doing == Doing::looking ? "looking" : "writing", row,
                     of);
    }

private:
    steady_clock::time_point next_ = steady_clock::now() + told_every;
};

/// 'row 17, column "Telefon"/C "ring": Write the phone number with digits …'
void tell_refused(const PlannedRow& row, bool with_values) {
    for (const auto& cell : row.refused) {
        std::string where;
        if (!cell.column.empty())
            where = ", column \"" + cell.column + "\"" + (cell.letter.empty() ? "" : "/" + cell.letter);
        else if (!cell.letter.empty())
            where = ", column " + cell.letter;
        const auto value = with_values && !cell.value.empty() ? " \"" + cell.value + "\"" : "";
        std::printf("row %d%s%s: %s\n", row.line, where.c_str(), value.c_str(), cell.message.c_str());
    }
}

void tell(const register_::Plan& plan, const TableKind& kind, const i18n::Translator& words) {
    const bool with_values = !kind.holds_people();
    for (const auto& row : plan.rows) {
        std::string fields;
        for (const auto& change : row.changes)
            fields += (fields.empty() ? " (" : "; ") + (with_values ? text_of(change, words) : change.field);
        if (row.kind == PlannedRow::Kind::added) std::printf("row %d: new: %s\n", row.line, row.name.c_str());
        if (row.kind == PlannedRow::Kind::changed)
            std::printf("row %d: changed: %s%s%s\n", row.line, row.name.c_str(),
                        (fields.empty() ? fields : fields + ")").c_str(),
                        row.is_stale ? ": over what somebody has changed since the table was taken out" : "");
        tell_refused(row, with_values);
        for (const auto& doubt : row.doubts) std::printf("row %d: look at this: %s\n", row.line, doubt.c_str());
    }
    if (plan.taken_in)
        std::printf("%zu of the rows were imported already on %s: they are left out. --again takes them in once more.\n",
                    plan.count_there(), base::format_utc(*plan.taken_in).substr(0, 10).c_str());
    std::printf("%s: %zu new, %zu changed, %zu as they are, %zu refused\n",
                std::string(register_::word_for(kind)).c_str(),
                plan.count(PlannedRow::Kind::added), plan.count(PlannedRow::Kind::changed),
                plan.count(PlannedRow::Kind::same), plan.count(PlannedRow::Kind::refused));
    std::fflush(stdout);
}

void tell_failed(const register_::CarriedOut& done) {
    std::string why = "Somebody else has changed it meanwhile.";
    for (const auto& cell : done.why) why = (cell.column.empty() ? "" : cell.column + ": ") + cell.message;
    std::fprintf(stderr,
                 "Nothing is written: row %d is not as planned any more. %s Give the command again.\n",
                 done.line, why.c_str());
}

int run_import_table(const Settings& settings, const Arguments& arguments) {
    const auto table = tables::read_table(bytes_of(arguments.text("file")));
    const auto& words = i18n::translator("en");
    if (!table) throw CommandError(table.error().words(words));
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    // A server that runs, or the next one, sends the letters.
    Application application(*database, search_folder(settings), clock, {.letters = letters_of(settings)});
    const auto kind = kind_called(application.slices, arguments.text("kind"));
    const auto about = application.municipalities.about(
        municipality_id_of(application.municipalities, arguments.text("municipality")));
    const auto tenant = application.municipalities.find_tenant(about->slug);
    const auto around = kind->around(*tenant, words, nullptr);
    Told told;
    const auto key = arguments.has("again") ? base::new_uuid(clock.now()) : kind->key_of(*table, around);
    const auto plan = kind->plan(*table, around, {.progress = &told, .form_key = key});
    if (!plan.fault.empty()) throw CommandError(plan.fault);
    tell(plan, *kind, words);
    const bool skips = arguments.has("skip-refused");
    if (plan.count(PlannedRow::Kind::refused) > 0 && !skips) {
        std::fprintf(
            stderr,
            "Nothing is written. Mend the rows that are refused, or leave them out with --skip-refused.\n");
        return 1;
    }
    if (arguments.has("dry-run")) return 0;
    if (plan.count(PlannedRow::Kind::added) + plan.count(PlannedRow::Kind::changed) == 0) {
        std::printf("%s\n", plan.taken_in ? "Imported already; nothing new." : "Nothing is new.");
        return 0;
    }
    const auto done = kind->carry_out(plan, around, actor, key,
                                      skips ? register_::Refused::skip : register_::Refused::stop, &told);
    if (!done) {
        tell_failed(done);
        return 1;
    }
    for (const auto& one : done.to_hand_out)
        std::printf("%s: %s%s (works once, for three days)\n", one.to.c_str(), settings.public_address.c_str(), one.path.c_str());
    std::printf("Taken in. A running server shows it within seconds.\n");
    return 0;
}

}  // namespace

const Command& import_table_command() {
    static const Command command{
        "import table",
        "take in a table (XLSX, ODS or CSV) of places, services, contacts, people …",
        "Prints first what it will do: new rows, changed ones with what stands and what comes, and each "
        "row that cannot be\n"
        "taken in with column, value and reason (of people and inquiries no values). With a refused row nothing "
        "is written and\n"
        "the command ends with 1, unless --skip-refused. The\n"
        "first line names the columns, as the tables that the program gives out do, in Swedish, Norwegian or "
        "English; the\n"
        "column with the reference finds the record that a row changes, and is empty for a new one. All is "
        "written in one\n"
        "step or nothing is. Rows that were taken in before are left out: the same file twice is imported once, unless\n"
        "--again. At most 50 000 rows; how far it is stands on standard error.\n\n"
        "Kinds: places, services, e-services, contacts, stops, topics, functions, units, rhythms, topic-rules, goals,\n"
        "tasks, questions, answers, promises, callbacks, inquiries, counts, reviews, improvements, step-guides, systems,\n"
        "stuck-points, renewals, pickups, activities, activity-partners, activity-requests, sessions (who came), offers,\n"
        "rota, exceptions, resources, planned-help, assisted-visits, tours, trials, launches, onboarding,\n"
        "walkthroughs, catch-ups, invitations, experiments, campaigns, campaign-messages, targets, saved,\n"
        "outside-collections, outside-columns, owners, owner-answers, budget-settings, budget-lines,\n"
        "budget-calculations, budget-sources, budget-shares, budget-actuals, budget-frames, budget-approvals,\n"
        "budget-contributions, reference-costs, saving-estimates, after-projects, consequences, grants, grant-steps,\n"
        "rounds, questions, records, recommendations, examples, groups, supporters, informal-help, signals, inventories,\n"
        "insights, investigations, do-we-hit-right, challenges, points, equipment, paper-forms, wishes, agency-guidance,\n"
        "steering-groups, members, meetings, items, decisions, handovers, handover-points, rollout, method, factors,\n"
        "demography, checklists, system-inventory, introduction-process, introductions, introduction-steps, service-tiers,\n"
        "parts, comments, dependencies, milestones, criteria, responsibilities, profiles, notes, feedback, roles, mandates,\n"
        "actions, starts, keys, interim, values, documents, required, stories, deviations, checklist, references, ambitions,\n"
        "benefits, quality, surveys, survey-rounds, interviews, user-tests, outside-studies, shared-tables, people.\n\n"
        "Example: digilots import table --municipality sundsvall --kind places places.xlsx --dry-run",
        {{"file", OptionKind::positional, Need::required, "an XLSX, ODS or CSV file"},
         {"municipality", OptionKind::text, Need::required, "slug or code"},
         {"kind", OptionKind::text, Need::required, "what the rows are: places, contacts, people …"},
         {"dry-run", OptionKind::flag, Need::optional, "only tell what would be done"},
         {"skip-refused", OptionKind::flag, Need::optional, "take in the others where rows are refused"},
         {"again", OptionKind::flag, Need::optional, "rows that were taken in before are other ones: add them once more"}},
        {},
        run_import_table};
    return command;
}

}  // namespace digilots::app
