#include "inquiries/inquiry_columns.h"

#include "inquiries/further.h"
#include "inquiries/inquiry_form.h"
#include "platform/base/clock_time.h"
#include "platform/base/time.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

using namespace register_;
using taxonomy::List;

constexpr int most_help = 600, most_persons = 500;
constexpr std::size_t most_note = 500, longest_target = 200, longest_time = 10;
constexpr i18n::Text no_time_of_day = TEXT("Give a time such as 13:05.");

Choices terms_of_list(List list) {
    return [list](const Surroundings& around) {
        std::vector<Choice> choices;
        for (const auto& term : taxonomy::terms(list))
            choices.push_back({.key = term.key, .label = around.t(term.label)});
        return choices;
    };
}

Choices topics_of(const Service& service) {
    return [&service](const Surroundings& around) {
        std::vector<Choice> choices;
        for (const auto held = service.own_topics.of(around.municipality_id); const auto& own : *held)
            choices.push_back({.key = own.key, .label = own.label, .is_offered = !own.hidden});
        for (auto& shared : taxonomy::grouped_topics(around)) choices.push_back(std::move(shared));
        return choices;
    };
}

Choices places_of_directory(const Service& service) {
    return [&service](const Surroundings& around) {
        std::vector<Choice> choices;
        const auto directory = service.directory.snapshot(around.municipality_id);
        for (const auto& place : directory->places)
            choices.push_back({.key = place.id, .label = place.name, .is_offered = place.listed()});
        return choices;
    };
}

Choices e_services_of_directory(const Service& service) {
    return [&service](const Surroundings& around) {
        std::vector<Choice> choices;
        const auto directory = service.directory.snapshot(around.municipality_id);
        for (const auto& one : directory->e_services)
            choices.push_back({.key = one.id, .label = one.name, .is_offered = one.status != directory::Status::closed});
        return choices;
    };
}

Choices units_of_municipality(const Service& service) {
    return [&service](const Surroundings& around) {
        std::vector<Choice> choices;
        const auto units = service.organisation.units(around.municipality_id);
        for (const auto& one : *units) choices.push_back({.key = one.id, .label = organisation::full_name(*units, one.id)});
        return choices;
    };
}

register_::Field stated(std::string_view name, i18n::Text title, List list) {
    return term(name, title, terms_of_list(list));
}

register_::Field persons_in_group(std::string_view name, i18n::Text title) { return whole_number(name, title, 0, most_persons); }

/// Whoever was not asked has not said no.
db::Value answer_of(const std::optional<bool>& said) { return said ? db::Value(std::int64_t{*said}) : db::Value(db::Null{}); }

void check_time(const Checked& checked, Problems& problems) {
    const auto time = checked.record.text("time");
    if (!time.empty() && !time_of_day(time)) problems.push_back({"time", no_time_of_day});
}

}  // namespace

Register inquiry_declaration(const Service& service) {
    Register declared{.key = "inquiry",
            .table = "",
            .names = {TEXT("Questions log"), TEXT("Entry in the questions log")},
            .see = http::Role::coordinator,
            .change = http::Role::coordinator,
            .path = "/staff/inquiries",
            .fields = {date("date", TEXT("Date")).required(), text("time", TEXT("Time"), longest_time),
                       terms("topics", TEXT("Topics"), topics_of(service))
                           .required()
                           .when_missing(TEXT("Choose at least one topic.")),
                       stated("kind", TEXT("What it counts"), List::entry_kind),
                       stated("channel", TEXT("Channel"), List::channel),
                       term("place", TEXT("Place"), places_of_directory(service)),
                       stated("outcome", TEXT("Outcome"), List::outcome),
                       text("referred_to", TEXT("Referred to"), longest_target),
                       whole_number("minutes", TEXT("Help time"), 0, most_help),
                       stated("support_given", TEXT("Help given"), List::support_given),
                       stated("body", TEXT("Whose question it is"), List::body),
                       stated("language", TEXT("Language of the conversation"), List::language),
                       stated("barrier", TEXT("What stood in the way"), List::barrier),
                       stated("age_band", TEXT("Age"), List::age_band),
                       stated("gender", TEXT("Gender"), List::gender),
                       yes_no_unknown("returning", TEXT("Has been here before")),
                       terms("barriers", TEXT("What else stood in the way"), terms_of_list(List::barrier)),
                       terms("target_groups", TEXT("Target groups"), terms_of_list(List::target_group)),
                       term("e_service", TEXT("E-service that it is about"), e_services_of_directory(service)),
                       flag("follow_up", TEXT("To be followed up")),
                       stated("asker", TEXT("Who asked"), List::asker),
                       persons_in_group("women", TEXT("Women in the group")),
                       persons_in_group("men", TEXT("Men in the group")),
                       persons_in_group("girls", TEXT("Girls in the group")),
                       persons_in_group("boys", TEXT("Boys in the group")),
                       persons_in_group("other", TEXT("Others in the group")),
                       persons_in_group("not_stated", TEXT("Gender not stated in the group")),
                       long_text("note", TEXT("Note"), most_note)},
            .rules = check_time};
    const auto note = declared.fields.end() - 1;
    std::vector<register_::Field> further;
    for (const auto& word : further_words()) further.push_back(stated(word.name, word.title, word.list));
    for (const auto& one : further_flags()) further.push_back(yes_no_unknown(one.name, one.title));
    further.push_back(term(unit_concerned, TEXT("Unit that it concerns"), units_of_municipality(service)));
    declared.fields.insert(note, further.begin(), further.end());
    return declared;
}

Record record_of(const Inquiry& inquiry, const Service& service, const Surroundings& around) {
    const auto local = base::to_civil(inquiry.at, around.zone);
    const auto time = base::clock_time(local.hour, local.minute);
    const auto topics =
        taxonomy::without_shared(*service.own_topics.of(around.municipality_id), inquiry.topics);
    Record record;
    record.id = inquiry.id;
    record.columns = {
        {"date", base::format_date(local.date)},
        {"time", inquiry.no_time ? std::string() : time},
        {"topics", joined_list(topics)},
        {"channel", inquiry.channel},
        {"place", inquiry.place},
        {"outcome", inquiry.outcome},
        {"referred_to", inquiry.referred_to},
        {"minutes", inquiry.minutes ? db::Value(std::int64_t{*inquiry.minutes}) : db::Value(db::Null{})},
        {"support_given", inquiry.support_given},
        {"body", inquiry.body},
        {"language", inquiry.language},
        {"barrier", inquiry.barrier},
        {"age_band", inquiry.age_band},
        {"gender", inquiry.gender},
        {"returning", answer_of(inquiry.returning)},
        {"kind", inquiry.kind},
        {"barriers", joined_list(inquiry.barriers)},
        {"target_groups", joined_list(inquiry.target_groups)},
        {"e_service", inquiry.e_service},
        {"follow_up", std::int64_t{inquiry.follow_up}},
        {"asker", inquiry.asker.empty() ? "resident" : inquiry.asker},
        {"note", inquiry.note}};
    for (const auto& word : further_words()) record.columns[word.name] = inquiry.further.*word.member;
    record.columns[std::string(unit_concerned)] = inquiry.further.body_unit;
    for (const auto& flag : further_flags()) record.columns[flag.name] = answer_of(inquiry.further.*flag.member);
    for (const auto& [key, member] : kinds_of_persons()) {
        const auto count = inquiry.persons.*member;
        record.columns[key] = count ? db::Value(std::int64_t{*count}) : db::Value(db::Null{});
    }
    return record;
}

namespace {

/// A table of before, without these columns, says what it said then.
void take_details(const Record& record, Inquiry& inquiry) {
    const auto kind = record.text("kind"), asker = record.text("asker");
    inquiry.kind = kind.empty() ? "visit" : kind;
    inquiry.asker = asker == "resident" ? "" : asker;
    inquiry.barriers = record.list("barriers");
    inquiry.target_groups = record.list("target_groups");
    inquiry.e_service = record.text("e_service");
    inquiry.follow_up = record.flag("follow_up");
    inquiry.further = {};
    for (const auto& word : further_words()) inquiry.further.*word.member = record.text(word.name);
    for (const auto& flag : further_flags()) inquiry.further.*flag.member = record.yes_or_no(flag.name);
    inquiry.further.body_unit = record.text(unit_concerned);
    inquiry.persons = {};
    for (const auto& [key, member] : kinds_of_persons())
        if (const auto count = record.whole(key)) inquiry.persons.*member = static_cast<int>(*count);
}

}  // namespace

Inquiry inquiry_of(const Record& record, const Inquiry* before, const Service& service,
                   const Surroundings& around) {
    Inquiry inquiry = before ? *before : Inquiry{};
    const auto stood = before ? record_of(*before, service, around) : Record{};
    const bool is_same_time =
        before && stood.text("date") == record.text("date") && stood.text("time") == record.text("time");
    if (const auto day = record.date("date"); day && !is_same_time) {
        const auto minutes = time_of_day(record.text("time"));
        inquiry.no_time = !minutes;
        inquiry.at = base::from_civil(*day, minutes.value_or(noon) / 60, minutes.value_or(noon) % 60, around.zone);
    }
    if (!before || stood.text("topics") != record.text("topics")) inquiry.topics = record.list("topics");
    inquiry.channel = record.text("channel");
    inquiry.place = record.text("place");
    inquiry.outcome = record.text("outcome");
    inquiry.referred_to = record.text("referred_to");
    const auto minutes = record.whole("minutes");
    inquiry.minutes = minutes ? std::optional(static_cast<int>(*minutes)) : std::nullopt;
    inquiry.support_given = record.text("support_given");
    inquiry.body = record.text("body");
    inquiry.language = record.text("language");
    inquiry.barrier = record.text("barrier");
    inquiry.age_band = record.text("age_band");
    inquiry.gender = record.text("gender");
    inquiry.returning = record.yes_or_no("returning");
    inquiry.note = record.text("note");
    take_details(record, inquiry);
    if (before) keep_order(inquiry, *before);
    return inquiry;
}

std::string column_of(const std::string& field) {
    if (field == "at") return "date";
    return field == "persons" ? "women" : field;
}

}  // namespace digilots::inquiries
