#pragma once
// What is asked about one e-service: for who answers for it (LOG-16).
#include "inquiries/desk.h"
#include "inquiries/pages.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::inquiries {

struct EServiceQuestionsView {
    std::string url, number, own_only;
    html::FormErrors errors;
    html::components::Field e_service;
    std::vector<html::components::Field> dates;
    std::vector<html::components::Table> tables;    // by month, barrier, trouble, outcome
    std::vector<std::string> notes;                 // the newest first, with their day
    bool is_chosen = false, may_be_counted = true;
    std::vector<std::string> owner_says;            // what who answers for it has answered, the newest first
    std::vector<StuckView> stuck;                   // in its form, with what helps
    std::string stuck_add_url;                      // "" where nothing keeps such notes
    std::string list_url;                           // its entries, for who sees them
};

/// Of a year unless said otherwise. Who is limited to a unit reads the notes of its places alone.
http::Response e_service_questions_page(const Pages& pages, const http::Request& request);

}  // namespace digilots::inquiries
