#include "directory/read_choices.h"

#include <algorithm>

#include "directory/show_place_page.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory {
namespace {

constexpr std::size_t longest_choice = 200;

/// "" where nothing speaks against it.
std::string wrong_place(const Place* place, std::string_view id, const html::Page& page) {
    if (place == nullptr || place->id != id) return page.t("Choose a place from the list.");
    if (place->status != Status::closed) return "";
    return page.t("{name} is closed for good. Choose another place.", {{"name", place->name}});
}

std::string wrong_contact(const Contact* contact, std::string_view id, const html::Page& page) {
    if (contact == nullptr || contact->id != id) return page.t("Choose a contact from the list.");
    if (contact->status == Status::open) return "";
    if (contact->status == Status::closed) return page.t("{name} has ended. Choose another contact.", {{"name", contact->title}});
    return page.t("{name} is not in use now. Choose another contact.", {{"name", contact->title}});
}

std::string wrong_choice(const FieldSpec& spec, const std::string& value, const Snapshot& snapshot, const html::Page& page) {
    if (value.empty()) return "";
    switch (spec.input) {
        case Input::place: return wrong_place(snapshot.place(value), value, page);
        case Input::contact: return wrong_contact(snapshot.contact(value), value, page);
        case Input::answer: return text_of(read_answer(value)) == value ? "" : not_in_the_list(page);
        case Input::status: return text_of(read_status(value)) == value ? "" : not_in_the_list(page);
        case Input::operator_type: return operator_text(value, page).empty() ? not_in_the_list(page) : "";
        default: return taxonomy::find(*taxonomy::list_named(spec.list), value) ? "" : not_in_the_list(page);
    }
}

/// What the record has now, "" where there is none yet: the address of a new one may name a place.
std::string earlier_choice(const FieldSpec& spec, const Record& before, const Snapshot& snapshot) {
    const Place* place = before.kind == RecordKind::place ? snapshot.place(before.id) : nullptr;
    if (spec.input == Input::operator_type) return place == nullptr ? "" : place->operator_type;
    return before.id.empty() ? "" : std::string(fact(before, spec.fact));
}

/// What has ended is still shown as chosen, what is not there cannot be.
bool can_be_shown(const FieldSpec& spec, const std::string& value, const Snapshot& snapshot) {
    if (spec.input == Input::place) return snapshot.place(value) != nullptr;
    return spec.input == Input::contact && snapshot.contact(value) != nullptr;
}

}  // namespace

std::string choices_id(const FieldSpec& spec) { return std::string(spec.fact) + "-choices"; }

std::string not_in_the_list(const html::Page& page) {
    return page.t("What was chosen is not in the list. Choose again.");
}

std::string ChoiceReader::one(const FieldSpec& spec) const {
    std::string value = base::cut(base::clean(form.get(spec.fact)), longest_choice);
    if (spec.input == Input::status && value.empty()) value = text_of(read_status(value));
    const auto earlier = earlier_choice(spec, before, snapshot);
    const auto wrong = value == earlier ? std::string() : wrong_choice(spec, value, snapshot, page);
    if (wrong.empty()) return value;
    errors.add(spec.fact, wrong);
    return can_be_shown(spec, value, snapshot) ? value : earlier;
}

std::vector<std::string_view> ChoiceReader::known_terms(const FieldSpec& spec, const std::vector<std::string>& earlier) const {
    std::vector<std::string_view> known;
    for (const auto chosen : form.all(spec.fact)) {
        if (base::holds(earlier, chosen) || taxonomy::find(*taxonomy::list_named(spec.list), chosen)) {
            known.push_back(chosen);
        } else if (errors.message(choices_id(spec)).empty()) {
            errors.add(choices_id(spec), not_in_the_list(page));
        }
    }
    return known;
}

std::string ChoiceReader::terms(const FieldSpec& spec) const {
    const auto earlier = read_list(fact(before, spec.fact));
    const auto chosen = known_terms(spec, earlier);
    std::vector<std::string> keys;
    for (const auto& key : earlier) {
        if (std::ranges::find(chosen, key) != chosen.end()) keys.push_back(key);
    }
    for (const auto key : chosen) {
        if (!base::holds(keys, key)) keys.emplace_back(key);
    }
    return list_text(keys);
}

std::string ChoiceReader::note_codes(const FieldSpec& spec) const {
    const auto earlier = read_notes(fact(before, spec.fact));
    std::vector<std::string> codes;
    for (const auto& note : earlier) codes.push_back(note.code);
    const auto chosen = known_terms(spec, codes);
    std::vector<CodedNote> notes;
    for (const auto& note : earlier) {
        if (std::ranges::find(chosen, note.code) != chosen.end()) notes.push_back(note);
    }
    for (const auto code : chosen) {
        if (std::ranges::find(notes, code, &CodedNote::code) == notes.end()) notes.push_back({std::string(code), ""});
    }
    return notes_text(notes);
}

}  // namespace digilots::directory
