#include "counts/implementation.h"
#include "counts/pages.h"

namespace digilots::counts {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

http::Routes routes_of_counts(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    const std::string at = "/{municipality}/staff/counts";
    return {
        {Method::get, at + "/sheet", Access::guide, page(sheet_page)},
        {Method::post, at + "/sheet", Access::guide, page(save_sheet)},
        {Method::get, at + "/tally", Access::guide, page(tally_page)},
        {Method::get, at + "/tally.pdf", Access::guide, page(tally_file), {}, {}, http::Effort::drawing},
        {Method::get, at + "/tally.odt", Access::guide, page(tally_to_change), {}, {}, http::Effort::drawing},
        {Method::get, at + "/visitors", Access::guide, page(visitors_page)},
        {Method::post, at + "/visitors", Access::guide, page(count_visitors)},
        {Method::post, at + "/visitors/day", Access::guide, page(set_visitors)},
        {Method::get, at + "/visitors/day", Access::guide, page(visitors_page)},
        {Method::post, "/api/v1/{municipality}/counts", Access::token(write_counts), page(post_count)},
        {Method::get, "/api/v1/{municipality}/counts", Access::token(read_counts), page(list_counts)}};
}

const http::Menu menu{{MenuPlace::staff,
                       790,
                       TEXT("Sheets and visitors"),
                       "/staff/counts/sheet",
                       Role::guide,
                       {"/staff/counts"}}};

const std::vector<PrivacyNotice> privacy{
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT("Colleagues see who entered a sheet of strokes or a number of visitors, and when.")}};

const audit::Words trail{.actions = {{"sheet saved", TEXT("tally sheet saved")}},
                         .records = {{"sheet", TEXT("Tally sheet")}}};

}  // namespace

Slice slice(Counts& counts) {
    return {
        .name = "counts",
        .routes = [&](const Slices&) { return routes_of_counts({counts}); },
        .registers = {&counts.records()},
        .menu = menu,
        .scopes = {&write_counts, &read_counts},
        .measures = counts.measures(),
        .trail = trail,
        .privacy = privacy,
        .retention = retention_rules(),
        .load_demo = [&](const Demo& demo) { load_demo(counts, demo); },
    };
}

}  // namespace digilots::counts
