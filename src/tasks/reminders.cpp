// Letters about open tasks: whoever has some gets one, as often as they choose.
#include <algorithm>
#include <stdexcept>

#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "tasks/implementation.h"
#include "tasks/own_tasks.h"
#include "tasks/rhythm_key.h"
#include "tasks/sql.h"

namespace digilots::tasks {

namespace {

constexpr std::size_t most_named = 20;
constexpr std::chrono::hours of_use{2 * 24};
constexpr int saturday = 5;

struct Reminder {
    Rhythm rhythm = Rhythm::weekly;
    std::string sent_on;  // "" never
};

Reminder reminder_of(db::Connection& connection, std::string_view municipality_id, std::string_view account_id) {
    const auto rows = connection.query(sql::find_reminder, municipality_id, account_id);
    const auto row = rows.only();
    return row ? Reminder{rhythm_called(row->text("rhythm")), row->text("sent_on")} : Reminder{};
}

/// Working days for who wants one a day; for others once from Monday on, so that a day without a server loses none.
bool is_due(const Reminder& reminder, base::Date today) {
    if (reminder.rhythm == Rhythm::never) return false;
    const int weekday = base::weekday_of(today);
    if (reminder.rhythm == Rhythm::daily) return weekday < saturday && reminder.sent_on < base::format_date(today);
    return reminder.sent_on < base::format_date(base::add_days(today, -weekday));
}

std::string line_of(const register_::Record& task, const register_::Records& records, const register_::Surroundings& around) {
    const auto title = title_of(records, task, around);
    const auto due = task.date("due");
    if (!due) return "- " + title;
    const auto day = around.words->date(*due);
    return "- " + (*due < around.today ? around.words->t("Overdue since {date}: {task}", {{"date", day}, {"task", title}})
                                       : around.words->t("By {date}: {task}", {{"date", day}, {"task", title}}));
}

}  // namespace

std::string_view key_of(Rhythm rhythm) {
    switch (rhythm) {
        case Rhythm::never:
            return "never";
        case Rhythm::daily:
            return "daily";
        case Rhythm::weekly:
            break;
    }
    return "weekly";
}

Rhythm rhythm_called(std::string_view key) {
    return key == "never" ? Rhythm::never : key == "daily" ? Rhythm::daily : Rhythm::weekly;
}

bool Tasks::sends_letters() const { return implementation_->readers.all != nullptr; }

Rhythm Tasks::rhythm_of(std::string_view municipality_id, std::string_view account_id) const {
    return implementation_->database.read([&](db::Connection& connection) {
        return reminder_of(connection, municipality_id, account_id).rhythm;
    });
}

void Tasks::set_rhythm(std::string_view municipality_id, std::string_view account_id, Rhythm rhythm) {
    implementation_->database.write([&](db::Connection& connection) {
        connection.execute(sql::set_reminder, municipality_id, account_id, key_of(rhythm));
    });
}

bool Tasks::Implementation::remind(const municipality::Municipality& municipality, const Readers::Reader& reader) {
    if (!mail::is_reachable(reader.email)) return false;
    const auto around = this->around(municipality.id);
    const auto before = database.read(
        [&](db::Connection& connection) { return reminder_of(connection, municipality.id, reader.account); });
    if (!is_due(before, around.today)) return false;
    auto open_ones = tasks_of(records, organisation, around, reader.account);
    if (open_ones.empty()) return false;
    put_in_order(open_ones);
    const auto& words = *around.words;
    std::string text = words.tn("You have {n} open task in {municipality}:", "You have {n} open tasks in {municipality}:",
                                std::ssize(open_ones), {{"municipality", municipality.name}}) +
                       "\n\n";
    for (std::size_t at = 0; at < std::min(most_named, open_ones.size()); ++at)
        text += line_of(open_ones[at], records, around) + "\n";
    if (open_ones.size() > most_named)
        text += words.t("… and more, on the page My tasks.") + std::string("\n");
    text += "\n" + readers.site + "/" + around.language + "/" + municipality.slug + "/staff/my-tasks\n\n" +
            words.t("How often this letter comes you choose at the end of that page.") + "\n";
    const auto now = clock.now();
    return database.write(
        [&](db::Connection& connection) {
            if (connection.execute(sql::note_reminded, municipality.id, reader.account, key_of(before.rhythm),
                                   base::format_date(around.today), before.sent_on) != 1)
                return false;
            mail::add(connection,
                      {.municipality_id = municipality.id,
                       .kind = "open tasks",
                       .recipient = reader.email,
                       .subject = words.t("Your open tasks in {municipality}", {{"municipality", municipality.name}}),
                       .text = text,
                       .language = around.language,
                       .valid_until = now + of_use},
                      now);
            return true;
        },
        db::Isolation::deciding);
}

std::int64_t Tasks::remind(jobs::Run& run) {
    auto& all = *implementation_;
    std::int64_t sent = 0;
    if (!all.readers.all) return sent;
    std::string failure;
    for (const auto& municipality : all.municipalities.active()) {
        if (municipality.is_made_up) continue;  // nobody reads there
        run.go_on();
        try {
            for (const auto& reader : all.readers.all(municipality.id)) sent += all.remind(municipality, reader);
        } catch (...) {
            // The others get theirs; the job is tried again for these.
            failure = base::reason_of_current_exception();
            base::log(base::LogLevel::warning, "tasks not reminded of", {{"municipality", municipality.id}, {"reason", failure}});
        }
    }
    if (!failure.empty()) throw std::runtime_error(failure);
    return sent;
}

}  // namespace digilots::tasks
