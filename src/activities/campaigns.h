#pragma once
// A campaign or theme week: a register; activities name it by its title, and what is held of them on its days is its result.
#include "activities/pages.h"

namespace digilots::activities {

/// Free text at an activity, found by its filter: "activities.campaign" among its links, campaigns of the register and what
/// stands at activities.
register_::Field campaign_field(std::string_view name, i18n::Text title);
register_::LinkSource campaigns_to_choose(std::function<std::shared_ptr<const Programme>(std::string_view)> of);
/// Those in use, by their first day.
std::vector<Campaign> load_campaigns(const register_::Records& records, const register_::Surroundings& around);

/// "12 October 2026 – 18 October 2026"; one day alone.
std::string days_text(const Campaign& campaign, const i18n::Translator& words);

/// Of an activity that goes into another campaign: what was held of it stays with the former.
void keep_campaign(const register_::Writing& writing, const register_::Record& activity);

/// Of an activity that is said to be something else (kind, what it is counted as, topics, languages, who leads it, the role it is
/// for): what was held of it stays what it was.
void keep_as_held(const register_::Writing& writing, const register_::Record& activity);

struct CampaignResult {
    struct Part {
        std::string activity, title, place;  // place: public id, "" elsewhere
        std::int64_t sessions = 0, came = 0;
    };
    std::vector<Part> parts = {};
    std::int64_t uncounted = 0;  // over, and nobody has said who came
    std::int64_t sessions() const;
    std::int64_t came() const;
};
/// Of sessions that were held on its days.
CampaignResult result_of(const Activities::Implementation& self, std::string_view municipality_id, const Campaign& campaign);

/// What was said of it, and the way to write down more; below the result.
void tell_messages(const Activities::Implementation& self, const register_::Record& campaign, const html::Page& page,
                   register_::More& more);
/// "The web or social media, 9 October 2026: Come and ask (reached 1,200)"
std::string message_as_line(const db::Row& row, const html::Page& page);

struct CampaignView {
    html::Safe about = {};
    std::string days = {}, theme = {}, calendar_url = {}, programme_url = {};
    std::vector<html::components::SummaryItem> facts = {};
    std::vector<SessionLine> sessions = {}, past = {};
    std::vector<ProgrammeView::Undated> undated = {};
};

http::Response campaign_page(const Pages& pages, const http::Request& request);

}  // namespace digilots::activities
