#include "inquiries/entry_details.h"

#include <algorithm>

#include "inquiries/desk_hits.h"
#include "inquiries/further.h"
#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

using html::components::Field;
using html::components::Option;
using taxonomy::List;

constexpr std::size_t most_read = 40;
constexpr int most_counted = 100'000;      // what is more than a group may be is said by validate()

std::string named_field(const http::Request& request, std::string_view name) { return base::clean(request.form.get(name)); }

std::vector<std::string> named_fields(const http::Request& request, std::string_view name) {
    std::vector<std::string> keys;
    for (const std::string_view value : request.form.all(name)) {
        const std::string key = base::clean(value);
        if (!key.empty() && keys.size() < most_read) base::add_once(keys, key);
    }
    return keys;
}

/// Of an own list of words, because a gender's name says nothing of how many.
std::string persons_name(std::string_view key) { return "persons_" + std::string(key); }

void read_persons(FormInput& input, const http::Request& request, const i18n::Translator& translator) {
    for (const auto& [key, member] : kinds_of_persons()) {
        const std::string typed = named_field(request, persons_name(key));
        if (typed.empty()) continue;
        input.typed_persons[key] = typed;
        const auto number = base::whole_number_up_to(typed, 0, most_counted);
        if (!number) input.errors.add(persons_name(key), translator.t(TEXT("Give a whole number of persons.")));
        else input.inquiry.persons.*member = *number;
    }
}

/// What hangs on something that is not chosen any more goes with it.
void read_further(Inquiry& inquiry, const http::Request& request) {
    Further& further = inquiry.further;
    for (const auto& word : further_words()) further.*word.member = named_field(request, word.name);
    for (const auto& flag : further_flags())
        if (request.form.has(flag.name)) further.*flag.member = true;
    further.body_unit = named_field(request, unit_concerned);
    if (further.feedback.empty()) further.feedback_status.clear();
    if (further.assisted_role.empty()) further.consent.reset();
    if (!inquiry.follow_up) further.followed_up.clear();
    if (inquiry.outcome == "referred") return;
    further.handover.clear();
    further.referral_reason.clear();
}

bool is_of_referral(std::string_view name) { return name == "handover" || name == "referral_reason"; }

bool says_words(const Further& further) {
    return std::ranges::any_of(further_words(), [&](const FurtherWord& word) {
        return !is_of_referral(word.name) && !(further.*word.member).empty();
    });
}

Option option_of(const taxonomy::Term& term, bool is_chosen, const i18n::Translator& translator) {
    return {term.key, translator.t(term.label), is_chosen};
}

Field several_of(const html::Page& page, const FormInput& input, const char* name, i18n::Text label, List list,
                 const std::vector<std::string>& chosen) {
    Field field{.name = name, .label = page.t(label), .optional = true};
    for (const taxonomy::Term& term : taxonomy::terms(list))
        field.options.push_back(option_of(term, base::holds(chosen, term.key), page.translator()));
    return field.with(input.errors);
}

Field one_of_list(const html::Page& page, const FormInput& input, const char* name, i18n::Text label, List list,
                  const std::string& chosen) {
    Field field{.name = name, .label = page.t(label)};
    for (const taxonomy::Term& term : taxonomy::terms(list))
        field.options.push_back(option_of(term, term.key == chosen, page.translator()));
    return field.with(input.errors);
}

/// "School choice (mended on 3 October 2026)": whoever chooses it tells the person so.
std::string with_newest_said(const Service& service, const directory::EService& one, const html::Page& page) {
    const auto said = said_by_owner(service.owners_say, one.id, page);
    return said.empty() ? one.name : one.name + " (" + said.front().brief + ")";
}

Field e_services_of(const Service& service, const html::Page& page, const FormInput& input) {
    const auto directory = service.directory.snapshot(page.request().tenant->id);
    const std::string& chosen = input.inquiry.e_service;
    Field field{.name = "e_service", .label = page.t(TEXT("E-service that it is about")), .optional = true,
                .options = {{"", page.t(TEXT("Not stated")), chosen.empty()}}};
    for (const directory::EService& one : directory->e_services)
        if (one.status != directory::Status::closed || one.id == chosen)
            field.options.push_back({one.id, with_newest_said(service, one, page), one.id == chosen || one.slug == chosen});
    std::ranges::stable_sort(field.options.begin() + 1, field.options.end(), {}, &Option::label);
    return field.with(input.errors);
}

}  // namespace

void read_details(FormInput& input, const http::Request& request, const i18n::Translator& translator) {
    Inquiry& inquiry = input.inquiry;
    inquiry.kind = request.form.has("kind") ? named_field(request, "kind") : "visit";
    inquiry.asker = named_field(request, "asker");
    if (inquiry.asker == "resident") inquiry.asker.clear();
    inquiry.e_service = named_field(request, "e_service");
    inquiry.follow_up = request.form.has("follow_up");
    inquiry.barriers = named_fields(request, "barriers");
    inquiry.target_groups = named_fields(request, "target_groups");
    read_persons(input, request, translator);
    read_further(inquiry, request);
    input.taken_back = named_field(request, "taken_back");
}

void settle_kind(Inquiry& inquiry, const Inquiry* before) {
    if (!inquiry.is_tally()) return;
    const bool has_grown = before && before->is_tally() && !inquiry.outcome.empty();
    if (has_grown) {
        inquiry.kind = "visit";
    } else {
        inquiry.outcome.clear();
        inquiry.referred_to.clear();
        inquiry.further.handover.clear();
        inquiry.further.referral_reason.clear();
    }
}

void show_details(FormInput& input, const Inquiry& inquiry) {
    for (const auto& [key, member] : kinds_of_persons())
        if (const auto count = inquiry.persons.*member) input.typed_persons[key] = std::to_string(*count);
}

DetailFields detail_fields(const Service& service, const html::Page& page, const FormInput& input) {
    const Inquiry& inquiry = input.inquiry;
    DetailFields fields;
    fields.kind = one_of_list(page, input, "kind", TEXT("What it counts"), List::entry_kind, inquiry.kind);
    fields.asker = one_of_list(page, input, "asker", TEXT("Who asked"), List::asker,
                               inquiry.asker.empty() ? "resident" : inquiry.asker);
    fields.e_service = e_services_of(service, page, input);
    fields.follow_up = Field{.name = "follow_up", .label = page.t(TEXT("To be followed up")), .checked = inquiry.follow_up};
    fields.barriers = several_of(page, input, "barriers", TEXT("What else stood in the way"), List::barrier, inquiry.barriers);
    fields.target_groups =
        several_of(page, input, "target_groups", TEXT("Target groups"), List::target_group, inquiry.target_groups);
    for (const auto& [key, member] : kinds_of_persons()) {
        const auto typed = input.typed_persons.find(key);
        fields.persons.push_back(Field{.name = persons_name(key),
                                       .label = taxonomy::label(List::gender, key, page.translator()),
                                       .value = typed == input.typed_persons.end() ? "" : typed->second,
                                       .input_mode = "numeric", .optional = true}.with(input.errors));
    }
    for (const auto& word : further_words())
        if (!is_of_referral(word.name) && (word.name != std::string_view("followed_up") || inquiry.follow_up))
            fields.words.push_back(word_field(page, input, word.name));
    fields.consent = Field{.name = "consent", .label = page.t(TEXT("The person had agreed to it")),
                           .checked = inquiry.further.consent == true}.with(input.errors);
    fields.persons_error = input.errors.message("persons");
    fields.are_said = has_further_details(inquiry) || !input.typed_persons.empty();
    return fields;
}

Field word_field(const html::Page& page, const FormInput& input, std::string_view name) {
    const auto* word = further_word(name);
    ENSURE(word != nullptr);
    const std::string& chosen = input.inquiry.further.*word->member;
    Field field{.name = word->name, .label = page.t(word->title), .optional = true,
                .options = {{"", page.t(TEXT("Not stated")), chosen.empty()}}};
    for (const taxonomy::Term& term : taxonomy::terms(word->list))
        field.options.push_back(option_of(term, term.key == chosen, page.translator()));
    return field.with(input.errors);
}

bool has_further_details(const Inquiry& inquiry) {
    return inquiry.kind != "visit" || !inquiry.asker.empty() || !inquiry.e_service.empty() || inquiry.follow_up ||
           !inquiry.barriers.empty() || !inquiry.target_groups.empty() || says_words(inquiry.further);
}

}  // namespace digilots::inquiries
