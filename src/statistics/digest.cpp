#include "statistics/digest.h"

#include <stdexcept>

#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/db/database.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "statistics/report_parts.h"
#include "statistics/sql.h"

namespace digilots::statistics {

namespace {

constexpr std::chrono::hours of_use_for{4 * 24};

struct Wanted {
    int day = 0;
    std::string sent = {};
};

Wanted wanted_by(db::Connection& connection, std::string_view municipality, std::string_view account) {
    const auto rows = connection.query(sql::find_digest, municipality, account);
    const auto row = rows.only();
    return row ? Wanted{static_cast<int>(row->integer("day")), row->text("sent")} : Wanted{};
}

periods::Period month_before(base::Date today) { return periods::previous(periods::holding(periods::Kind::month, today)); }

int day_in(base::Date today) { return static_cast<int>(static_cast<unsigned>(today.day())); }

std::string text_of_digest(const ReportSource& source, const periods::Period& month, const std::string& address) {
    const auto& words = source.translator;
    const ReportWish wish{.year = static_cast<int>(month.from.year()), .limits = {}, .period = month};
    ReportFigures figures(source, wish);
    std::string text = words.t(TEXT("{month} in {municipality}:"),
                               {{"month", periods::name_of(month, words)}, {"municipality", source.tenant.name}}) +
                       "\n\n";
    for (const auto& sentence : report_summary(figures).sentences) text += "- " + sentence + "\n";
    text += "\n" + words.t(TEXT("All figures of the month:")) + "\n" + address +
            "/staff/statistics?period=" + periods::key_of(month) + "\n\n" + words.t(TEXT("The year so far, to be printed:")) +
            "\n" + address + "/staff/statistics/report?" + report_query({.year = wish.year}) + "\n\n" +
            words.t(TEXT("When this letter comes, or that it does not, you choose here:")) + "\n" + address +
            "/staff/statistics/digest\n";
    return text;
}

}  // namespace

Digests::Digests(db::Database& database, const municipality::Municipalities& municipalities,
                 const taxonomy::OwnTopics& own_topics, const base::Clock& clock, Letters letters)
    : database_(database),
      municipalities_(municipalities),
      own_topics_(own_topics),
      clock_(clock),
      letters_(std::move(letters)) {}

int Digests::day_of(std::string_view municipality, std::string_view account) const {
    return database_.read([&](db::Connection& connection) { return wanted_by(connection, municipality, account).day; });
}

void Digests::set_day(std::string_view municipality, std::string_view account, int day) {
    const auto today = base::to_civil(clock_.now(), municipalities_.settings(municipality).zone).date;
    // Whoever chooses a day that has passed is not written to of a month that they did not ask about.
    const auto sent = day <= day_in(today) ? periods::key_of(month_before(today)) : std::string();
    database_.write([&](db::Connection& connection) {
        if (day == 0) connection.execute(sql::delete_digest, municipality, account);
        else connection.execute(sql::set_digest, municipality, account, day, sent);
    });
}

bool Digests::send_to(const municipality::Municipality& municipality, const Letters::Reader& reader,
                      const std::vector<measures::Measure>& measures, const Around& around,
                      const register_::Records& targets) const {
    if (!mail::is_reachable(reader.email)) return false;
    const auto tenant = municipalities_.find_tenant(municipality.slug);
    if (!tenant) return false;
    const auto now = clock_.now();
    const auto today = base::to_civil(now, tenant->zone).date;
    const auto month = month_before(today);
    const auto wanted =
        database_.read([&](db::Connection& connection) { return wanted_by(connection, municipality.id, reader.account); });
    if (wanted.day == 0 || day_in(today) < wanted.day || wanted.sent >= periods::key_of(month)) return false;
    const auto& words = i18n::translator(tenant->languages.front());
    http::Identity who;
    who.account_id = reader.account;
    who.municipality_id = municipality.id;
    who.role = reader.role;
    const ReportSource source{.measures = measures,
                              .around = around,
                              .own_topics = own_topics_.of(municipality.id),
                              .targets = targets_of(targets, municipality.id),
                              .tenant = *tenant,
                              .translator = words,
                              .who = who,
                              .today = today};
    const auto address = letters_.site + "/" + words.language().code + "/" + tenant->slug;
    const auto text = text_of_digest(source, month, address);
    return database_.write(
        [&](db::Connection& connection) {
            if (connection.execute(sql::note_digest, municipality.id, reader.account, periods::key_of(month), wanted.sent) != 1)
                return false;
            mail::add(connection,
                      {.municipality_id = municipality.id,
                       .kind = "figures of the month",
                       .recipient = reader.email,
                       .subject = words.t(TEXT("Figures of {month} in {municipality}"),
                                          {{"month", periods::name_of(month, words)}, {"municipality", tenant->name}}),
                       .text = text,
                       .language = words.language().code,
                       .valid_until = now + of_use_for},
                      now);
            return true;
        },
        db::Isolation::deciding);
}

std::int64_t Digests::send(jobs::Run& run, const Around& around, const register_::Records& targets) const {
    std::int64_t sent = 0;
    if (!are_sent()) return sent;
    const auto measures = letters_.measures();
    std::string failure;
    for (const auto& municipality : municipalities_.active()) {
        if (municipality.is_made_up) continue;  // nobody reads there
        run.go_on();
        try {
            for (const auto& reader : letters_.readers(municipality.id))
                sent += send_to(municipality, reader, measures, around, targets);
        } catch (...) {
            // The others get theirs; the job is tried again for these.
            failure = base::reason_of_current_exception();
            base::log(base::LogLevel::warning, "figures of the month not sent",
                      {{"municipality", municipality.id}, {"reason", failure}});
        }
    }
    if (!failure.empty()) throw std::runtime_error(failure);
    return sent;
}

void end_digest(db::Connection& connection, std::string_view municipality, std::string_view account) {
    connection.execute(sql::delete_digest, municipality, account);
}

}  // namespace digilots::statistics
