#include "inquiries/inquiry_form.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "inquiries/asked_fields.h"
#include "inquiries/desk_topics.h"
#include "inquiries/entry_details.h"
#include "inquiries/further.h"
#include "inquiries/helper_rules.h"
#include "inquiries/topic_rules.h"
#include "inquiries/units.h"
#include "platform/base/clock_time.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/register/field.h"
#include "platform/base/time.h"
#include "referral/referral.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

/// More own topics would bury the shared ones below them.
constexpr std::ptrdiff_t most_own_above = 20;

std::string note_hint(const Service& service, const html::Page& page) {
    const auto kept = notes_kept(service, page.request().tenant->id);
    const auto rule = page.t(TEXT("What was asked, never who asked: no names, personal numbers, phone numbers or e-mail "
                                  "addresses."));
    return kept ? rule + " " + page.t(TEXT("Deleted after {period}."), {{"period", words_of(*kept, page.translator())}}) : rule;
}

struct FieldWord {
    std::string_view name;
    i18n::Text words;
};

constexpr std::array<FieldWord, 23> field_words{{
    {"at", TEXT("Time")}, {"place", TEXT("Place")}, {"topics", TEXT("Topic")}, {"channel", TEXT("Channel")},
    {"outcome", TEXT("Outcome")}, {"referred_to", TEXT("Referred to")}, {"minutes", TEXT("Help time")},
    {"support_given", TEXT("Help given")}, {"body", TEXT("Whose question it is")},
    {"language", TEXT("Language of the conversation")}, {"barrier", TEXT("What stood in the way")},
    {"age_band", TEXT("Age")}, {"gender", TEXT("Gender")}, {"returning", TEXT("Has been here before")},
    {"note", TEXT("Note")}, {"kind", TEXT("What it counts")}, {"persons", TEXT("Persons")},
    {"barriers", TEXT("What else stood in the way")}, {"target_groups", TEXT("Target groups")},
    {"e_service", TEXT("E-service that it is about")}, {"follow_up", TEXT("To be followed up")}, {"asker", TEXT("Who asked")},
    {"body_unit", TEXT("Unit that it concerns")},
}};

using html::components::Field;
using html::components::Option;
using taxonomy::List;

/// Asked for at the desk; programs may say more.
constexpr std::size_t topics_at_desk = 3;

std::string field(const http::Request& request, std::string_view name) { return base::clean(request.form.get(name)); }

void read_minutes(FormInput& input, const i18n::Translator& translator) {
    if (input.typed_minutes.empty()) return;
    int minutes = 0;
    const char* end = input.typed_minutes.data() + input.typed_minutes.size();
    const auto [stopped, error] = std::from_chars(input.typed_minutes.data(), end, minutes);
    if (error != std::errc{} || stopped != end) {
        input.errors.add("minutes", translator.t(TEXT("Give a whole number of minutes.")));
    } else {
        input.inquiry.minutes = minutes;
    }
}

void read_time(FormInput& input, const http::Request& request, const i18n::Translator& translator) {
    if (input.typed_date.empty() && input.typed_time.empty()) return;
    const std::string& zone = request.tenant->zone;
    const auto date = input.typed_date.empty() ? std::optional(base::to_civil(request.received, zone).date)
                                               : base::parse_date(input.typed_date);
    const auto clock = input.typed_time.empty() ? std::optional(noon) : time_of_day(input.typed_time);
    const bool is_now = input.typed_time.empty() && date == base::to_civil(request.received, zone).date;
    if (is_now) return;
    if (!date) input.errors.add("date", translator.t(TEXT("Give a date such as 2026-11-22.")));
    if (!clock) input.errors.add("time", translator.t(TEXT("Give a time such as 13:05.")));
    if (!date || !clock) return;
    input.inquiry.at = base::from_civil(*date, *clock / 60, *clock % 60, zone);
    input.inquiry.no_time = input.typed_time.empty();
}

/// The form's name for a field of the log.
std::string form_name(const std::string& field) {
    if (field == "at") return "date";
    return field;
}

std::vector<Option> options(List list, const std::string& chosen, const i18n::Translator& translator, bool with_none) {
    std::vector<Option> found;
    // Some lists have a key for it, which older entries hold: the words stand once.
    const bool has_key = chosen == "not_stated";
    if (with_none && !has_key) found.push_back({"", translator.t(TEXT("Not stated")), chosen.empty()});
    for (const taxonomy::Term& term : taxonomy::terms(list)) {
        if (with_none && !has_key && term.key == "not_stated") continue;
        found.push_back({term.key, translator.t(term.label), term.key == chosen});
    }
    return found;
}

std::vector<Option> place_options(const directory::Snapshot& directory, const std::string& chosen,
                                  const i18n::Translator& translator) {
    std::vector<Option> found{{"", translator.t(TEXT("No place")), chosen.empty()}};
    for (const directory::Place& place : directory.places) {
        if (place.listed() || place.id == chosen) found.push_back({place.id, place.name, place.id == chosen});
    }
    return found;
}

/// What no button says, a list each: an entry that has more topics than the desk asks for keeps them when it is corrected.
void add_more_topics(LogForm& form, const std::vector<std::string>& chosen, const taxonomy::OwnTopicList& own,
                     const html::Page& page) {
    std::vector<std::string> rest;
    bool is_tile = false;
    for (const std::string& topic : chosen) {
        const bool selected = std::ranges::any_of(
            form.tiles, [&](const TopicTile& tile) { return tile.selected && tile.key == topic; });
        is_tile = is_tile || selected;
        if (!selected) rest.push_back(topic);
    }
    form.other_topic = !is_tile && !rest.empty();
    form.further_topics = rest.size() > 1;
    form.numbered = beginnings_of_numbers(own);
    rest.resize(std::max(rest.size(), topics_at_desk));
    const std::array labels{page.t("Topic from the whole list"), page.t("Another topic"), page.t("One more topic")};
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const auto none = i == 0 ? page.t(TEXT("Choose a topic")) : page.t(TEXT("No further topic"));
        const auto id = i == 0 ? "more-topics" : "more-topics-" + std::to_string(i + 1);
        form.more_topics.push_back({.name = "topics", .label = labels[std::min(i, labels.size() - 1)], .optional = i > 0,
                                    .options = topic_options(rest[i], none, own, page.translator()), .id = id});
    }
}

/// "now", or what was typed.
std::string when_it_is(const FormInput& input, const html::Page& page) {
    const auto space = input.typed_date.empty() || input.typed_time.empty() ? "" : " ";
    const auto typed = input.typed_date + space + input.typed_time;
    return typed.empty() ? page.t(TEXT("now")) : typed;
}

std::vector<TopicTile> make_tiles(const std::vector<std::string>& keys, const std::vector<std::string>& chosen,
                                  const taxonomy::OwnTopicList& own, const i18n::Translator& translator) {
    constexpr std::string_view shortcuts = "1234567890";
    std::vector<TopicTile> tiles;
    bool one_selected = false;
    for (const std::string& key : keys) {
        const taxonomy::Term* term = taxonomy::shared_topic(own, key);
        if (!term) continue;
        const bool selected = !one_selected && std::ranges::find(chosen, key) != chosen.end();
        one_selected = one_selected || selected;
        const std::string shortcut = tiles.size() < shortcuts.size() ? std::string(1, shortcuts[tiles.size()]) : "";
        tiles.push_back({key, taxonomy::topic_label(own, key, translator), shortcut, selected, term->sensitive});
    }
    return tiles;
}

/// Fields that are not asked here become nothing, except where something stands in them: it is never lost unseen.
void leave_away(LogForm& form, const FormInput& input, const std::vector<std::string>& not_asked) {
    const Inquiry& inquiry = input.inquiry;
    struct Said {
        Field* field;
        bool is_said;
    };
    DetailFields& details = form.details;
    const std::map<std::string_view, Said> fields{
        {"minutes", {&form.minutes, !input.typed_minutes.empty()}},
        {"returning", {&form.returning, inquiry.returning == true}},
        {"support_given", {&form.support_given, !inquiry.support_given.empty()}},
        {"body", {&form.body, !inquiry.body.empty()}},
        {"body_unit", {&form.body_unit, !inquiry.further.body_unit.empty()}},
        {"language", {&form.language, !inquiry.language.empty()}},
        {"barrier", {&form.barrier, !inquiry.barrier.empty()}},
        {"age_band", {&form.age_band, !inquiry.age_band.empty()}},
        {"gender", {&form.gender, !inquiry.gender.empty()}},
        {"kind", {&details.kind, inquiry.kind != "visit" || !input.typed_persons.empty()}},
        {"asker", {&details.asker, !inquiry.asker.empty()}},
        {"target_groups", {&details.target_groups, !inquiry.target_groups.empty()}},
        {"barriers", {&details.barriers, !inquiry.barriers.empty()}},
        {"e_service", {&details.e_service, !inquiry.e_service.empty()}},
        {"follow_up", {&details.follow_up, inquiry.follow_up}},
        {"note", {&form.note, !inquiry.note.empty()}},
        {"handover", {&form.handover, !inquiry.further.handover.empty()}},
        {"referral_reason", {&form.referral_reason, !inquiry.further.referral_reason.empty()}},
        {"consent", {&details.consent, inquiry.further.consent == true}},
        {"rules_followed", {&form.rules_followed, inquiry.further.rules_followed == true}}};
    for (const auto& name : not_asked) {
        const auto found = fields.find(name);
        if (found != fields.end() && !found->second.is_said) *found->second.field = Field{};
        const auto* word = further_word(name);
        if (!word || !(inquiry.further.*word->member).empty()) continue;
        std::erase_if(details.words, [&](const Field& one) { return one.name == name; });
    }
    const auto asked = {&details.kind, &details.asker, &details.target_groups, &details.barriers, &details.e_service,
                        &details.follow_up};
    if (!base::find_in(details.words, "assisted_role", &Field::name)) details.consent = Field{};
    const bool is_any = std::ranges::any_of(asked, [](const Field* field) { return !field->name.empty(); });
    details.are_asked = is_any || !details.words.empty();
}

}  // namespace

std::optional<int> time_of_day(std::string_view typed) {
    const auto minutes = base::read_clock_time(typed);
    return minutes && *minutes < 24 * 60 ? minutes : std::nullopt;
}

FormInput read_form(const http::Request& request, const i18n::Translator& translator) {
    FormInput input;
    Inquiry& inquiry = input.inquiry;
    for (const char* name : {"topic", "topics"}) {
        for (const std::string_view value : request.form.all(name)) {
            const std::string key = base::clean(value);
            const bool known = std::ranges::find(inquiry.topics, key) != inquiry.topics.end();
            if (!key.empty() && !known && inquiry.topics.size() < 20) inquiry.topics.push_back(key);
        }
    }
    inquiry.place = field(request, "place");
    inquiry.channel = field(request, "channel");
    inquiry.outcome = field(request, "outcome");
    inquiry.referred_to = field(request, "referred_to");
    if (inquiry.outcome != "referred") inquiry.referred_to.clear();
    inquiry.support_given = field(request, "support_given");
    inquiry.body = field(request, "body");
    inquiry.language = field(request, "language");
    inquiry.barrier = field(request, "barrier");
    inquiry.age_band = field(request, "age_band");
    inquiry.gender = field(request, "gender");
    if (request.form.has("returning")) inquiry.returning = true;
    inquiry.note = field(request, "note");
    for (const auto kept : request.form.all("pinned")) input.pinned.emplace_back(kept);
    input.typed_minutes = field(request, "minutes");
    input.typed_date = field(request, "date");
    input.typed_time = field(request, "time");
    read_minutes(input, translator);
    read_details(input, request, translator);
    read_time(input, request, translator);
    return input;
}

FormInput input_of(const StoredInquiry& stored, const Service& service, const http::Tenant& tenant) {
    FormInput input;
    input.inquiry = stored.inquiry;
    input.inquiry.topics = taxonomy::without_shared(*service.own_topics.of(tenant.id), stored.inquiry.topics);
    const base::CivilTime local = base::to_civil(stored.inquiry.at, tenant.zone);
    input.typed_date = base::format_date(local.date);
    if (!stored.inquiry.no_time) input.typed_time = base::clock_time(local.hour, local.minute);
    show_details(input, stored.inquiry);
    if (stored.inquiry.minutes) input.typed_minutes = std::to_string(*stored.inquiry.minutes);
    return input;
}

void add_validation(FormInput& input, const Inquiries& inquiries, const http::Tenant& tenant,
                    const i18n::Translator& translator, const Inquiry* before) {
    settle_kind(input.inquiry, before);
    for (const auto& [name, message] : inquiries.validate(tenant, input.inquiry, translator)) {
        const bool unchanged_place = before && name == "place" && before->place == input.inquiry.place;
        const bool unchanged_time = before && name == "at" && before->at == input.inquiry.at;
        const bool unchanged_target = before && name == "referred_to" && before->referred_to == input.inquiry.referred_to;
        const bool unchanged_unit = before && name == unit_concerned && before->body == input.inquiry.body &&
                                    before->further.body_unit == input.inquiry.further.body_unit;
        const bool is_old = unchanged_place || unchanged_time || unchanged_target || unchanged_unit;
        if (is_old || !input.errors.message(form_name(name)).empty()) continue;
        input.errors.add(form_name(name), message);
    }
}

void add_doubts(FormInput& input, const Inquiries& inquiries, const http::Request& request, const Inquiry* before) {
    const std::string& note = input.inquiry.note;
    if (before && before->note == note) return;
    if (request.form.get("asked_about") == base::mark_of({note})) return;
    for (auto& warning : inquiries.warnings(input.inquiry, i18n::translator(request.language)))
        input.doubts.push_back(std::move(warning.text));
}

LogForm make_log_form(const Service& service, const html::Page& page, const FormInput& input,
                      const std::vector<std::string>& tiles) {
    const i18n::Translator& translator = page.translator();
    const Inquiry& inquiry = input.inquiry;
    const auto directory = service.directory.snapshot(page.request().tenant->id);
    const auto own = service.own_topics.of(page.request().tenant->id);
    const auto select = [&](const char* name, i18n::Text label, List list, const std::string& chosen) {
        Field field{.name = name, .label = page.t(label), .optional = true, .options = options(list, chosen, translator, true)};
        return field.with(input.errors);
    };
    LogForm form;
    form.tiles = make_tiles(tiles, inquiry.topics, *own, translator);
    form.outcomes = options(List::outcome, inquiry.outcome, translator, false);
    form.doubts = input.doubts;
    form.asks_for_receiver = input.asks_for_receiver;
    if (!form.doubts.empty()) form.asked_about = base::mark_of({inquiry.note});
    form.topic_error = input.errors.message("topics");
    form.outcome_error = input.errors.message("outcome");
    add_more_topics(form, inquiry.topics, *own, page);
    form.place = Field{.name = "place", .label = page.t(TEXT("Place")),
                       .options = place_options(*directory, inquiry.place, translator)}.with(input.errors);
    form.channel = Field{.name = "channel", .label = page.t(TEXT("Channel")),
                         .options = options(List::channel, inquiry.channel, translator, false)}.with(input.errors);
    form.minutes = Field{.name = "minutes", .label = page.t(TEXT("Help time")), .value = input.typed_minutes,
                         .input_mode = "numeric", .suffix = page.t(TEXT("min"))}.with(input.errors);
    form.referred_to = Field{.name = "referred_to", .label = page.t(TEXT("Referred to")), .value = inquiry.referred_to}
                           .with(input.errors);
    form.referred_title = title_of_target(*directory, *own, inquiry.referred_to, translator);
    form.date = Field{.name = "date", .label = page.t(TEXT("Date, if it was earlier")), .value = input.typed_date,
                      .type = "date", .optional = true}.with(input.errors);
    form.time = Field{.name = "time", .label = page.t(TEXT("Time")), .value = input.typed_time, .type = "time",
                      .optional = true}.with(input.errors);
    form.support_given = select("support_given", TEXT("Help given"), List::support_given, inquiry.support_given);
    form.body = select("body", TEXT("Whose question it is"), List::body, inquiry.body);
    form.body_unit = unit_concerned_field(service, page, input);
    form.bodies_of_topics = bodies_of_topics(*own);
    form.language = select("language", TEXT("Language"), List::language, inquiry.language);
    form.barrier = select("barrier", TEXT("What stood in the way"), List::barrier, inquiry.barrier);
    form.age_band = select("age_band", TEXT("Age"), List::age_band, inquiry.age_band);
    form.gender = select("gender", TEXT("Gender"), List::gender, inquiry.gender);
    form.when_now = page.t(TEXT("now"));
    form.when = when_it_is(input, page);
    form.when_open = !input.errors.message("date").empty() || !input.errors.message("time").empty();
    form.returning = Field{.name = "returning", .label = page.t(TEXT("Has been here before")),
                           .checked = inquiry.returning == true};
    form.note = Field{.name = "note", .label = page.t(TEXT("Note")), .value = inquiry.note,
                      .hint = note_hint(service, page), .optional = true, .rows = 2}.with(input.errors);
    form.details = detail_fields(service, page, input);
    form.handover = word_field(page, input, "handover");
    form.referral_reason = word_field(page, input, "referral_reason");
    form.rules_followed = Field{.name = "rules_followed", .label = page.t(TEXT("Rules for the helper followed")),
                                .checked = inquiry.further.rules_followed == true};
    form.refusals = note_refusals(translator);
    form.warnings = note_warnings(translator);
    leave_away(form, input, fields_not_asked(service, page.request().tenant->id, inquiry.place));
    if (!form.body_unit.name.empty()) form.units_of_targets = units_of_targets(service, *page.request().tenant);
    form.sensitive = any_sensitive(inquiry.topics, *own);
    form.sensitive_topics = sensitive_ones(*own);
    form.rules = helper_rules(translator);
    return form;
}

std::vector<Option> topic_options(const std::string& chosen, std::string none, const taxonomy::OwnTopicList& own,
                                  const i18n::Translator& translator) {
    std::vector<Option> found{{"", std::move(none), chosen.empty()}};
    const auto is_offered = [&](const taxonomy::OwnTopic& topic) { return !topic.hidden || topic.key == chosen; };
    const bool are_few = std::ranges::count_if(own, is_offered) <= most_own_above;
    for (const taxonomy::OwnTopic& topic : own)
        if (are_few && is_offered(topic))
            found.push_back({topic.key, topic.label, topic.key == chosen, "", translator.t(TEXT("Your own topics"))});
    for (const auto& shared : taxonomy::grouped_topics({.municipality_id = "", .words = &translator})) {
        found.push_back({shared.key, shared.label, shared.key == chosen, "", shared.group});
        for (const taxonomy::OwnTopic& topic : own)
            if (!are_few && is_offered(topic) && topic.maps_to == shared.key)
                found.push_back({topic.key, shared.label + " › " + topic.label, topic.key == chosen, "", shared.group});
    }
    return found;
}

std::string title_of_target(const directory::Snapshot& directory, const taxonomy::OwnTopicList& own,
                            std::string_view target, const i18n::Translator& translator) {
    const std::size_t colon = std::min(target.find(':'), target.size());
    const std::string_view kind = target.substr(0, colon);
    const std::string_view id = colon < target.size() ? target.substr(colon + 1) : "";
    if (const auto* place = kind == "place" ? directory.place(id) : nullptr) return place->name;
    if (const auto* e_service = kind == "e_service" ? directory.e_service(id) : nullptr) return e_service->name;
    if (const auto* contact = kind == "contact" ? directory.contact(id) : nullptr) return contact->title;
    if (const auto* service = directory.service(id)) return service->title;
    if (kind == "topic") return taxonomy::topic_label(own, id, translator);
    return std::string(target);
}

std::string field_labels(std::string_view names, const i18n::Translator& translator) {
    std::string text;
    for (const std::string_view name : base::split(names, ' ')) {
        const auto found = std::ranges::find(field_words, name, &FieldWord::name);
        const auto* word = further_word(name);
        const auto* flag = further_flag(name);
        const auto before = text.empty() ? "" : ", ";
        if (found != field_words.end()) text += before + translator.t(found->words);
        else if (word || flag) text += before + translator.t(word ? word->title : flag->title);
    }
    return text;
}

std::string place_name(const directory::Snapshot& directory, const std::string& place) {
    const directory::Place* found = directory.place(place);
    return found ? found->name : place;
}

std::string topic_labels(const std::vector<std::string>& topics, const taxonomy::OwnTopicList& own,
                         const i18n::Translator& translator) {
    std::string text;
    for (const std::string& topic : taxonomy::without_shared(own, topics)) {
        text += (text.empty() ? "" : ", ") + taxonomy::topic_label(own, topic, translator);
    }
    return text;
}

}  // namespace digilots::inquiries
