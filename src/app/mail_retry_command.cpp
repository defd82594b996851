#include <cstdio>

#include "app/command.h"
#include "app/installation.h"
#include "platform/base/clock.h"
#include "platform/mail/outbox.h"

namespace digilots::app {

namespace {

int run_mail_retry(const Settings& settings, const Arguments& arguments) {
    const auto id = arguments.text("id");
    const auto database = open_existing_migrated_database(settings);
    const auto now = base::SystemClock().now();
    const auto outcome =
        database->write([&](db::Connection& connection) { return mail::retry(connection, id, now); });
    switch (outcome) {
        case mail::Outcome::done:
            break;
        case mail::Outcome::not_there:
            throw CommandError("There is no letter " + id + ". digilots mail list names them.");
        case mail::Outcome::being_sent:
            throw CommandError("Letter " + id + " is being sent just now. Try again in ten minutes.");
        case mail::Outcome::over:
            throw CommandError("What letter " + id +
                               " said is kept no more, or it has been sent: let the person ask for a new one.");
    }
    std::puts("It goes out within a second, where a server runs.");
    return 0;
}

}  // namespace

const Command& mail_retry_command() {
    static const Command command{
        "mail retry",
        "send a letter again that was refused or not answered, or waits",
        "One that waits is sent at once. A letter whose time is over says nothing any more: let the person ask\n"
        "for a new one.\n\n"
        "Example: digilots mail retry 01932c5e-7b1a-7c3e-9d5f-1a2b3c4d5e6f",
        {{"id", OptionKind::positional, Need::required, "of the letter, as digilots mail list names it"}},
        {},
        run_mail_retry};
    return command;
}

}  // namespace digilots::app
