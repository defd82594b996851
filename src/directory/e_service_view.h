#pragma once
#include "directory/place_view.h"
#include "directory/renewal.h"

namespace digilots::directory {

struct EServiceRow {
    std::string title, url, department, login, status;
    components::Freshness freshness;
};

struct FindEServiceView {
    components::FilterForm filter;
    std::vector<EServiceRow> rows;
    std::vector<ServiceRow> errands;        // what cannot be done as an e-service
    std::string count;
    HelpView help;
    bool nothing_entered = false;           // no filter makes an e-service of nothing
};

struct ShowEServiceView {
    std::string department, login, status, url, delivered_via, paper, attachments, reapply;
    bool can_be_done = true;                // in use: else no button, no paper
    bool is_found_there_too = false;        // behind the button and where `delivered_via` says
    std::vector<std::string> languages, first_line;
    std::vector<Renewal> renewals;          // where there are any, `reapply` is empty
    ContactView contact;
    std::vector<DeskView> places;
    HowOld age;
    std::string unknown;
    std::optional<html::Link> question_after = {};     // what residents are asked once they have used it
};

/// "Only with e-identification", "Works without e-identification" …; "" where it is not known.
std::string login_text(const EService& service, const html::Page& page);

}  // namespace digilots::directory
