#include "platform/html/gallery.h"

#include "platform/html/templates.h"

namespace digilots::html {

std::vector<GalleryEntry> gallery(const Page& page) {
    using namespace components;
    return {
        {"bar_chart", bar_chart_fixtures(page)},
        {"breadcrumbs", breadcrumbs_fixtures(page)},
        {"button", button_fixtures(page)},
        {"confirmation", confirmation_fixtures(page)},
        {"danger_card", danger_card_fixtures(page)},
        {"doubts", doubts_fixtures(page)},
        {"error_summary", error_summary_fixtures(page)},
        {"field", field_fixtures(page)},
        {"filter_form", filter_form_fixtures(page)},
        {"freshness", freshness_fixtures(page)},
        {"gender_bars", gender_bars_fixtures(page)},
        {"history_chart", history_chart_fixtures(page)},
        {"limits", limits_fixtures(page)},
        {"line_chart", line_chart_fixtures(page)},
        {"mark", mark_fixtures(page)},
        {"nation_map", nation_map_fixtures(page)},
        {"notice", notice_fixtures(page)},
        {"open_badge", open_badge_fixtures(page)},
        {"pagination", pagination_fixtures(page)},
        {"phone_link", phone_link_fixtures(page)},
        {"point_map", point_map_fixtures(page)},
        {"search_field", search_field_fixtures(page)},
        {"small_multiples", small_multiples_fixtures(page)},
        {"strip_plot", strip_plot_fixtures(page)},
        {"summary_list", summary_list_fixtures(page)},
        {"table", table_fixtures(page)},
        {"tag_list", tag_list_fixtures(page)},
    };
}

http::Routes gallery_routes() {
    return {{http::Method::get, "/dev/components", http::Access::anyone, [](const http::Request& request) {
        Page page(request);
        page.title = "Components";
        page.indexable = false;
        return render_page(page, templates::gallery_page(gallery(page), page));
    }}};
}

}  // namespace digilots::html
