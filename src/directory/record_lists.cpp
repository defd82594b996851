#include "directory/record.h"
#include "platform/base/typed_json.h"

namespace digilots::directory {

std::string notes_text(const std::vector<CodedNote>& notes) {
    if (notes.empty()) return "";
    base::JsonWriter json;
    json.begin_array();
    for (const auto& note : notes) {
        json.begin_object().member("code", note.code).member("text", note.text).end_object();
    }
    return std::move(json.end_array()).take();
}

std::vector<CodedNote> read_notes(std::string_view text) {
    std::vector<CodedNote> notes;
    if (text.empty()) return notes;
    if (const auto json = base::parse_typed_json(text)) {
        for (const auto& item : json->items()) {
            notes.push_back({std::string(item["code"].text()), std::string(item["text"].text())});
        }
    }
    return notes;
}

std::string aids_text(const std::vector<Aid>& aids) {
    if (aids.empty()) return "";
    base::JsonWriter json;
    json.begin_array();
    for (const auto& aid : aids) {
        json.begin_object().member("type", aid.type).member("name", aid.name);
        if (aid.count) json.member("count", *aid.count);
        if (aid.approximate) json.member("approximate", true);
        if (aid.bookable != Answer::unknown) json.member("bookable", text_of(aid.bookable));
        json.member("mode", aid.mode).member("note", aid.note).end_object();
    }
    return std::move(json.end_array()).take();
}

std::vector<Aid> read_aids(std::string_view text) {
    std::vector<Aid> aids;
    if (text.empty()) return aids;
    const auto json = base::parse_typed_json(text);
    if (!json) return aids;
    for (const auto& item : json->items()) {
        Aid aid;
        aid.type = item["type"].text();
        aid.name = item["name"].text();
        if (const auto count = item["count"].as_integer()) aid.count = static_cast<int>(*count);
        aid.approximate = item["approximate"].as_bool().value_or(false);
        aid.bookable = read_answer(item["bookable"].text());
        aid.mode = item["mode"].text();
        aid.note = item["note"].text();
        aids.push_back(std::move(aid));
    }
    return aids;
}

}  // namespace digilots::directory
