#include <chrono>
#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"
#include "platform/base/time.h"

namespace digilots::app {

namespace {

/// A line a second at most, and none where it takes less.
releases::Progress told_on_terminal() {
    using std::chrono::steady_clock;
    return [last = steady_clock::now()](std::int64_t done, std::int64_t total, std::string_view step) mutable {
        if (steady_clock::now() - last < std::chrono::seconds(1)) return;
        last = steady_clock::now();
        std::fprintf(stderr, "%.*s: %lld of %lld\n", static_cast<int>(step.size()), step.data(), static_cast<long long>(done),
                     static_cast<long long>(total));
    };
}

periods::Period month_named(const std::string& name, const releases::Releases& releases, base::Date today) {
    if (name.empty()) return releases.due();
    const auto month = periods::read(name);
    if (!month || periods::kind_of(*month) != periods::Kind::month)
        throw CommandError("\"" + name + "\" is no month. Write it such as 2026-10.", 2);
    if (month->to >= today) throw CommandError(name + " is not over. Nothing was released.");
    return *month;
}

/// Its id, "" of none.
std::string municipality_named(const std::string& name, bool is_revision, const municipality::Municipalities& municipalities) {
    if (name.empty()) return "";
    if (!is_revision) throw CommandError("--municipality belongs to --revise: a month is released of all at once.", 2);
    const auto tenant = municipalities.find_tenant(name);
    if (!tenant) throw CommandError("\"" + name + "\" is no municipality here. Write it as in addresses, such as sundsvall.", 2);
    return tenant->id;
}

/// What a revision does to the figures, before it is written.
bool say_before(const releases::Made& made, bool is_trial) {
    const auto number = [](std::int64_t many) { return static_cast<long long>(many); };
    std::printf("%s\t%04d\trevision %d\t%lld figures change\t%lld stay\t%lld go\t%lld stand as first told: a change is too "
                "small or too close to tell\n",
                made.scope.empty() ? "all" : made.scope.c_str(), made.year, made.revision, number(made.changed),
                number(made.kept), number(made.gone), number(made.untold));
    std::fflush(stdout);
    return !is_trial;
}

int run_release(const Settings& settings, const Arguments& arguments) {
    const bool is_revision = arguments.has("revise");
    if (is_revision == arguments.text("reason").empty())
        throw CommandError("Say --revise and --reason together: the reason stands beside the tables.", 2);
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    Application application(*database, search_folder(settings), clock, {.release_day = settings.release_day});
    auto& releases = application.releases;
    const auto today = base::to_civil(clock.now(), "Europe/Stockholm").date;
    const auto month = month_named(arguments.text("month"), releases, today);
    const auto told = told_on_terminal();
    const auto of = municipality_named(arguments.text("municipality"), is_revision, application.municipalities);
    const bool is_trial = arguments.has("try");
    if (is_trial && !is_revision) throw CommandError("--try belongs to --revise: a month is released as it is.", 2);
    const auto look = [is_trial](const releases::Made& made) { return say_before(made, is_trial); };
    const auto made = is_revision ? releases.revise(static_cast<int>(month.from.year()), arguments.text("reason"), told, of, look)
                                  : releases.make_until(month, told);
    if (is_trial) return 0;
    for (const auto& one : made)
        std::printf("%s\t%04d-%02d\trevision %d\t%lld published\t%lld hidden\t%lld withheld\n",
                    one.scope.empty() ? "all" : one.scope.c_str(), one.year, one.month, one.revision,
                    static_cast<long long>(one.published), static_cast<long long>(one.hidden),
                    static_cast<long long>(one.withheld));
    if (made.empty() && is_revision)
        throw CommandError("Nothing was revised, and the reason is kept nowhere: nothing of that year is released, or somebody "
                           "else revised it meanwhile. Look at what was released, and revise again if that is still needed.");
    if (made.empty()) std::printf("Nothing was to be released.\n");
    return 0;
}

}  // namespace

const Command& release_command() {
    static const Command command{
        "release",
        "release the tables of closed months, or revise those of a year",
        "Does what digilots serve does each night from the release_day of a month on, and may run beside it: releases the\n"
        "months that are missing up to the one before. With --month up to that one, as soon as it is over. What was released\n"
        "stays as it is. With --revise the whole year of that month is released anew, by what the log says now; the\n"
        "earlier revision is kept. With --municipality that one's numbers alone are taken from the log anew: a made-up\n"
        "one is released by itself, of real ones those beside it stay. No figure is hidden by a revision: it changes, or it\n"
        "stays as it was told where the change is too small or too close to others to be told. How many change, stay and\n"
        "go is printed before anything is written; with --try nothing is. Prints what was made: whose, the month, the\n"
        "revision and how many numbers are published, hidden and withheld.\n\n"
        "Example: digilots release --revise --reason \"A desk had logged August twice\"",
        {{"month", OptionKind::text, Need::optional, "such as 2026-10; without it the month that is due"},
         {"revise", OptionKind::flag, Need::optional, "release the year anew, together with --reason"},
         {"try", OptionKind::flag, Need::optional, "with --revise: say what would change, write nothing"},
         {"reason", OptionKind::text, Need::optional, "why, as readers of the tables that changed are told"},
         {"municipality", OptionKind::text, Need::optional, "revise for this one alone, such as sundsvall"}},
        {"release_day"},
        run_release};
    return command;
}

}  // namespace digilots::app
