#include "platform/register/measure.h"
#include "reviews/rhythm.h"

namespace digilots::reviews {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

const http::Menu menu{
    {MenuPlace::staff, 795, TEXT("Review meetings"), "/staff/reviews", Role::guide, {"/staff/improvements"}},
    {MenuPlace::staff, 796, TEXT("Prepare a review"), "/staff/prepare-review", Role::editor},
    {MenuPlace::staff, 797, TEXT("When reviews are due"), "/staff/review-dates", Role::guide}};

const register_::MeasureWords improvements_added{
    "improvements_added", TEXT("Improvements: written down"),
    TEXT("Improvements that were written down, whether as an idea or decided, on the day on which it was "
         "done. Deleted ones do "
         "not count."),
    TEXT("improvements"), TEXT("improvement")};

const std::vector<PrivacyNotice> privacy{
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT(
         "Colleagues see who wrote and changed a review meeting. It is deleted {period} after the meeting."),
     .rule = "reviews.review",
     .preserved = TEXT("Colleagues see who wrote and changed a review meeting.")},
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT(
         "Colleagues see who wrote and changed an improvement. It is deleted {period} after it is over."),
     .rule = "reviews.improvement",
     .preserved = TEXT("Colleagues see who wrote and changed an improvement.")}};

}  // namespace

Slice slice(Reviews& reviews) {
    return {
        .name = "reviews",
        .routes = [&reviews](const Slices& all) -> http::Routes {
            const auto page = http::handlers_with(Pages{reviews, all_of(all, &Slice::measures)});
            return {{Method::get, "/{municipality}/staff/prepare-review", Access::editor, page(prepare_page)},
                    {Method::get, "/{municipality}/staff/review-dates", Access::guide, page(dates_page)},
                    {Method::get,
                     "/{municipality}/staff/reviews/{id}/meeting.pdf",
                     Access::guide,
                     page(review_file),
                     {},
                     {},
                     http::Effort::drawing}};
        },
        .registers = {&reviews.reviews(), &reviews.improvements()},
        .menu = menu,
        .measures = {register_::number_added(reviews.improvements(), improvements_added)},
        .privacy = privacy,
        .retention = retention_rules(),
        .duties = {duty_kind(reviews), review_duty_kind(reviews)},
        .load_demo = [&reviews](const Demo& demo) { load_demo(reviews, demo); },
    };
}

}  // namespace digilots::reviews
