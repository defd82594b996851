// Numbers for programs: a door counter or a switchboard sends its day, and may send it again.
#include <algorithm>

#include "counts/implementation.h"
#include "counts/pages.h"
#include "platform/base/json.h"
#include "platform/base/text.h"
#include "platform/base/typed_json.h"
#include "platform/base/uuid.h"
#include "platform/base/whole_number.h"
#include "platform/http/all_faults.h"
#include "platform/http/coded_problem.h"
#include "platform/http/never_kept.h"
#include "platform/personal/personal_data.h"
#include "platform/register/json_body.h"
#include "platform/register/list_api.h"
#include "platform/register/pages.h"

namespace digilots::counts {

namespace {

using base::Json;

constexpr std::size_t longest_body = 16 * 1024, longest_note = 300, longest_key = 255;

using FieldErrors = std::vector<std::pair<std::string, std::string>>;

struct ReadBody {
    Number number;
    FieldErrors errors;
    bool has_number = false;
};

const i18n::Translator& words_for(const http::Request& request) {
    return i18n::translator(request.language);
}

void read_member(std::string_view name, const Json& value, ReadBody& read, const i18n::Translator& words) {
    const auto text = [&](std::string& into) {
        if (value.is_string())
            into = value.text();
        else if (!value.is_null())
            read.errors.emplace_back(name, words.t("Give a text."));
    };
    if (name == "source") return text(read.number.source);
    if (name == "place") return text(read.number.place);
    if (name == "period") return text(read.number.period);
    if (name == "note") return text(read.number.note);
    if (name != "number")
        return void(
            read.errors.emplace_back(base::cut(name, 60), words.t("There is no field of this name.")));
    read.has_number = true;
    const auto number = value.as_integer();
    if (!number || *number < 0 || *number > most_in_number)
        read.errors.emplace_back(name, words.t("Give a whole number from 0 to 1000000000."));
    else
        read.number.number = *number;
}

/// What is said, held against what is there.
void check(const Counts& counts, const register_::Surroundings& around, ReadBody& read,
           const i18n::Translator& words) {
    const auto refuse = [&](const char* field, i18n::Text why) {
        http::add_faults(read.errors, {{field, words.t(why)}});
    };
    auto& number = read.number;
    if (!find_source(number.source))
        refuse("source", TEXT("Give one of the sources that docs/api.md names, such as visitors."));
    const auto snapshot = Inside::of(counts).neighbours.directory.snapshot(around.municipality_id);
    const auto* place = number.place.empty() ? nullptr : snapshot->place(number.place);
    if (place)
        number.place = place->id;  // a slug is the same place
    else if (!number.place.empty())
        refuse("place", TEXT("There is no place with this id. Give an id of /places, or none."));
    const auto period = counted_period(number.period);
    if (!period)
        refuse("period",
               TEXT("Write a day as 2026-11-22, a week as 2026-W47, a month as 2026-11 or a year as 2026."));
    else if (period->from > around.today)
        refuse("period", TEXT("The period is still to come."));
    else
        number.period = periods::key_of(*period);
    if (!read.has_number) refuse("number", TEXT("Give a whole number from 0 to 1000000000."));
    if (base::length(number.note) > longest_note)
        refuse("note", TEXT("The note is too long: write at most 300 characters."));
    if (personal::find_personal_data(number.note) != personal::PersonalData::none)
        refuse("note", TEXT("Remove the number or address: nothing here tells of a person."));
}

/// What stands in the way only once it is put among the others.
http::Faults::value_type fault_of(Counts::NotPut why, const i18n::Translator& words) {
    if (why == Counts::NotPut::not_theirs)
        return {"place", words.t("There is no place with this id. Give an id of /places, or none.")};
    if (why == Counts::NotPut::no_period)
        return {"period",
                words.t("Write a day as 2026-11-22, a week as 2026-W47, a month as 2026-11 or a year as 2026.")};
    return {"number", words.t("Give a whole number from 0 to 1000000000.")};
}

void write_count(base::JsonWriter& json, const register_::Record& count) {
    json.begin_object().member("id", count.id).member("source", count.text("kind")).key("place");
    if (count.text("place").empty())
        json.null();
    else
        json.value(count.text("place"));
    json.member("period", count.text("period"))
        .member("from", count.text("first_day"))
        .member("to", count.text("last_day"));
    json.member("number", count.whole("number").value_or(0)).member("note", count.text("note"));
    json.member("changed_at", count.changed_at).end_object();
}

}  // namespace

http::Response post_count(const Pages& pages, const http::Request& request) {
    const auto& words = words_for(request);
    if (request.body.size() > longest_body)
        return http::problem(413, words.t("The body is too large"), words.t("Send at most 16 kB."));
    const auto json = base::parse_sent_json(request.body, {.bytes = longest_body});
    if (!json || !json->is_object())
        return http::problem(400, words.t("The body is not a JSON object"),
                             words.t("Send one number as in the example of /api/openapi.json."),
                             register_::fault_of_json_body(request));
    const auto key = request.header("Idempotency-Key");
    if (!std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7F; }) || key.size() > longest_key)
        return http::problem(400, words.t("The Idempotency-Key cannot be used"),
                             words.t("Send 1 to 255 visible ASCII characters, such as a UUID."));
    ReadBody read;
    for (const auto& [name, value] : json->members()) read_member(name, value, read, words);
    const auto around = register_::around_of(pages.counts.records(), request);
    check(pages.counts, around, read, words);
    if (!read.errors.empty())
        return never_kept(http::problem(422, words.t("The number cannot be taken in like this"), "",
                                        std::move(read.errors)));
    const auto put = pages.counts.put(around, read.number, "token:" + request.identity->token_id, key);
    if (!put && put.error() != Counts::NotPut::key_reused)
        return never_kept(http::problem(422, words.t("The number cannot be taken in like this"), "",
                                        {fault_of(put.error(), words)}));
    if (!put)
        return http::coded_problem(409, words.t("This Idempotency-Key was sent with another number"),
                                   words.t("Send a new key for a new number."), "key_reused");
    base::JsonWriter out;
    const auto count = pages.counts.records().find(request.tenant->id, put->id);
    if (count)
        write_count(out, *count);
    else
        out.begin_object().member("id", put->id).end_object();
    auto response = http::json(std::move(out).take(), put->is_new ? 201 : 200);
    if (put->repeated) response.headers.emplace_back("Idempotency-Replayed", "true");
    return never_kept(std::move(response));
}

http::Response list_counts(const Pages& pages, const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    const auto source = request.query.get("source"), place = request.query.get("place");
    if (!source.empty() && !find_source(source))
        return register_::wrong_in_address(request, TEXT("source: give one that docs/api.md names, such as visitors."));
    register_::ListQuery query;
    if (!source.empty()) query.filters.emplace_back("kind", std::string(source));
    const auto snapshot = Inside::of(pages.counts).neighbours.directory.snapshot(request.tenant->id);
    const auto* known = snapshot->place(place);
    if (!place.empty()) query.filters.emplace_back("place", known ? known->id : std::string(place));
    // A place that is gone has its numbers still; one that never was is a slip of whoever asks, not a place without numbers.
    const auto around = register_::around_of(pages.counts.records(), request);
    if (!place.empty() && !known && pages.counts.records().list(around, query, 1, 0).records.empty())
        return never_kept(http::problem(422, words.t("The address is not right"),
                                        words.t("place: there is none with this id. Give an id of /places.")));
    return register_::list_for_programs(pages.counts.records(), request, query, "counts", write_count);
}

}  // namespace digilots::counts
