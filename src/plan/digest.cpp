#include "plan/digest.h"

#include <stdexcept>

#include "plan/sql.h"
#include "plan/week.h"
#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"

namespace digilots::plan {

namespace {

constexpr std::chrono::hours of_use_for_digest{4 * 24};
constexpr int days_of_week = 7;

struct WantedDigest {
    int day = 0;
    std::string sent = {};
};

WantedDigest digest_wanted(db::Connection& connection, std::string_view municipality, std::string_view account) {
    const auto rows = connection.query(sql::find_digest, municipality, account);
    const auto row = rows.only();
    return row ? WantedDigest{static_cast<int>(row->integer("day")), row->text("sent")} : WantedDigest{};
}

std::string monday_of(base::Date day) {
    return base::format_date(base::add_days(day, -base::weekday_of(day)));
}

void add_lines(std::string& text, std::string_view heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    text += "\n" + std::string(heading) + "\n";
    for (const auto& line : lines) text += "- " + line + "\n";
}

std::string text_of_week(const WeekOfPlan& told, const Week& week, const http::Tenant& tenant, const std::string& address,
                         const i18n::Translator& words) {
    std::string text = words.t(TEXT("The plan of {municipality}, {from} to {to}:"),
                               {{"municipality", tenant.name}, {"from", words.date(week.from)}, {"to", words.date(week.to)}}) +
                       "\n";
    add_lines(text, words.t(TEXT("What was changed")), told.changed);
    add_lines(text, words.t(TEXT("Whose day has passed")), told.late);
    add_lines(text, words.t(TEXT("What comes in the next two weeks")), told.coming);
    add_lines(text, words.t(TEXT("Comments that wait for an answer")), told.unanswered);
    return text + "\n" + words.t(TEXT("All of the plan:")) + "\n" + address + "/staff/plan\n\n" +
           words.t(TEXT("When this letter comes, or that it does not, you choose here:")) + "\n" + address +
           "/staff/plan/digest\n";
}

}  // namespace

int Digests::day_of(std::string_view municipality, std::string_view account) const {
    return kinds_.database.read(
        [&](db::Connection& connection) { return digest_wanted(connection, municipality, account).day; });
}

void Digests::set_day(std::string_view municipality, std::string_view account, int day) const {
    const auto today = kinds_.around(municipality).today;
    const auto sent = day <= base::weekday_of(today) + 1 ? monday_of(today) : std::string();
    kinds_.database.write([&](db::Connection& connection) {
        if (day == 0) connection.execute(sql::delete_digest, municipality, account);
        else connection.execute(sql::set_digest, municipality, account, day, sent);
    });
}

bool Digests::send_to(const municipality::Municipality& municipality, const Letters::Reader& reader) const {
    const auto tenant = kinds_.neighbours.municipalities.find_tenant(municipality.slug);
    if (!tenant || !mail::is_reachable(reader.email)) return false;
    const auto now = kinds_.clock.now();
    const auto today = base::to_civil(now, tenant->zone).date;
    const auto this_week = monday_of(today);
    const auto wanted = kinds_.database.read(
        [&](db::Connection& connection) { return digest_wanted(connection, municipality.id, reader.account); });
    if (wanted.day == 0 || base::weekday_of(today) + 1 < wanted.day || wanted.sent >= this_week) return false;
    const auto& words = i18n::translator(tenant->languages.front());
    const Week week{base::add_days(today, -days_of_week), base::add_days(today, -1)};
    const auto told = week_of_plan(kinds_, *tenant, week, today, words);
    const auto address = kinds_.neighbours.letters.site + "/" + words.language().code + "/" + tenant->slug;
    const auto text = text_of_week(told, week, *tenant, address, words);
    return kinds_.database.write(
        [&](db::Connection& connection) {
            if (connection.execute(sql::note_digest, municipality.id, reader.account, this_week, wanted.sent) != 1) return false;
            if (told.is_empty()) return false;  // nothing to tell
            mail::add(connection,
                      {.municipality_id = municipality.id,
                       .kind = "week of the plan",
                       .recipient = reader.email,
                       .subject = words.t(TEXT("The plan’s week in {municipality}"), {{"municipality", tenant->name}}),
                       .text = text,
                       .language = words.language().code,
                       .valid_until = now + of_use_for_digest},
                      now);
            return true;
        },
        db::Isolation::deciding);
}

std::int64_t Digests::send(jobs::Run& run) const {
    std::int64_t sent = 0;
    if (!are_sent()) return sent;
    std::string failure;
    for (const auto& municipality : kinds_.neighbours.municipalities.active()) {
        if (municipality.is_made_up) continue;  // nobody reads there
        run.go_on();
        try {
            for (const auto& reader : kinds_.neighbours.letters.readers(municipality.id))
                sent += send_to(municipality, reader) ? 1 : 0;
        } catch (...) {
            // The others get theirs; the job is tried again for these.
            failure = base::reason_of_current_exception();
            base::log(base::LogLevel::warning, "week of the plan not sent",
                      {{"municipality", municipality.id}, {"reason", failure}});
        }
    }
    if (!failure.empty()) throw std::runtime_error(failure);
    return sent;
}

void end_digest(db::Connection& connection, std::string_view municipality, std::string_view account) {
    connection.execute(sql::delete_digest, municipality, account);
}

}  // namespace digilots::plan
