// What can be booked, and the page where it is, for the one search: by its name and by what people say for it.
#include "booking/implementation.h"
#include "platform/slice/own_page.h"

namespace digilots::booking {

namespace {

struct Everyday {
    std::string_view kind, words;       // words between bars, in all languages
};

constexpr Everyday everyday[] = {
    {"home_visit",
     "hembesök|boka hembesök|hjälp hemma hos mig|komma hem till mig|kan ni komma hem till mig|kan nån komma hem till mig|"
     "kan någon komma hem till mig|kommer ni hem|hemma hos mig|hjemmebesøk|heimebesøk|komme hjem til meg|"
     "kan dere komme hjem til meg|kan noen komme hjem til meg|kan nokon komme heim til meg|home visit|come to my home|"
     "can someone come to my home|can you come home to me|زيارة منزلية|زيارة في المنزل|تأتون إلى بيتي"},
    {"computer",
     "boka dator|låna dator|boka en dator|datortid|bestille datamaskin|låne datamaskin|book a computer|"
     "حجز حاسوب|حجز كمبيوتر"},
    {"tablet",
     "boka surfplatta|låna surfplatta|bestille nettbrett|låne nettbrett|book a tablet|حجز جهاز لوحي"},
    {"room", "boka rum|låna rum|grupprum|mötesrum|bestille rom|møterom|grupperom|book a room|meeting room|حجز غرفة"},
    {"studio", "boka studio|låna studio|bestille studio|book a studio|حجز استوديو"},
    {"show_and_try", "visning|prova på|vise og prøve|show and try"},
};

/// A time with somebody, in all languages.
constexpr std::string_view with_somebody =
    "boka hjälp|boka handledning|boka tid för hjälp|handledning|bestille hjelp|bestille veiledning|veiledning|book help|"
    "حجز مساعدة";

std::vector<std::string> words_of(const Offer& offer) {
    std::string_view said = with_somebody;
    for (const auto& one : everyday)
        if (one.kind == offer.kind) said = one.words;
    std::vector<std::string> words{"boka " + offer.title, "bestille " + offer.title, "book " + offer.title};
    for (const auto word : base::split(said, '|')) words.emplace_back(word);
    return words;
}

}  // namespace

FindableKind what_can_be_booked(const Bookings& bookings) {
    const auto all = [&bookings](std::string_view municipality_id) {
        std::vector<Findable> found;
        bool is_any = false;
        for (const auto& offer : bookings.offers(municipality_id, true)) {
            is_any |= offer.is_published;
            found.push_back({.kind = "booking",
                             .id = offer.id,
                             .title = offer.title,
                             .path = offer.is_published ? "/book/" + offer.id : "/staff/bookings/new?offer=" + offer.id,
                             .text = offer.about,
                             .words = words_of(offer)});
        }
        if (is_any)
            found.push_back(own_page(TEXT("Book a time"), "/book",
                                     "boka|boka tid|boka en tid|bokning|tidsbokning|boka tid hos er|bestille time|bestill time|"
                                     "timebestilling|book a time|booking|appointment|make an appointment|حجز موعد|موعد"));
        return found;
    };
    return {.as = FindableKind::As::activity, .all = all, .from = {{"booking_offer"}}};
}

}  // namespace digilots::booking
