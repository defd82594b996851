#pragma once
// What the pages of this slice show and what they need.
#include <optional>
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/html/stored.h"
#include "referral/referral.h"

namespace digilots::referral {

struct Pages {
    Referral& referral;
    const directory::Directory& directory;
    const municipality::Municipalities& municipalities;
    const base::Clock& clock;
};

struct HitView {
    std::string title, url, why, where, map_url, phone;
    bool phone_is_example = false, phone_is_municipal = false;
    std::string when;                   // it is held next, and how many seats are free
    std::string phone_note;             // whether somebody answers, where the hit's own hours do not say it
    std::optional<html::components::OpenBadge> open;
    html::components::Limits limits;
    std::optional<html::components::Freshness> freshness;
};

struct HitGroup {
    std::string id, title;
    std::vector<HitView> hits;
};

struct FallbackView {
    std::string title, url, phone;
    bool phone_is_example = false;
    html::components::OpenBadge open;   // the desk
    bool has_desk = false;
    html::components::OpenBadge phone_open;
    bool phone_known = false;           // whether somebody answers the phone now
    bool open_known = false;
    std::string promise;                // "We answer e-mails and letters within 2 working days."
};

struct SearchView {
    std::string query, corrected;
    std::string as_written_url;         // the same question without correction
    std::optional<html::components::DangerCard> danger;
    std::vector<std::string> notes;
    std::string ways_title;             // how one comes with it, by the rule for its topic
    std::vector<html::Link> ways;
    std::string status;                 // "12 hits", read out while somebody types
    std::size_t count = 0;
    std::vector<HitGroup> groups;
    FallbackView fallback;
};

struct StartView {
    std::vector<html::Link> topics;
    std::vector<HitView> open_places;
    FallbackView fallback;
};

/// The start of a browser that many use one after the other.
struct KioskView {
    std::vector<html::Link> topics;
    FallbackView fallback;
};

/// What people come with most: links to their answers.
std::vector<html::Link> topic_links(const html::Page& page, const http::Tenant& tenant);

html::components::DangerCard card_of(const Danger& danger);
/// "1" asks for what was written.
Spelling spelling_of(const http::Request& request);
HitView view_of(const ReferralHit& hit, const http::Request& request, const html::Page& page, base::Instant now);
FallbackView view_of(const Fallback& fallback, const http::Request& request, const html::Page& page, const Pages& pages);

http::Response start_page(const Pages& pages, const http::Request& request);
http::Response kiosk_page(const Pages& pages, const http::Request& request);
http::Response end_kiosk(const Pages& pages, const http::Request& request);
http::Response end_kiosk_turn(const Pages& pages, const http::Request& request);
http::Response search_page(const Pages& pages, const http::Request& request);
http::Response search_api(const Pages& pages, const http::Request& request);

}  // namespace digilots::referral
