// What may be logged: one message a field, in the order of the form.
#include <algorithm>
#include <string>

#include "inquiries/further.h"
#include "inquiries/implementation.h"
#include "platform/base/marks.h"
#include "platform/base/text.h"
#include "platform/personal/personal_data.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

using taxonomy::List;
using namespace std::chrono_literals;

constexpr auto clock_tolerance = 5min;
constexpr auto oldest = std::chrono::days{2 * 365 + 1};
constexpr std::size_t longest_note = 500;
constexpr std::size_t most_topics = 10;
constexpr int most_minutes = 600, most_persons = 500;
constexpr std::size_t most_keys = 20;

class Check {
public:
    Check(const i18n::Translator& translator, const Inquiry& inquiry) : translator_(translator), inquiry_(inquiry) {}

    void fail(const char* field, i18n::Text text, std::initializer_list<i18n::Argument> arguments = {}) {
        errors.emplace_back(field, translator_.t(text, arguments));
    }

    void required(const char* field, List list, const std::string& key, i18n::Text missing) {
        if (key.empty()) fail(field, missing);
        else optional(field, list, key);
    }

    void optional(const char* field, List list, const std::string& key) {
        if (!key.empty() && !taxonomy::find(list, key))
            fail(field, TEXT("“{key}” is not in the code list."), {{"key", shown(key)}});
    }

    /// A tally says no more than its topics.
    void channel_and_outcome() {
        if (!inquiry_.is_tally()) {
            required("channel", List::channel, inquiry_.channel, TEXT("Choose a channel."));
            return required("outcome", List::outcome, inquiry_.outcome, TEXT("Choose an outcome."));
        }
        optional("channel", List::channel, inquiry_.channel);
        if (!inquiry_.outcome.empty())
            fail("outcome", TEXT("What is only counted has no outcome. Leave it out, or log it as one matter."));
    }

    void all_of(const char* field, List list, const std::vector<std::string>& keys) {
        if (keys.size() > most_keys) return fail(field, TEXT("Choose at most twenty."));
        for (const auto& key : keys)
            if (!taxonomy::find(list, key))
                return fail(field, TEXT("“{key}” is not in the code list."), {{"key", shown(key)}});
    }

    void e_service(const directory::Snapshot& directory) {
        const std::string& id = inquiry_.e_service;
        if (!id.empty() && !directory.e_service(id))
            fail("e_service", TEXT("There is no e-service “{e_service}” here."), {{"e_service", shown(id)}});
    }

    /// A unit stands beside the municipality alone.
    void unit(const organisation::Units& units) {
        const auto& id = inquiry_.further.body_unit;
        if (id.empty()) return;
        if (!organisation::find_unit(units, id))
            fail("body_unit", TEXT("There is no unit “{unit}” here."), {{"unit", shown(id)}});
        else if (!inquiry_.body.empty() && inquiry_.body != "municipality")
            fail("body_unit", TEXT("The unit belongs to the municipality: choose that it is the municipality’s question, or "
                                   "leave the unit out."));
    }

    void further() {
        const Further& further = inquiry_.further;
        for (const auto& word : further_words()) optional(word.name, word.list, further.*word.member);
        if (further.feedback.empty() && !further.feedback_status.empty())
            fail("feedback_status", TEXT("Say whether it is a view, a complaint or praise, or leave out what became of it."));
        if (further.assisted_role.empty() && further.consent == true)
            fail("consent", TEXT("Say who sent it in for the person, or leave out that they had agreed to it."));
        if (!inquiry_.follow_up && !further.followed_up.empty())
            fail("followed_up", TEXT("Say that it is to be followed up, or leave out how that went."));
        const bool is_referred = inquiry_.outcome == "referred";
        if (!is_referred && !further.handover.empty())
            fail("handover", TEXT("Choose the outcome “Referred”, or leave out how it was handed over."));
        if (!is_referred && !further.referral_reason.empty())
            fail("referral_reason", TEXT("Choose the outcome “Referred”, or leave out why it was passed on."));
    }

    void persons() {
        const Persons& persons = inquiry_.persons;
        if (!persons.are_counted()) return;
        if (!inquiry_.is_group())
            return fail("persons", TEXT("Persons are counted of a group alone. Choose that it counts a pair or a group."));
        for (const auto& [key, member] : kinds_of_persons()) {
            const int count = (persons.*member).value_or(0);
            if (count < 0 || count > most_persons)
                return fail("persons", TEXT("Give how many persons of each, between 0 and 500."));
        }
        if (persons.total() == 0)
            fail("persons", TEXT("A group has at least one person. Leave the numbers out where nobody counted."));
    }

    void time(base::Instant now) {
        if (inquiry_.at == unstated) return;
        if (inquiry_.at > now + clock_tolerance) fail("at", TEXT("The time lies ahead. Give the time when it happened."));
        else if (inquiry_.at < now - oldest) fail("at", TEXT("The time lies more than two years back."));
    }

    void place(const directory::Snapshot& directory) {
        if (inquiry_.place.empty()) return;
        const directory::Place* place = directory.place(inquiry_.place);
        if (!place) fail("place", TEXT("There is no place “{place}” here."), {{"place", shown(inquiry_.place)}});
        else if (!place->listed()) fail("place", TEXT("{place} is not open: choose another place."), {{"place", place->name}});
    }

    void topics(const taxonomy::OwnTopicList& own) {
        if (inquiry_.topics.empty()) return fail("topics", TEXT("Choose at least one topic."));
        if (taxonomy::without_shared(own, inquiry_.topics).size() > most_topics)
            return fail("topics", TEXT("Choose at most ten topics."));
        for (const std::string& topic : inquiry_.topics) {
            if (!taxonomy::shared_topic(own, topic)) {
                return fail("topics", TEXT("“{key}” is not in the code list."), {{"key", shown(topic)}});
            }
        }
    }

    void referred_to(const directory::Snapshot& directory, const taxonomy::OwnTopicList& own) {
        const std::string& target = inquiry_.referred_to;
        if (target.empty()) return;
        if (inquiry_.outcome != "referred") {
            return fail("referred_to", TEXT("Choose the outcome “Referred”, or leave out where to."));
        }
        const std::size_t colon = std::min(target.find(':'), target.size());
        const std::string kind = target.substr(0, colon);
        const std::string id = colon < target.size() ? target.substr(colon + 1) : "";
        const bool known = (kind == "place" && directory.place(id)) || (kind == "e_service" && directory.e_service(id)) ||
                           (kind == "contact" && directory.contact(id)) ||
                           ((kind == "service" || kind == "activity") && is_service(directory, id)) ||
                           (kind == "topic" && taxonomy::shared_topic(own, id));
        const directory::Place* place = kind == "place" ? directory.place(id) : nullptr;
        if (place && place == directory.place(inquiry_.place)) {
            return fail("referred_to", TEXT("{place} is where the question was asked: choose another outcome, or refer to "
                                            "somebody else."), {{"place", place->name}});
        }
        if (!known) return fail("referred_to", TEXT("The directory has no “{target}”."), {{"target", shown(target)}});
        const std::string ended = title_of_ended(directory, kind, id);
        if (!ended.empty()) fail("referred_to", TEXT("{target} has ended: refer to somebody else."), {{"target", ended}});
    }

    void minutes() {
        if (inquiry_.minutes && (*inquiry_.minutes < 0 || *inquiry_.minutes > most_minutes)) {
            fail("minutes", TEXT("Give the help time in minutes, between 0 and 600."));
        }
    }

    void note() {
        if (base::length(inquiry_.note) > longest_note) {
            return fail("note", TEXT("The note is too long: at most 500 characters."));
        }
        if (base::piles_marks(inquiry_.note))
            return fail("note",
                        TEXT("No language has so many marks on one letter. Write it with ordinary letters."));
        const auto found = personal::locate_personal_data(inquiry_.note);
        if (!found) return;
        errors.emplace_back("note", note_refusal(*found, translator_));
    }

    FieldErrors errors;

private:
    static bool is_service(const directory::Snapshot& directory, const std::string& id) {
        if (directory.service(id)) return true;
        return std::ranges::any_of(directory.places, [&](const directory::Place& place) {
            return std::ranges::any_of(place.services, [&](const directory::Service& service) { return service.id == id; });
        });
    }

    /// "" where somebody is still to be referred there.
    static std::string title_of_ended(const directory::Snapshot& directory, const std::string& kind, const std::string& id) {
        using directory::Status;
        const directory::Place* place = kind == "place" ? directory.place(id) : nullptr;
        if (place && place->status == Status::closed) return place->name;
        const directory::Contact* contact = kind == "contact" ? directory.contact(id) : nullptr;
        if (contact && contact->status == Status::closed) return contact->title;
        const directory::EService* e_service = kind == "e_service" ? directory.e_service(id) : nullptr;
        if (e_service && e_service->status == Status::closed) return e_service->name;
        const directory::Service* service = kind == "service" || kind == "activity" ? directory.service(id) : nullptr;
        if (service == nullptr) return "";
        const directory::Place* at = service->place.empty() ? nullptr : directory.place(service->place);
        return directory::status_of(*service, at) == Status::closed ? service->title : "";
    }

    static std::string shown(const std::string& typed) { return base::cut(base::clean(typed), 60); }

    const i18n::Translator& translator_;
    const Inquiry& inquiry_;
};

}  // namespace

FieldErrors Inquiries::validate(const http::Tenant& tenant, const Inquiry& inquiry, const i18n::Translator& translator) const {
    const directory::SnapshotPtr directory = implementation_->directory.snapshot(tenant.id);
    const auto own = implementation_->own_topics.of(tenant.id);
    Check check(translator, inquiry);
    check.time(implementation_->clock.now());
    check.place(*directory);
    check.topics(*own);
    check.required("kind", List::entry_kind, inquiry.kind, TEXT("Say what it counts: one matter, a tally or a group."));
    check.channel_and_outcome();
    check.referred_to(*directory, *own);
    check.minutes();
    check.optional("support_given", List::support_given, inquiry.support_given);
    check.optional("body", List::body, inquiry.body);
    check.unit(*implementation_->organisation.units(tenant.id));
    check.optional("language", List::language, inquiry.language);
    check.optional("barrier", List::barrier, inquiry.barrier);
    check.optional("age_band", List::age_band, inquiry.age_band);
    check.optional("gender", List::gender, inquiry.gender);
    check.all_of("barriers", List::barrier, inquiry.barriers);
    check.all_of("target_groups", List::target_group, inquiry.target_groups);
    check.optional("asker", List::asker, inquiry.asker);
    check.e_service(*directory);
    check.further();
    check.persons();
    check.note();
    return std::move(check.errors);
}

}  // namespace digilots::inquiries
