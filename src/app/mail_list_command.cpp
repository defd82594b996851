#include <cstdio>

#include "app/command.h"
#include "app/installation.h"
#include "municipality/municipality.h"
#include "platform/mail/outbox.h"

namespace digilots::app {

namespace {

std::string told_of(const mail::Listed& letter) {
    std::string text = letter.reason;
    if (letter.state == mail::State::sent)
        return "it may have arrived twice: the server did not answer the first time";
    if (letter.unanswered > 0) text += (text.empty() ? "" : " ") + std::string("It may have arrived already.");
    return text;
}

int run_mail_list(const Settings& settings, const Arguments&) {
    const auto database = open_existing_migrated_database(settings);
    const auto letters = database->read([](db::Connection& connection) { return mail::list(connection); });
    for (const auto& letter : letters) {
        const auto owner =
            letter.municipality_id.empty() ? "" : municipality::Municipalities::slug_of(letter.municipality_id);
        std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%d tries\t%s\n", letter.id.c_str(),
                    std::string(mail::word_of(letter.state)).c_str(), owner.c_str(), letter.kind.c_str(),
                    letter.recipient.c_str(), letter.created_at.c_str(), letter.attempts, told_of(letter).c_str());
    }
    return 0;
}

}  // namespace

const Command& mail_list_command() {
    static const Command command{"mail list",
                                 "list letters that wait, were not sent, or may have arrived twice",
                                 "Prints id, state (waiting, sending, handing over, refused, unanswered, expired, "
                                 "sent), municipality, kind, address,\n"
                                 "time, tries and what came of the last one, with tabs between them; the newest "
                                 "first. The address is there as\n"
                                 "long as the letter can still be sent. Letters that were sent are not listed, "
                                 "unless the server took one without\n"
                                 "saying so: it was then sent once more.\n\n"
                                 "Example: digilots mail list",
                                 {},
                                 {},
                                 run_mail_list};
    return command;
}

}  // namespace digilots::app
