#include <cstdio>

#include "app/command.h"
#include "app/installation.h"
#include "platform/base/clock.h"
#include "platform/mail/outbox.h"

namespace digilots::app {

namespace {

int run_mail_drop(const Settings& settings, const Arguments& arguments) {
    const auto id = arguments.text("id");
    const auto database = open_existing_migrated_database(settings);
    const auto now = base::SystemClock().now();
    const auto outcome = database->write([&](db::Connection& connection) { return mail::drop(connection, id, now); });
    switch (outcome) {
        case mail::Outcome::done:
            break;
        case mail::Outcome::not_there:
            throw CommandError("There is no letter " + id + ". digilots mail list names them.");
        case mail::Outcome::being_sent:
            throw CommandError("Letter " + id + " is being sent just now. Try again in ten minutes.");
        case mail::Outcome::over:
            throw CommandError("Letter " + id + " has been sent, or dropped before.");
    }
    std::puts("It is dropped.");
    return 0;
}

}  // namespace

const Command& mail_drop_command() {
    static const Command command{
        "mail drop",
        "take a letter away that waits or was not sent",
        "It is not sent any more, and what it says is deleted.\n\n"
        "Example: digilots mail drop 01932c5e-7b1a-7c3e-9d5f-1a2b3c4d5e6f",
        {{"id", OptionKind::positional, Need::required, "of the letter, as digilots mail list names it"}},
        {},
        run_mail_drop};
    return command;
}

}  // namespace digilots::app
