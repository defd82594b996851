#include "questions/questions.h"

#include "platform/audit/reading.h"
#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/register/other_units.h"
#include "questions/implementation.h"
#include "questions/sql.h"
#include "questions/telling.h"

namespace digilots::questions {

namespace {

constexpr const char* usual_zone = "Europe/Stockholm";

template <class Value>
struct Word {
    Value value;
    std::string_view word;
};

constexpr Word<ReplyBy> reply_words[] = {{ReplyBy::none, "none"},
                                         {ReplyBy::email, "email"},
                                         {ReplyBy::phone, "phone"},
                                         {ReplyBy::letter, "letter"}};
constexpr Word<ReplyWay> way_words[] = {{ReplyWay::page, "page"},
                                        {ReplyWay::email, "email"},
                                        {ReplyWay::phone, "phone"},
                                        {ReplyWay::letter, "letter"}};
constexpr Word<Followed::State> state_words[] = {{Followed::State::waiting, "waiting"},
                                                 {Followed::State::answered, "answered"},
                                                 {Followed::State::closed, "closed"}};

template <class Value, std::size_t number>
std::string_view word_in(const Word<Value> (&words)[number], Value value) {
    for (const auto& one : words)
        if (one.value == value) return one.word;
    return "";
}

template <class Value, std::size_t number>
std::optional<Value> value_in(const Word<Value> (&words)[number], std::string_view word) {
    for (const auto& one : words)
        if (one.word == word) return one.value;
    return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> links_of(const std::vector<std::string>& kept) {
    std::vector<std::pair<std::string, std::string>> links;
    for (const auto& item : kept) {
        const auto space = item.find(' ');
        const auto address = item.substr(0, space);
        links.emplace_back(space == std::string::npos ? address : item.substr(space + 1), address);
    }
    return links;
}

register_::Others with_more(register_::Others others, register_::MoreOf more) {
    others.more = std::move(more);
    return others;
}

register_::Others with_rhythm(register_::Others others, const organisation::Organisation& organisation) {
    others.checked_every = [&organisation](std::string_view municipality_id) {
        return organisation::rhythm_of(*organisation.rhythms(municipality_id), "answer").months;
    };
    return others;
}

}  // namespace

std::string_view word_of(ReplyBy way) { return word_in(reply_words, way); }
WayToReach reach_by(ReplyBy way) {
    if (way == ReplyBy::none || way == ReplyBy::letter) return WayToReach::nothing;
    return way == ReplyBy::email ? WayToReach::email : WayToReach::phone;
}
std::optional<ReplyBy> reply_by_called(std::string_view word) { return value_in(reply_words, word); }
std::optional<ReplyBy> reply_by_offered(std::string_view word) {
    const auto by = reply_by_called(word);
    return by == ReplyBy::letter ? std::nullopt : by;
}
std::string how_reached(const Followed& followed, const i18n::Translator& words) {
    if (followed.told_by == ReplyBy::letter) return words.t("By letter");
    return reached_words(reach_by(followed.told_by), followed.told_at, words);
}
std::string_view word_of(ReplyWay way) { return word_in(way_words, way); }
std::optional<ReplyWay> reply_way_called(std::string_view word) { return value_in(way_words, word); }
std::string_view word_of(Followed::State state) { return word_in(state_words, state); }

Questions::Implementation::Implementation(db::Database& opened, const kept::Versions& known,
                                          const municipality::Municipalities& all, const organisation::Organisation& units,
                                          const base::Clock& time, register_::Others others, bool letters)
    : database(opened),
      versions(known),
      municipalities(all),
      organisation(units),
      clock(time),
      sends_letters(letters),
      questions(question_register({.clock = time,
                                   .promised_at = [this](std::string_view id, base::Instant asked, std::string_view channel) {
                                       return promised_at(id, asked, channel);
                                   },
                                   .name_of = others.name_of,
                                   .office = [this](std::string_view id) { return office_hours(id); },
                                   .day_of = [this](std::string_view id, base::Instant at) { return day_of(id, at); },
                                   .taken = [this](db::Connection& connection, const std::string& id,
                                                   const register_::Record& question) {
                                       tell_taken(connection, *this, id, question);
                                   }}),
                opened, time,
                with_more(register_::with_who_is_named(others, organisation::named_as(units)),
                          [this](const register_::Record& record, const html::Page& page) {
                              return more_of_question(record, page);
                          })),
      bank(answer_register([this](std::string_view id) {
               return published ? published(id) : std::vector<std::string>();
           }), opened, time,
           with_rhythm(with_more(others, [this](const register_::Record& record, const html::Page& page) {
                           return more_of_answer(record, page);
                       }), units)),
      promise_records(promise_register(), opened, time),
      waiting(time, [this](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_questions, id)); },
              [this](std::string_view id) { return load_waiting(id); }),
      answers(time, [this](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_answers, id)); },
              [this](std::string_view id) { return load_answers(id); }),
      own_promises(time, [this](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_promises, id)); },
                   [this](std::string_view id) {
                       return database.read([&](db::Connection& connection) { return load_promises(connection, id); });
                   }) {}

std::string Questions::Implementation::zone_of(std::string_view municipality_id) const {
    const auto zone = municipalities.settings(municipality_id).zone;
    return base::is_known_zone(zone) ? zone : usual_zone;
}

std::string Questions::Implementation::country_of(std::string_view municipality_id) const {
    const auto about = municipalities.about(municipality_id);
    return about ? about->country : "SE";
}

std::string Questions::Implementation::day_of(std::string_view municipality_id, base::Instant instant) const {
    return base::format_date(base::to_civil(instant, zone_of(municipality_id)).date);
}

register_::Surroundings Questions::Implementation::around(std::string_view municipality_id) const {
    return municipality::surroundings_of(municipalities, questions, municipality_id, clock.now());
}

std::shared_ptr<const Waiting> Questions::Implementation::load_waiting(std::string_view municipality_id) const {
    auto all = std::make_shared<Waiting>();
    const auto rows =
        database.read([&](db::Connection& connection) { return connection.query(sql::waiting, municipality_id); });
    for (const auto row : rows) {
        const auto asked = base::parse_utc(row.text("asked_at")), promised = base::parse_utc(row.text("promised_at"));
        all->questions.push_back({row.text("id"), row.text("topic"), row.text("channel"), row.text("summary"),
                                  row.text("unit"), row.text("function"), row.text("person"), asked.value_or(base::Instant{}),
                                  promised.value_or(base::Instant{}), row.flag("is_answered_so_far"), row.text("to_tell"),
                                  row.text("wished")});
    }
    return all;
}

std::shared_ptr<const BankAnswers> Questions::Implementation::load_answers(std::string_view municipality_id) const {
    auto all = std::make_shared<BankAnswers>();
    const auto rows =
        database.read([&](db::Connection& connection) { return connection.query(sql::list_answers, municipality_id); });
    for (const auto row : rows) {
        const auto list = [&](const char* column) { return register_::list_items(row.text(column)); };
        all->push_back({.id = row.text("id"),
                        .slug = row.text("slug"),
                        .question = row.text("question"),
                        .answer = row.text("answer"),
                        .unit = row.text("unit"),
                        .function = row.text("function"),
                        .verified_on = row.text("verified_on"),
                        .words = list("words"),
                        .steps = list("steps"),
                        .topics = list("topics"),
                        .languages = list("languages"),
                        .links = links_of(list("links")),
                        .is_published = row.flag("is_published")});
    }
    return all;
}

std::optional<Period> Questions::Implementation::period(std::string_view municipality_id, std::string_view rule) const {
    return period_of ? period_of(municipality_id, rule) : own_periods(retention_rules())(municipality_id, rule);
}

Questions::Questions(db::Database& database, const kept::Versions& versions, const municipality::Municipalities& municipalities,
                     const organisation::Organisation& organisation, const base::Clock& clock, register_::Others others,
                     bool sends_letters)
    : implementation_(std::make_unique<Implementation>(database, versions, municipalities, organisation, clock, std::move(others),
                                                       sends_letters)) {}

Questions::~Questions() = default;

void Questions::know(PeriodOf period_of) { implementation_->period_of = std::move(period_of); }

void Questions::know(EndedElsewhere ended) { implementation_->ended_elsewhere = std::move(ended); }

void Questions::know(PublishedContacts published) { implementation_->published = std::move(published); }

void Questions::know_address(std::string public_address) { implementation_->public_address = std::move(public_address); }

std::string Questions::Implementation::ask_address(const http::Tenant& tenant) const {
    return public_address.empty() ? "" : public_address + "/" + tenant.slug + "/ask";
}

register_::Records& Questions::questions() const { return implementation_->questions; }
register_::Records& Questions::bank() const { return implementation_->bank; }
register_::Records& Questions::promises() const { return implementation_->promise_records; }
bool Questions::sends_letters() const { return implementation_->sends_letters; }

base::Instant Questions::Implementation::promised_at(std::string_view municipality_id, base::Instant asked,
                                                     std::string_view channel) const {
    return promise_of(municipalities.settings(municipality_id), *own_promises.of(municipality_id), channel,
                      country_of(municipality_id), asked);
}

base::Instant Questions::promised_at(std::string_view municipality_id, base::Instant asked, std::string_view channel) const {
    return implementation_->promised_at(municipality_id, asked, channel);
}

OfficeHours Questions::Implementation::office_hours(std::string_view municipality_id) const {
    OfficeHours office{.rule = municipalities.settings(municipality_id).phone_hours, .week = {}};
    office.week.country = country_of(municipality_id);
    office.week.zone = zone_of(municipality_id);
    return office;
}

OfficeHours Questions::office_hours(std::string_view municipality_id) const {
    return implementation_->office_hours(municipality_id);
}

namespace {

/// Asked for each page with a menu: the settings are looked at once.
bool says_who_answers(const Questions::Implementation& self, std::string_view municipality_id,
                      const municipality::Settings& settings) {
    return settings.response_limit ||
           !organisation::rhythm_of(*self.organisation.rhythms(municipality_id), "question").function.empty() ||
           !self.own_promises.of(municipality_id)->empty();
}

}  // namespace

bool Questions::Implementation::has_said_who_answers(std::string_view municipality_id) const {
    return says_who_answers(*this, municipality_id, municipalities.settings(municipality_id));
}

bool Questions::has_said_who_answers(std::string_view municipality_id) const {
    return implementation_->has_said_who_answers(municipality_id);
}

bool Questions::offers_chat(const http::Tenant& tenant) const {
    const auto settings = implementation_->municipalities.settings(tenant.id);
    return !settings.phone_hours.empty() && says_who_answers(*implementation_, tenant.id, settings);
}

std::shared_ptr<const Waiting> Questions::waiting(std::string_view municipality_id) const {
    return implementation_->waiting.of(municipality_id);
}

std::shared_ptr<const BankAnswers> Questions::answers(std::string_view municipality_id) const {
    return implementation_->answers.of(municipality_id);
}

namespace {

/// What keys of forms begin with that are made then. Not by making one: keys never go back in time.
std::string keys_begin_at(base::Instant instant) {
    constexpr std::string_view digits = "0123456789abcdef";
    auto milliseconds = static_cast<std::uint64_t>(instant.time_since_epoch().count());
    std::string beginning = "00000000-0000-";
    for (const std::size_t at : {12U, 11U, 10U, 9U, 7U, 6U, 5U, 4U, 3U, 2U, 1U, 0U}) {
        beginning[at] = digits[milliseconds % 16];
        milliseconds /= 16;
    }
    return beginning;
}

}  // namespace

bool Questions::note_helped(std::string_view municipality_id, std::string_view answer_id, bool did_help,
                            std::string_view form_key) {
    constexpr std::chrono::hours form_of_use{24};
    constexpr std::chrono::days put_back{30};
    constexpr std::int64_t most_of_answer = 300;
    constexpr std::size_t at_version = 14;
    // The key of a form begins with its time, so that old ones go without a time beside them. None is of a time far ahead, where
    // it would never go; a little, for a clock may have been put back, and keys never go back with it.
    const auto now = implementation_->clock.now();
    const auto oldest = keys_begin_at(now - form_of_use), newest = keys_begin_at(now + put_back);
    const auto time_of_form = form_key.substr(0, at_version);
    if (!base::is_uuid(form_key) || form_key[at_version] != '7' || time_of_form < oldest || time_of_form > newest) return false;
    implementation_->database.write([&](db::Connection& connection) {
        connection.execute(sql::delete_helped_forms, municipality_id, oldest);
        // No answer helps so many in a day: more are made up.
        if (connection.query(sql::count_helped_forms, municipality_id, answer_id)[0].integer("number") >= most_of_answer) return;
        if (connection.execute(sql::add_helped_form, municipality_id, form_key, answer_id) == 1)
            connection.execute(sql::add_helped, municipality_id, answer_id, did_help ? 1 : 0, did_help ? 0 : 1);
    });
    return true;
}

void Questions::note_used(std::string_view municipality_id, const UsedBy& by, std::string_view answer_id) {
    const auto day = implementation_->day_of(municipality_id, implementation_->clock.now());
    implementation_->database.write([&](db::Connection& connection) {
        connection.execute(sql::add_used, municipality_id, day, by.unit, by.place, answer_id);
    });
}

void Questions::Implementation::note_reading(const http::Request& request, const std::string& question_id) const {
    audit::note_reading(database, {request.tenant->id, request.identity->account_id, "question contact read",
                                   "question:" + question_id, ""}, clock.now());
}

Helped Questions::helped(std::string_view municipality_id, std::string_view answer_id) const {
    return implementation_->database.read([&](db::Connection& connection) -> Helped {
        const auto rows = connection.query(sql::find_helped, municipality_id, answer_id);
        const auto row = rows.only();
        return row ? Helped{row->integer("yes"), row->integer("no")} : Helped{};
    });
}

FindableKind answers_of_bank(const Questions& questions) {
    const auto all = [&questions](std::string_view municipality_id) {
        std::vector<Findable> found;
        for (const auto held = questions.answers(municipality_id); const auto& answer : *held) {
            // What residents do not see has its page for staff, and is for staff alone in the search.
            found.push_back({.kind = "answer",
                             .id = answer.id,
                             .title = answer.question,
                             .path = answer.is_published ? answer.path() : "/staff/answers/" + answer.id,
                             .text = answer.answer,
                             .verified_on = answer.verified_on,
                             .words = answer.words,
                             .topics = answer.topics});
        }
        return found;
    };
    return {.as = FindableKind::As::answer, .all = all, .from = {{kept_answers}}};
}

}  // namespace digilots::questions
