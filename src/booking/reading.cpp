// What somebody wants to book, as it is kept, and what is wrong with it.
#include <algorithm>

#include "booking/implementation.h"
#include "booking/wanted_faults.h"
#include "platform/base/digits.h"
#include "platform/base/email.h"
#include "platform/base/lists.h"
#include "platform/base/person_name.h"
#include "platform/base/phone.h"
#include "platform/base/street_address.h"
#include "platform/base/text.h"
#include "platform/mail/message.h"
#include "platform/personal/family_name.h"
#include "platform/personal/personal_data.h"
#include "platform/slice/how_reached.h"

namespace digilots::booking {

namespace {

constexpr std::size_t longest_contact = 200, longest_name = 60, longest_address = 200,
                      longest_client_code = 40;
constexpr std::string_view ways[] = {"none", "email", "phone", "letter"}, audiences[] = {"resident", "relative", "staff"};

/// A code is one word, or has figures: two words without are somebody.
bool is_name(const std::string& code) {
    const bool has_figure = std::ranges::any_of(code, [](unsigned char sign) { return sign >= '0' && sign <= '9'; });
    return !base::person_names_in(code).empty() || (!has_figure && code.find(' ') != std::string::npos);
}

class Reader {
public:
    Reader(const Bookings& bookings, const http::Tenant& tenant, const i18n::Translator& words)
        : bookings_(bookings), tenant_(tenant), words_(words) {}

    ReadWanted read(const Wanted& wanted) {
        read_.wanted = wanted;
        read_offer();
        read_contact();
        read_name();
        read_client();
        return std::move(read_);
    }

private:
    void fail(const char* field, i18n::Text text) { read_.errors.emplace_back(field, words_.t(text)); }

    static std::string cleaned(const std::string& text, std::size_t most) {
        return base::clean(std::string_view(text).substr(0, 8 * most));
    }

    void read_offer() {
        auto& wanted = read_.wanted;
        const auto offer = bookings_.offer(tenant_.id, wanted.offer);
        const bool is_theirs = offer && (offer->is_published || wanted.channel == "staff");
        if (!is_theirs) return fail("offer", TEXT("That cannot be booked. Choose what you want to book."));
        read_.offer = *offer;
        if (wanted.minutes != 0 && !base::holds(offer->lengths, wanted.minutes))
            fail("minutes", TEXT("Choose one of the lengths that there are."));
        wanted.minutes = length_of(*offer, wanted.minutes);
        if (!wanted.topic.empty() &&
            !taxonomy::shared_topic(*Inside::of(bookings_).neighbours.own_topics.of(tenant_.id),
                                    wanted.topic))
            fail("topic", TEXT("Choose a topic from the list, or none."));
        if (!wanted.found_us.empty() && !taxonomy::find(taxonomy::List::found_us, wanted.found_us))
            fail("found_us", TEXT("There is nothing of this name in the list."));
        wanted.address = cleaned(wanted.address, longest_address);
        if (offer->kind != "home_visit")
            wanted.address.clear();
        else if (wanted.address.empty())
            fail("address", TEXT("Write the address that we come to."));
        else if (base::length(wanted.address) > longest_address)
            fail("address", TEXT("Write at most 200 characters."));
        else if (holds_persons_number(wanted.address, tenant_.country))
            fail("address", no_persons_number);
        else if ((wanted.way.empty() || wanted.way == "none") && std::ranges::none_of(wanted.address, base::is_digit))
            fail("address", TEXT("Write the number of the house too, or choose how we reach you: else we may not find you."));
        if (offer->kind != "home_visit") wanted.two_people = false;
        read_group();
        if (!offer->is_code_alone()) return;
        // What is not asked for is not kept, and not dropped without a word.
        const auto words = TEXT("Of a computer or tablet a code alone is kept: leave this out.");
        if (!wanted.topic.empty()) fail("topic", words);
        if (!base::clean(wanted.name).empty()) fail("name", words);
        if (!wanted.way.empty() && wanted.way != "none") fail("way", words);
    }

    void read_group() {
        auto& wanted = read_.wanted;
        if (!read_.offer.is_for_groups()) {
            if (!wanted.audience.empty()) fail("audience", TEXT("This is said of “show and try” alone: leave it out."));
            if (wanted.persons) fail("persons", TEXT("This is said of “show and try” alone: leave it out."));
            return;
        }
        if (wanted.audience.empty()) wanted.audience = audiences[0];
        if (!base::holds(audiences, wanted.audience)) fail("audience", TEXT("Choose for whom it is."));
        if (!wanted.persons) wanted.persons = 1;
        if (*wanted.persons < 1 || *wanted.persons > most_of_a_group)
            fail("persons", TEXT("Write how many you are: a number from 1 to 50."));
    }

    void read_contact() {
        auto& wanted = read_.wanted;
        if (wanted.way.empty()) wanted.way = "none";
        if (!base::holds(ways, wanted.way)) return fail("way", TEXT("Choose how we reach you."));
        wanted.contact = cleaned(wanted.contact, longest_contact);
        if (wanted.way == "none") {
            if (!wanted.contact.empty())
                fail("contact", TEXT("Choose how we reach you, or leave the address or number empty."));
        } else if (holds_persons_number(wanted.contact, tenant_.country)) {
            fail("contact", no_persons_number);
        } else if (wanted.contact.size() > longest_contact) {
            fail("contact", TEXT("Write at most 200 characters."));
        } else if (wanted.way == "email") {
            if (base::fault_of_email(wanted.contact) != base::EmailFault::none ||
                !mail::is_reachable(wanted.contact))
                fail("contact", TEXT("Write the e-mail address that we write to, such as name@example.org."));
        } else if (wanted.way == "phone") {
            if (!base::read_persons_phone(wanted.contact, tenant_.country))
                fail("contact", TEXT("Write the phone number that we ring, with all its digits."));
        } else if (wanted.contact.empty()) {
            fail("contact", TEXT("Write the address that the letter goes to."));
        } else if (reach_meant_by(wanted.contact, tenant_.country) != WayToReach::nothing) {
            fail("contact", TEXT("That is a phone number or an e-mail address. Choose phone or e-mail, or write the "
                                 "address that the letter goes to."));
        }
    }

    void read_name() {
        auto& wanted = read_.wanted;
        wanted.name = cleaned(wanted.name, longest_name);
        if (base::length(wanted.name) > longest_name)
            fail("name", TEXT("Write a first name of at most 60 characters, or none."));
        else if (personal::find_personal_data(wanted.name) != personal::PersonalData::none)
            fail("name", TEXT("Write a first name, or none: no phone number, no e-mail address and no number of a person."));
        else if (personal::has_family_name(wanted.name))
            fail("name", TEXT("A first name is enough, or none: leave the family name out."));
        else if (!base::street_addresses_in(wanted.name).empty() ||
                 wanted.name.find_first_of("<>0123456789") != std::string::npos)
            fail("name", TEXT("A first name is enough, or none: no numbers and no addresses."));
    }

    void read_client() {
        auto& wanted = read_.wanted;
        wanted.client_code = cleaned(wanted.client_code, longest_client_code);
        if (wanted.client_code.empty()) return;
        if (base::length(wanted.client_code) > longest_client_code ||
            personal::find_personal_data(wanted.client_code) != personal::PersonalData::none || is_name(wanted.client_code))
            fail("client_code", TEXT("Write the code that home care has for its client, at most 40 "
                                     "characters: never a name or a "
                                     "person’s number."));
        if (!wanted.has_consented)
            fail("has_consented", TEXT("Ask the client first, and note that they have agreed."));
    }

    const Bookings& bookings_;
    const http::Tenant& tenant_;
    const i18n::Translator& words_;
    ReadWanted read_;
};

}  // namespace

ReadWanted read_wanted(const Bookings& bookings, const http::Tenant& tenant, const Wanted& wanted,
                       const i18n::Translator& words) {
    return Reader(bookings, tenant, words).read(wanted);
}

FieldErrors faults_of(const Bookings& bookings, const http::Tenant& tenant, const Wanted& wanted, const i18n::Translator& words) {
    return read_wanted(bookings, tenant, wanted, words).errors;
}

}  // namespace digilots::booking
