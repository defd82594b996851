#include <chrono>
#include <cstdio>
#include <memory>

#include "accounts/demo.h"
#include "app/command.h"
#include "app/demo.h"
#include "app/installation.h"
#include "platform/base/whole_number.h"
#include "platform/jobs/lease.h"

namespace digilots::app {

namespace {

constexpr int most_municipalities = 290, most_years = 20, most_inquiries = 1'000'000, most_seed = 1'000'000'000;

int number_in(const Arguments& arguments, const char* option, int least, int most, int usual) {
    if (!arguments.has(option)) return usual;
    const auto number = base::whole_number_up_to(arguments.text(option), least, most);
    if (number) return *number;
    throw CommandError("--" + std::string(option) + " is a whole number from " + std::to_string(least) + " to " +
                       std::to_string(most) + ".", 2);
}

/// One loads at a time: two would each find half of what the other makes.
std::unique_ptr<jobs::Lease> take_turn(db::Database& database, const base::Clock& clock) {
    try {
        return std::make_unique<jobs::Lease>(database, clock, "demo");
    } catch (const jobs::Taken& other) {
        throw CommandError("The demo is being loaded into this database by another one (" + std::string(other.what()) +
                           "). Wait until that has ended. Nothing was changed by this one.");
    }
}

/// What takes longer than a second says how far it is.
std::function<void(const std::string&)> tell_each_second(jobs::Lease& turn) {
    return [&turn, last = std::chrono::steady_clock::now()](const std::string& done) mutable {
        turn.renew();
        const auto now = std::chrono::steady_clock::now();
        if (now - last < std::chrono::seconds(1)) return;
        last = now;
        std::fprintf(stderr, "  %s\n", done.c_str());
    };
}

int run_demo(const Settings& settings, const Arguments& arguments) {
    DemoWishes wishes;
    wishes.municipalities = number_in(arguments, "municipalities", 1, most_municipalities, 0);
    wishes.years = number_in(arguments, "years", 1, most_years, wishes.years);
    wishes.inquiries = number_in(arguments, "inquiries", 1, most_inquiries, static_cast<int>(wishes.inquiries));
    wishes.seed = static_cast<std::uint64_t>(number_in(arguments, "seed", 1, most_seed, 1));
    wishes.with_programme = arguments.has("programme");
    const base::SystemClock clock;
    auto database = open_database_at_leisure(settings);
    migrate(*database);
    const auto turn = take_turn(*database, clock);
    wishes.tell = tell_each_second(*turn);
    Application application(*database, search_folder(settings), clock);
    const auto loaded = load_demo(application, wishes);
    const auto real = application.municipalities.active_real().size();
    const auto made_up = application.municipalities.active().size() - real;
    if (loaded == DemoLoaded::now) {
        std::printf("The demo is loaded: %zu municipalities and %zu made-up ones in %s.\n", real, made_up, settings.data.c_str());
    } else {
        std::printf("The demo was here already: %zu municipalities and %zu made-up ones in %s. What was missing is there again, "
                    "and what was changed in it stays.\n", real, made_up, settings.data.c_str());
    }
    std::printf("Begin with the made-up ones, which are complete: /lotsby/ in Sweden, /losvik/ in Norway.\n");
    std::printf("Accounts, all with the password %s as long as nobody has changed it:\n", accounts::demo_password);
    for (const auto& one : accounts::demo_accounts(demo_of(application, wishes))) {
        std::printf("  %-34s %s %s\n", one.account.email.c_str(), one.role, one.municipality.c_str());
    }
    return 0;
}

}  // namespace

const Command& demo_command() {
    static const Command command{
        "demo",
        "load the demo into an empty database: real municipalities and made-up ones, accounts with a known password",
        "Imports the mapping of nine municipalities with example phone numbers, and makes a complete made-up one in each\n"
        "country (lotsby, losvik): directory, a year's log, goals, an evaluation, figures, accounts of each role, which it\n"
        "prints, and a network of the two, which lotsby leads. What is made up says so on every page and stands in no list,\n"
        "rank or sum of real ones. It refuses a\n"
        "database that holds anything else, and can be repeated: what is missing is made again.\n"
        "With --programme it also serves Digihjelpen, a national programme of the mapping, at /digihjelpen/: its plan of ten\n"
        "milestones, what keeps it from being closed, groups, governing documents and the frame of its money.\n"
        "For measuring it makes more of them, with logs only: the same for the same seed and day.\n\n"
        "Example: digilots demo --data /tmp/demo && digilots serve --data /tmp/demo\n"
        "         digilots demo --data /tmp/large --municipalities 290 --years 3 --inquiries 20000 --seed 7",
        {{"municipalities", OptionKind::text, Need::optional, 
          "how many more to make up for measuring, 1 to 290 (provkommun-001 …)"},
         {"years", OptionKind::text, Need::optional, "how many years of log (if not given 1)"},
         {"inquiries", OptionKind::text, Need::optional, "how many in each municipality and year, about (if not given 6000)"},
         {"seed", OptionKind::text, Need::optional, "another one makes another log (if not given 1)"},
         {"programme", OptionKind::flag, Need::optional, "with Digihjelpen, a Norwegian programme, at /digihjelpen/"}},
        {},
        run_demo};
    return command;
}

}  // namespace digilots::app
