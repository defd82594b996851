// What the desk finds without a network: places, services, e-services, functions to ring, topics, answers of the bank.
#include <algorithm>

#include "offline/implementation.h"
#include "offline/pages.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/usual_week.h"
#include "platform/search/weak_words.h"
#include "taxonomy/taxonomy.h"

namespace digilots::offline {

namespace {

using namespace directory;
using taxonomy::List;

/// Below half a megabyte with the rest; what comes first is what is asked for most.
constexpr std::size_t most_bytes = 480 * 1000;

struct Found {
    std::string target, title, words;
    std::vector<std::string> lines;
    std::vector<std::string> topics = {};   // found by what people call them
    bool is_of_its_field = false;        // answers only questions about its own field
};

/// "mån–fre 10.00–16.00; lör 10.00–13.00": of an ordinary week; "" where it is not known.
std::string usual_hours(const Hours& hours, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto today = base::to_civil(page.request().received, tenant.zone).date;
    const auto text = hours.complete ? calendar::usual_week_text(hours.rule, tenant.country, today, page.translator()) : "";
    return text.empty() ? hours.note : text;
}

void add_line(Found& found, const html::Page& page, i18n::Text text, std::string_view name, const std::string& value) {
    if (!value.empty()) found.lines.push_back(page.t(text, {{name, value}}));
}

std::string words_of_topics(const std::vector<std::string>& topics, const html::Page& page) {
    std::string words;
    for (const auto& key : topics) {
        words += " " + taxonomy::label(List::topic, key, page.translator());
        if (const auto* term = taxonomy::find(List::topic, key))
            for (const auto& word : term->words) words += " " + word;
    }
    return words;
}

std::string address_of(const Place& place) {
    if (place.address.empty() || place.address.find(place.locality) != std::string::npos)
        return place.address.empty() ? place.locality : place.address;
    return place.address + ", " + place.locality;
}

void add_topics_of(Found& found, const std::vector<std::string>& topics) {
    for (const auto& topic : topics) base::add_once(found.topics, topic);
}

Found of_place(const Place& place, const html::Page& page) {
    Found found{"place:" + place.id, place.name, place.locality, {}};
    found.is_of_its_field = place.answers_own_field_alone();
    for (const auto& name : place.alternative_names) found.words += " " + name;
    for (const auto& service : place.services) found.words += " " + service.title;
    // As with a network: who answers for their own field alone is found by what they are called and what they do, not by what
    // topics are called.
    if (!found.is_of_its_field) {
        add_topics_of(found, place.topics);
        for (const auto& service : place.services) add_topics_of(found, service.topics);
        found.words += words_of_topics(place.topics, page);
        for (const auto& service : place.services) found.words += words_of_topics(service.topics, page);
    }
    for (const auto& aid : place.aids) found.words += " " + taxonomy::label(List::aid, aid.type, page.translator());
    if (const auto where = address_of(place); !where.empty()) found.lines.push_back(where);
    add_line(found, page, TEXT("Open: {hours}"), "hours", usual_hours(place.hours, page));
    add_line(found, page, TEXT("Phone: {number}"), "number", place.phone);
    for (const auto& limit : place.limitations)
        found.lines.push_back(taxonomy::label(List::limitation, limit.code, page.translator()));
    return found;
}

Found of_service(const Service& service, const Place* at, const html::Page& page) {
    const std::string kind = service.is_arranged() ? "activity:" : "service:";
    Found found{kind + service.id, service.title, words_of_topics(service.topics, page), {}};
    found.topics = service.topics;
    if (at) {
        found.lines.push_back(at->name);
        found.words += " " + at->name;
    }
    add_line(found, page, TEXT("Open: {hours}"), "hours", usual_hours(service.hours, page));
    return found;
}

Found of_contact(const Contact& contact, const Snapshot& snapshot, const html::Page& page) {
    Found found{"contact:" + contact.id, contact.title, "", {}};
    for (const auto& word : contact.words) found.words += " " + word;
    add_line(found, page, TEXT("Phone: {number}"), "number", contact.phone);
    add_line(found, page, TEXT("Answers: {hours}"), "hours", usual_hours(contact.phone_hours, page));
    const auto* next = contact.fallback_place.empty() ? nullptr : snapshot.place(contact.fallback_place);
    if (next && next->listed())
        add_line(found, page, TEXT("When nobody answers: {target}"), "target",
                 next->name + (next->phone.empty() ? "" : ", " + next->phone));
    add_line(found, page, TEXT("Note for staff: {text}"), "text", contact.notes);
    return found;
}

Found of_e_service(const EService& e_service, const html::Page& page) {
    Found found{"e_service:" + e_service.id, e_service.name, e_service.department + words_of_topics(e_service.topics, page), {}};
    found.topics = e_service.topics;
    for (const auto& word : e_service.words) found.words += " " + word;
    if (!e_service.department.empty()) found.lines.push_back(e_service.department);
    return found;
}

std::vector<Found> all_found(const Snapshot& snapshot, const html::Page& page) {
    std::vector<Found> all;
    for (const auto& place : snapshot.places)
        if (place.status == Status::open) all.push_back(of_place(place, page));
    for (const auto& contact : snapshot.contacts)
        if (is_offered(contact, Audience::staff)) all.push_back(of_contact(contact, snapshot, page));
    for (const auto& service : snapshot.services)
        if (is_offered(service, snapshot.place(service.place))) all.push_back(of_service(service, nullptr, page));
    for (const auto& e_service : snapshot.e_services)
        if (e_service.status == Status::open) all.push_back(of_e_service(e_service, page));
    for (const auto& place : snapshot.places)
        for (const auto& service : place.services)
            if (is_offered(service, &place)) all.push_back(of_service(service, &place, page));
    return all;
}

/// By which a question names it: words of the code list, and what people say every day in any offered language.
void write_phrases(base::JsonWriter& json, const taxonomy::Term& term) {
    json.key("phrases").begin_array();
    for (const auto& word : term.words) json.value(word);
    for (const auto& everyday : taxonomy::everyday_words()) {
        if (everyday.list != List::topic || everyday.key != term.key) continue;
        for (const auto& word : everyday.words) json.value(word);
    }
    json.end_array();
}

/// The municipality's own are found by their names and, while they leave room for the rest, by what people say for them.
void write_own_topics(base::JsonWriter& json, const taxonomy::OwnTopics* own_topics, const html::Page& page) {
    constexpr std::size_t room_for_words = 60 * 1000;
    if (own_topics == nullptr) return;
    const auto begin = json.text().size();
    for (const auto held = own_topics->of(page.request().tenant->id); const auto& own : *held) {
        if (own.hidden) continue;
        const auto words = base::joined(own.words, " ");
        const bool has_room = json.text().size() - begin + 2 * words.size() < room_for_words;
        json.begin_object().member("key", own.key).member("title", own.label).member("shared", own.maps_to);
        json.member("words", has_room ? words : "").key("phrases").begin_array().value(own.label);
        if (has_room)
            for (const auto& word : own.words) json.value(word);
        json.end_array().end_object();
    }
}

void write_topics(base::JsonWriter& json, const taxonomy::OwnTopics* own_topics, const html::Page& page) {
    json.key("topics").begin_array();
    for (const auto& term : taxonomy::terms(List::topic)) {
        std::string words;
        for (const auto& word : term.words) words += word + " ";
        json.begin_object().member("key", term.key).member("title", page.t(term.label)).member("words", words);
        write_phrases(json, term);
        json.end_object();
    }
    write_own_topics(json, own_topics, page);
    json.end_array();
    json.member("weak", base::joined(search::weak_words(), " "));
}

std::size_t size_of(const AwayAnswer& answer) {
    constexpr std::size_t around_it = 200;
    std::size_t size = around_it + answer.question.size() + answer.answer.size();
    for (const auto* list : {&answer.steps, &answer.words})
        for (const auto& text : *list) size += text.size() + 4;
    return size;
}

void write_answer(base::JsonWriter& json, const AwayAnswer& answer, const html::Page& page) {
    json.begin_object().member("title", answer.question);
    json.member("words", base::joined(answer.words, " ") + words_of_topics(answer.topics, page)).key("lines").begin_array();
    if (!answer.answer.empty()) json.value(answer.answer);
    for (std::size_t i = 0; i < answer.steps.size(); ++i) json.value(std::to_string(i + 1) + ". " + answer.steps[i]);
    json.end_array().end_object();
}

/// In the room that is left; the longest ones go first, and it is said how many.
void write_answers(base::JsonWriter& json, std::vector<AwayAnswer> answers, const html::Page& page) {
    std::ranges::stable_sort(answers, {}, size_of);
    std::size_t written = 0;
    json.key("answers").begin_array();
    for (const auto& answer : answers) {
        if (json.text().size() + 2 * size_of(answer) > most_bytes) break;
        write_answer(json, answer, page);
        ++written;
    }
    json.end_array().member("answers_left_out", static_cast<std::int64_t>(answers.size() - written));
}

/// Whom to ring before anything else, and how that is seen.
void write_dangers(base::JsonWriter& json, const html::Page& page) {
    json.key("dangers").begin_array();
    for (const auto& danger : referral::all_dangers(page.request().tenant->country, page.translator())) {
        json.begin_object().member("kind", referral::name_of(danger.kind)).member("title", danger.title);
        json.member("advice", danger.advice).key("numbers").begin_array();
        for (const auto& [number, name, about] : danger.numbers)
            json.begin_object().member("number", number).member("name", name).member("about", about).end_object();
        json.end_array().end_object();
    }
    json.end_array().member("danger_phrases", referral::danger_phrases());
}

/// The desk where every search ends.
void write_fallback(base::JsonWriter& json, const referral::Referral& referral, const html::Page& page) {
    const auto last = referral.fallback(*page.request().tenant, page.translator());
    json.key("fallback").begin_object().member("title", last.title).member("phone", last.phone).end_object();
}

/// Today's and yesterday's can be counted on the device; those to come, when their day is there.
void write_sessions(base::JsonWriter& json, const activities::Activities& activities, const Snapshot& snapshot) {
    json.key("sessions").begin_array();
    for (const auto& session : activities.sessions_away(snapshot.municipality_id)) {
        const auto* place = snapshot.place(session.place);
        json.begin_object().member("id", session.id).member("title", session.title).member("seen", session.seen);
        json.member("place", session.place).member("where", place ? place->name : "");
        json.member("starts", base::format_utc(session.starts)).member("is_counted", session.is_counted);
        json.key("counted").begin_array();
        for (const auto& [name, value] : session.counted.pairs) json.begin_array().value(name).value(value).end_array();
        json.end_array().end_object();
    }
    json.end_array();
}

}  // namespace

std::string write_search_data(const Pages& pages, const html::Page& page) {
    const auto& own = Inside::of(pages.offline);
    const auto snapshot = own.neighbours.directory.snapshot(page.request().tenant->id);
    base::JsonWriter json;
    json.begin_object().member("made_at", base::format_utc(own.clock.now()));
    write_dangers(json, page);
    write_fallback(json, own.neighbours.referral, page);
    write_topics(json, own.neighbours.own_topics, page);
    write_sessions(json, own.neighbours.activities, *snapshot);
    json.key("records").begin_array();
    bool is_whole = true;
    for (const auto& found : all_found(*snapshot, page)) {
        is_whole = json.text().size() + found.title.size() + found.words.size() < most_bytes - 4096;
        if (!is_whole) break;
        json.begin_object().member("target", found.target).member("title", found.title).member("words", found.words);
        json.key("lines").begin_array();
        for (const auto& line : found.lines) json.value(line);
        json.end_array().key("topics").begin_array();
        for (const auto& topic : found.topics) json.value(topic);
        json.end_array();
        if (found.is_of_its_field) json.member("of_its_field", true);
        json.end_object();
    }
    json.end_array().member("is_whole", is_whole);
    const auto tenant = page.request().tenant->id;
    write_answers(json, own.neighbours.answers ? own.neighbours.answers(tenant) : std::vector<AwayAnswer>{}, page);
    json.end_object();
    return std::move(json).take();
}

}  // namespace digilots::offline
