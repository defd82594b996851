#include <cstdio>

#include "app/command.h"
#include "app/mail.h"
#include "platform/base/clock.h"
#include "platform/mail/message.h"
#include "platform/mail/sending.h"

namespace digilots::app {

namespace {

int run_mail_test(const Settings& settings, const Arguments& arguments) {
    const auto address = arguments.text("address");
    if (!mail::is_reachable(address))
        throw CommandError("Name one e-mail address without å, ä, ö or ø: anna@example.org.", 2);
    const auto server = mail_server_of(settings);
    if (!server.is_set())
        throw CommandError("No mail server is set up: smtp_url, mail_from, public_address (docs/operating.md).");
    const auto answer = mail::send_trial(base::SystemClock(), server, address);
    if (answer.delivery != mail::Delivery::taken) throw CommandError(answer.reason);
    std::printf("The mail server has taken a letter to %s. Look whether it arrives.\n", address.c_str());
    return 0;
}

}  // namespace

const Command& mail_test_command() {
    static const Command command{
        "mail test",
        "send a letter at once, to try the settings",
        "Says what the mail server answered; ends with 1 where it did not take the letter.\n\n"
        "Example: digilots mail test anna@example.org",
        {{"address", OptionKind::positional, Need::required, "who gets the letter"}},
        {"smtp_url", "smtp_user", "smtp_password_file", "mail_from", "public_address"},
        run_mail_test};
    return command;
}

}  // namespace digilots::app
