#include "app/mail.h"

#include <sys/stat.h>

#include <fstream>

#include "app/application.h"
#include "app/command.h"
#include "platform/base/time.h"
#include "platform/mail/job.h"
#include "platform/mail/outbox.h"

namespace digilots::app {

namespace {

constexpr std::size_t longest_password = 1000;
constexpr std::chrono::hours long_waiting{1};
constexpr std::size_t many_unread = 100;
const mail::MailboxLimits quick_look{.connect = std::chrono::seconds(5), .answer = std::chrono::seconds(5),
                                     .visit = std::chrono::seconds(15)};

std::string password_in(const std::string& file, const char* setting) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    if (line.ends_with('\r')) line.pop_back();
    if (in.bad() || line.empty() || line.size() > longest_password) {
        throw CommandError("The file " + file +
                           " (" + setting + ") has no password in its first line, or may not be read by this "
                           "user. Write it there alone.");
    }
    return line;
}

std::vector<Finding> examine_outbox(const Application& application) {
    const auto numbers =
        application.database.read([](db::Connection& connection) { return mail::count(connection); });
    std::vector<Finding> findings;
    const auto oldest = base::parse_utc(numbers.oldest_waiting);
    if (oldest && application.clock.now() - *oldest > long_waiting) {
        findings.push_back(
            {Health::hint, "letters",
             std::to_string(numbers.waiting) + " wait, one for more than an hour. digilots mail list says why."});
    }
    if (numbers.in_trouble > 0) {
        findings.push_back({Health::hint, "letters",
                            std::to_string(numbers.in_trouble) +
                                " were not sent: digilots mail list says why; send them again with "
                                "digilots mail retry, or take them away with digilots mail drop."});
    }
    if (findings.empty()) findings.push_back({Health::good, "letters", std::to_string(numbers.waiting) + " wait"});
    return findings;
}

RetentionRule ended_letters() {
    return {.key = "mail.letter",
            .title = TEXT("Letters that were sent"),
            .about = TEXT("Kind, time and outcome of a letter are deleted. What it says and to whom is taken away before, "
                          "as soon as it is sent or over."),
            .period = {30, Period::Unit::days},
            .number = [](const i18n::Translator& words, std::int64_t n) { return words.tn("{n} letter", "{n} letters", n); },
            .held = [](db::Connection& connection, std::string_view) { return mail::number_ended(connection, "9999"); },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return mail::number_ended(connection, base::format_utc(due.before));
                },
            .remove =
                [](db::Connection& connection, const Due& due, int most) {
                    return mail::delete_ended(connection, due.before, most);
                }};
}

}  // namespace

mail::Server mail_server_of(const Settings& settings) {
    mail::Server server{
        .url = settings.smtp_url, .user = settings.smtp_user, .password = "", .from = settings.mail_from};
    server.needs_tls = !mail::is_on_this_machine(server.url);
    if (!settings.smtp_password_file.empty()) server.password = password_in(settings.smtp_password_file, "smtp_password_file");
    return server;
}

mail::MailboxServer mailbox_of(const Settings& settings) {
    mail::MailboxServer server{.url = settings.mail_in_url, .user = settings.mail_in_user};
    if (server.is_set()) server.password = password_in(settings.mail_in_password_file, "mail_in_password_file");
    return server;
}

accounts::Letters letters_of(const Settings& settings) {
    return {!settings.smtp_url.empty(), settings.public_address};
}

Slice mail_of(Application& app) {
    Slice slice{.name = "mail"};
    if (app.options.mail_server.is_set())
        slice.jobs = {mail::sending(app.database, app.clock, app.options.mail_server)};
    if (app.options.mailbox.is_set())
        slice.jobs.push_back(questions::reading_mail(app.questions, app.municipalities, app.options.mailbox,
                                                     app.options.mailbox_municipality));
    slice.retention = {ended_letters()};
    slice.examine = [&app] { return examine_outbox(app); };
    return slice;
}

Finding examine_mail(const Settings& settings) {
    if (settings.smtp_url.empty()) {
        return {Health::good, "mail", "not set up: links for passwords are shown to the administrator (smtp_url)"};
    }
    try {
        mail_server_of(settings);
    } catch (const CommandError& error) {
        return {Health::wrong, "mail", error.what()};
    }
    struct stat status {};
    if (!settings.smtp_password_file.empty() && ::stat(settings.smtp_password_file.c_str(), &status) == 0 &&
        (status.st_mode & S_IROTH)) {
        return {Health::hint, "mail",
                settings.smtp_password_file + " may be read by everyone: chmod 640 " + settings.smtp_password_file};
    }
    return {Health::good, "mail",
            settings.smtp_url + "; from " + settings.mail_from + "; try it: digilots mail test ADDRESS"};
}

std::vector<Finding> examine_mailbox(const Settings& settings, const municipality::Municipalities& municipalities) {
    if (settings.mail_in_url.empty()) return {};
    std::vector<Finding> findings;
    if (!municipalities.find_tenant(settings.mail_in_municipality))
        findings.push_back({Health::wrong, "mailbox",
                            "its questions go to " + settings.mail_in_municipality +
                                " (mail_in_municipality), which is no municipality that is active here. Correct it, or open "
                                "that one."});
    try {
        const auto unread = mail::count_unread(mailbox_of(settings), quick_look);
        const auto told = settings.mail_in_url + "; " + std::to_string(unread) + " letters wait unread";
        if (unread > many_unread)
            findings.push_back({Health::hint, "mailbox",
                                told + ": more of one sender than 20 in a day, or more than 1000 that wait for an answer, stay "
                                       "there. The log of the server tells which; read them there."});
        else findings.push_back({Health::good, "mailbox", told});
    } catch (const mail::MailboxTrouble& trouble) {
        findings.push_back({Health::wrong, "mailbox",
                            settings.mail_in_url + ": " + trouble.what() +
                                ". Check mail_in_url, mail_in_user and the password; no question comes in by e-mail "
                                "until then."});
    } catch (const CommandError& error) {
        findings.push_back({Health::wrong, "mailbox", error.what()});
    }
    return findings;
}

}  // namespace digilots::app
