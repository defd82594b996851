#pragma once
// All components with their fixtures on one page: for people who build pages and for the accessibility run.
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/http/route.h"

namespace digilots::html {

struct Fixture {
    std::string name;      // "open, with next change"
    Safe html;
};

struct GalleryEntry {
    std::string component;
    std::vector<Fixture> fixtures;
};

std::vector<GalleryEntry> gallery(const Page& page);

/// GET /dev/components. Only for debug builds and demo installations: serve decides.
http::Routes gallery_routes();

namespace components {

// One function a component, in components/<name>/<name>_fixtures.cpp.
std::vector<Fixture> bar_chart_fixtures(const Page& page);
std::vector<Fixture> breadcrumbs_fixtures(const Page& page);
std::vector<Fixture> button_fixtures(const Page& page);
std::vector<Fixture> confirmation_fixtures(const Page& page);
std::vector<Fixture> danger_card_fixtures(const Page& page);
std::vector<Fixture> doubts_fixtures(const Page& page);
std::vector<Fixture> error_summary_fixtures(const Page& page);
std::vector<Fixture> field_fixtures(const Page& page);
std::vector<Fixture> filter_form_fixtures(const Page& page);
std::vector<Fixture> freshness_fixtures(const Page& page);
std::vector<Fixture> gender_bars_fixtures(const Page& page);
std::vector<Fixture> history_chart_fixtures(const Page& page);
std::vector<Fixture> limits_fixtures(const Page& page);
std::vector<Fixture> line_chart_fixtures(const Page& page);
std::vector<Fixture> mark_fixtures(const Page& page);
std::vector<Fixture> nation_map_fixtures(const Page& page);
std::vector<Fixture> notice_fixtures(const Page& page);
std::vector<Fixture> open_badge_fixtures(const Page& page);
std::vector<Fixture> pagination_fixtures(const Page& page);
std::vector<Fixture> phone_link_fixtures(const Page& page);
std::vector<Fixture> point_map_fixtures(const Page& page);
std::vector<Fixture> search_field_fixtures(const Page& page);
std::vector<Fixture> small_multiples_fixtures(const Page& page);
std::vector<Fixture> strip_plot_fixtures(const Page& page);
std::vector<Fixture> summary_list_fixtures(const Page& page);
std::vector<Fixture> table_fixtures(const Page& page);
std::vector<Fixture> tag_list_fixtures(const Page& page);

}  // namespace components
}  // namespace digilots::html
