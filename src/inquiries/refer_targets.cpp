#include "inquiries/refer_targets.h"

#include <algorithm>

#include "inquiries/inquiry_form.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

using html::components::Option;

/// Adds those in use, by name; each kind says what it is.
template <class Records, class NameOf>
void add_targets(std::vector<Option>& options, const Records& records, const std::string& kind, const std::string& label,
                 NameOf name_of) {
    const auto first = static_cast<std::ptrdiff_t>(options.size());
    for (const auto& record : records) {
        const bool in_use = record.status != directory::Status::closed && record.status != directory::Status::planned;
        if (in_use) options.push_back({kind + record.id, label + ": " + name_of(record)});
    }
    std::ranges::stable_sort(options.begin() + first, options.end(), {}, &Option::label);
}

/// What the entry says already, also where it has ended or is a topic; in words, also where nobody knows it any more.
Option standing(const directory::Snapshot& directory, const taxonomy::OwnTopicList& own, const std::string& target,
                const i18n::Translator& translator) {
    std::string title = title_of_target(directory, own, target, translator);
    if (title == target) title = translator.t(TEXT("What the directory no longer has"));
    return {target, std::move(title), true};
}

}  // namespace

std::string target_title(const Service& service, const http::Tenant& tenant, const std::string& target,
                         const i18n::Translator& translator) {
    if (target.empty()) return "";
    return standing(*service.directory.snapshot(tenant.id), *service.own_topics.of(tenant.id), target, translator).label;
}

std::vector<Option> target_options(const Service& service, const http::Tenant& tenant, const std::string& chosen,
                                   const i18n::Translator& translator) {
    const auto directory = service.directory.snapshot(tenant.id);
    std::vector<Option> options{{"", translator.t(TEXT("Not stated")), chosen.empty()}};
    add_targets(options, directory->contacts, "contact:", translator.t(TEXT("Contact")),
                [](const directory::Contact& contact) { return contact.title; });
    add_targets(options, directory->places, "place:", translator.t(TEXT("Place")),
                [](const directory::Place& place) { return place.name; });
    add_targets(options, directory->e_services, "e_service:", translator.t(TEXT("E-service")),
                [](const directory::EService& e_service) { return e_service.name; });
    const std::string target = target_by_id(*directory, chosen);
    const auto found = std::ranges::find(options, target, &Option::value);
    if (found != options.end()) found->selected = true;
    else options.insert(options.begin() + 1, standing(*directory, *service.own_topics.of(tenant.id), chosen, translator));
    return options;
}

bool only_searches(const http::Request& request) {
    const std::string_view then = request.form.get("then");
    return then == "search" || then == "refer_away" || request.form.has("as_written") || request.form.has("refer");
}

bool has_chosen(const http::Request& request) {
    return request.form.has("refer") || request.form.get("then") == "refer_away";
}

std::string_view searched_in(const http::Fields& form) { return form.has("q") ? form.get("q") : form.get("searched"); }

void refer_away(Inquiry& inquiry, std::string_view outcome) {
    inquiry.referred_to.clear();
    if (inquiry.outcome == "referred") inquiry.outcome = outcome;
}

void ask_for_receiver(FormInput& input, const http::Request& request, const Inquiry* before) {
    const auto is_without = [](const Inquiry& entry) { return entry.outcome == "referred" && entry.referred_to.empty(); };
    if (!is_without(input.inquiry) || (before && is_without(*before))) return;
    input.asks_for_receiver = !request.form.has("asked_receiver");
}

void use_hit(FormInput& input, std::string_view chosen, const taxonomy::OwnTopicList& own) {
    const std::size_t space = std::min(chosen.find(' '), chosen.size());
    const std::string target(chosen.substr(0, space)), about(chosen.substr(std::min(space + 1, chosen.size())));
    const auto topic = about.substr(0, about.find(' '));
    Inquiry& inquiry = input.inquiry;
    if (!target.empty()) {
        inquiry.outcome = "referred";
        inquiry.referred_to = target;
    }
    const bool is_wanted = taxonomy::shared_topic(own, topic) && (target.empty() || inquiry.topics.empty());
    if (is_wanted) inquiry.topics = {topic};
}

}  // namespace digilots::inquiries
