#pragma once
// What surrounds every page. Worked out from the page, shown by templates/layout.html.
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::html {

struct LanguageLink {
    std::string code, own_name, url;
    bool current = false;
    bool right_to_left = false;
};

struct LayoutView {
    std::string lang;                     // of the document: "sv"
    bool right_to_left = false;
    std::string document_title;
    std::string home_url, home_title;
    std::string theme_url;                // the tenant's colours; "" where none are set
    std::vector<std::string> styles, scripts;   // addresses
    std::string early_script = {};              // "" none
    std::string icon_url;
    std::vector<Link> navigation, more_navigation;  // the second where all have no room on a line
    bool is_in_more = false;
    std::vector<LanguageLink> languages;
    bool language_unreviewed = false;
    bool signed_in = false;
    std::string person;                   // of a staff page: whose drafts the browser may offer
    bool refused = false;                 // nothing was saved: the page says why
    std::string display_name;
    std::string phone;
    bool phone_is_example = false;
    bool phone_is_known = false;          // whether somebody answers now
    components::OpenBadge phone_open;
    std::string places_url;               // where to find a person when there is no phone
    std::vector<Link> help;               // other ways to reach somebody, at the foot of pages for residents
    bool indexable = false;
    std::string made_up = {};             // that it is, in words
    std::string kiosk_done_url, kiosk_turn;   // of a browser that many use: what ends the turn, and which one it is
    std::string canonical_url;            // the one address of a public page, without its query; "" for others
};

LayoutView lay_out(const Page& page, int status = 200);

}  // namespace digilots::html
