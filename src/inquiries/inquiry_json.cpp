#include "inquiries/inquiry_json.h"

#include <algorithm>
#include <array>
#include <limits>

#include "inquiries/further.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/typed_json.h"

namespace digilots::inquiries {

namespace {

using base::Json;

struct TextField {
    const char* name;
    std::string Inquiry::*member;
};

constexpr std::array<TextField, 13> text_fields{{
    {"place", &Inquiry::place}, {"channel", &Inquiry::channel}, {"outcome", &Inquiry::outcome},
    {"support_given", &Inquiry::support_given}, {"body", &Inquiry::body}, {"language", &Inquiry::language},
    {"barrier", &Inquiry::barrier}, {"age_band", &Inquiry::age_band}, {"gender", &Inquiry::gender},
    {"referred_to", &Inquiry::referred_to}, {"note", &Inquiry::note}, {"e_service", &Inquiry::e_service},
    {"asker", &Inquiry::asker},
}};

class Reader {
public:
    Reader(const i18n::Translator& translator, ReadInquiry& read) : translator_(translator), read_(read) {}

    void member(const std::string& name, const Json& value) {
        if (const auto field = std::ranges::find(text_fields, name, &TextField::name); field != text_fields.end()) {
            return text(*field, value);
        }
        if (name == "at") return time(value);
        if (name == "time_known") return time_known(value);
        if (name == "topics") return topics(value);
        if (name == "minutes") return minutes(value);
        if (name == "returning") return flag("returning", value, read_.inquiry.returning);
        if (name == "follow_up") return flag("follow_up", value, read_.inquiry.follow_up);
        if (name == "kind") return kind(value);
        if (name == "persons") return persons(value);
        if (name == "barriers") return keys("barriers", value, read_.inquiry.barriers);
        if (name == "target_groups") return keys("target_groups", value, read_.inquiry.target_groups);
        if (const auto* word = further_word(name)) return further(*word, value);
        if (name == unit_concerned) return unit(value);
        for (const auto& flagged : further_flags())
            if (name == flagged.name) return flag(flagged.name, value, read_.inquiry.further.*flagged.member);
        fail(base::cut(name, 60), TEXT("There is no field of this name."));
    }

private:
    void fail(std::string name, i18n::Text text) { read_.errors.emplace_back(std::move(name), translator_.t(text)); }

    void text(const TextField& field, const Json& value) {
        if (value.is_null()) return;
        if (!value.is_string()) return fail(field.name, TEXT("Give a text."));
        read_.inquiry.*field.member = base::clean(value.text());
    }

    void further(const FurtherWord& word, const Json& value) {
        if (value.is_null()) return;
        if (!value.is_string()) return fail(word.name, TEXT("Give a text."));
        read_.inquiry.further.*word.member = base::clean(value.text());
    }

    void unit(const Json& value) {
        if (value.is_null()) return;
        if (!value.is_string()) return fail(std::string(unit_concerned), TEXT("Give a text."));
        read_.inquiry.further.body_unit = base::clean(value.text());
    }

    void time(const Json& value) {
        if (value.is_null()) return;
        const auto parsed = base::parse_utc(value.text());
        if (!parsed) return fail("at", TEXT("Give a time such as 2026-11-22T13:00:00Z or 2026-11-22T14:00:00+01:00."));
        read_.inquiry.at = *parsed;
    }

    void time_known(const Json& value) {
        if (value.is_null()) return;
        const auto flag = value.as_bool();
        if (!flag) return fail("time_known", TEXT("Give true or false."));
        read_.inquiry.no_time = !*flag;
    }

    void topics(const Json& value) {
        if (value.is_null()) return;
        if (!value.is_array()) return fail("topics", TEXT("Give a list of topics, such as [\"bank\"]."));
        std::vector<std::string>& topics = read_.inquiry.topics;
        for (const Json& topic : value.items()) {
            if (!topic.is_string()) return fail("topics", TEXT("Give a list of topics, such as [\"bank\"]."));
            std::string key = base::clean(topic.text());
            if (std::ranges::find(topics, key) == topics.end()) topics.push_back(std::move(key));
            if (topics.size() > 20) return;
        }
    }

    void minutes(const Json& value) {
        if (value.is_null()) return;
        const auto number = value.as_integer();
        if (!number) return fail("minutes", TEXT("Give a whole number of minutes."));
        constexpr std::int64_t most = std::numeric_limits<int>::max();
        read_.inquiry.minutes = static_cast<int>(std::clamp(*number, -most, most));
    }

    template <class Flag>
    void flag(const char* name, const Json& value, Flag& into) {
        if (value.is_null()) return;
        const auto flag = value.as_bool();
        if (!flag) return fail(name, TEXT("Give true or false."));
        into = *flag;
    }

    void kind(const Json& value) {
        if (value.is_null()) return;
        if (!value.is_string()) return fail("kind", TEXT("Give a text."));
        read_.inquiry.kind = base::clean(value.text());
    }

    void keys(const char* name, const Json& value, std::vector<std::string>& into) {
        if (value.is_null()) return;
        if (!value.is_array()) return fail(name, TEXT("Give a list of keys, such as [\"cost\"]."));
        for (const Json& key : value.items()) {
            if (!key.is_string()) return fail(name, TEXT("Give a list of keys, such as [\"cost\"]."));
            if (into.size() <= most_keys_read) base::add_once(into, base::clean(key.text()));
        }
    }

    void persons(const Json& value) {
        if (value.is_null()) return;
        if (!value.is_object()) return fail("persons", TEXT("Give how many of each, such as {\"women\": 2, \"men\": 1}."));
        for (const auto& [name, count] : value.members()) {
            const auto* known = base::find_in(all_persons_, std::string_view(name), &PersonsOf::key);
            if (!known) return fail("persons", TEXT("Persons are women, men, girls, boys, other or not_stated."));
            if (count.is_null()) continue;
            const auto number = count.as_integer();
            if (!number) return fail("persons", TEXT("Give whole numbers of persons."));
            constexpr std::int64_t most = std::numeric_limits<int>::max();
            read_.inquiry.persons.*known->member = static_cast<int>(std::clamp(*number, -most, most));
        }
    }

    static constexpr std::size_t most_keys_read = 20;
    const std::span<const PersonsOf> all_persons_ = kinds_of_persons();
    const i18n::Translator& translator_;
    ReadInquiry& read_;
};

}  // namespace

std::optional<ReadInquiry> read_inquiry(std::string_view json, const i18n::Translator& translator) {
    const auto parsed = base::parse_typed_json(json, {.bytes = 64 * 1024, .depth = 8});
    if (!parsed || !parsed->is_object()) return std::nullopt;
    ReadInquiry read;
    Reader reader(translator, read);
    for (const auto& [name, value] : parsed->members()) reader.member(name, value);
    // Now is a time.
    if (read.inquiry.at == unstated) read.inquiry.no_time = false;
    // Whoever says that a resident asked says nothing new.
    if (read.inquiry.asker == "resident") read.inquiry.asker.clear();
    return read;
}

namespace {

void write_keys(base::JsonWriter& json, const char* name, const std::vector<std::string>& keys) {
    json.key(name).begin_array();
    for (const auto& key : keys) json.value(key);
    json.end_array();
}

void write_details(base::JsonWriter& json, const Inquiry& inquiry) {
    json.member("kind", inquiry.kind).member("follow_up", inquiry.follow_up);
    write_keys(json, "barriers", inquiry.barriers);
    write_keys(json, "target_groups", inquiry.target_groups);
    for (const auto& word : further_words()) {
        const auto& key = inquiry.further.*word.member;
        if (key.empty()) json.key(word.name).null();
        else json.member(word.name, key);
    }
    for (const auto& flag : further_flags()) json.member(flag.name, inquiry.further.*flag.member);
    const auto& unit = inquiry.further.body_unit;
    if (unit.empty()) json.key(unit_concerned).null();
    else json.member(unit_concerned, unit);
    json.key("persons");
    if (!inquiry.persons.are_counted()) {
        json.null();
        return;
    }
    json.begin_object();
    for (const auto& [key, member] : kinds_of_persons()) json.member(key, inquiry.persons.*member);
    json.end_object();
}

}  // namespace

void write_inquiry(base::JsonWriter& json, const StoredInquiry& stored) {
    const Inquiry& inquiry = stored.inquiry;
    json.begin_object().member("id", inquiry.id).member("at", base::format_utc(inquiry.at));
    json.member("time_known", !inquiry.no_time);
    json.key("topics").begin_array();
    for (const std::string& topic : inquiry.topics) json.value(topic);
    json.end_array();
    for (const TextField& field : text_fields) {
        const std::string& text = inquiry.*field.member;
        if (field.member == &Inquiry::asker && text.empty()) json.member(field.name, "resident");
        else if (text.empty() && std::string_view(field.name) != "note") json.key(field.name).null();
        else json.member(field.name, text);
    }
    json.member("minutes", inquiry.minutes).member("returning", inquiry.returning);
    write_details(json, inquiry);
    json.member("recorded_at", base::format_utc(stored.created_at)).end_object();
}

}  // namespace digilots::inquiries
