#pragma once
#include "directory/place_view.h"

namespace digilots::directory {

struct EServiceRow {
    std::string title, url, department, login;
    components::Freshness freshness;
};

struct FindEServiceView {
    components::FilterForm filter;
    std::vector<EServiceRow> rows;
    std::vector<ServiceRow> errands;        // what cannot be done as an e-service
    std::string count;
    HelpView help;
};

struct ContactView {
    std::string title, times, said, desk, desk_url;
    components::Phone phone;
    bool has_hours = false;
    components::OpenBadge open;
};

struct ShowEServiceView {
    std::string department, login, status, url, delivered_via, paper, digital_only, attachments, reapply;
    std::vector<std::string> languages, first_line;
    ContactView contact;
    std::vector<PlaceRow> places;
    HowOld age;
    HelpView help;
};

/// "Only with e-identification", "Works without e-identification" …
std::string login_text(const EService& service, const html::Page& page);

}  // namespace digilots::directory
