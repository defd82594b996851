#include "app/who_is_told.h"

#include <string>
#include <vector>

#include "activities/calls.h"

namespace digilots::app {

void know_who_is_told(Application& application) {
    application.directory.know_arranged(
        [&application](std::string_view municipality) { return application.activities.arranged(municipality); });
    application.directory.know_waiting_there([&application](const register_::Surroundings& around, std::string_view place) {
        std::vector<std::string> sentences;
        for (const auto& one : {application.activities.waiting_at(around, place), application.bookings.waiting_at(around, place)})
            if (!one.empty()) sentences.push_back(one);
        return sentences;
    });
    application.bookings.know_also_to_tell([&application](const html::Page& page) {
        std::vector<booking::Bookings::AlsoToTell> others;
        for (const auto& one : application.activities.to_ring(page))
            others.push_back({.place = one.place,
                              .about = one.about,
                              .url = one.url,
                              .reach = one.reach,
                              .text = one.text,
                              .told_url = one.told_url,
                              .letter_url = one.letter_url,
                              .is_cancelled = one.is_cancelled});
        return others;
    });
}

}  // namespace digilots::app
