// Visitors of the day at the door: one thumb, and back again where it was one too many.
#include "counts/implementation.h"
#include "counts/pages.h"
#include "counts/templates.h"
#include "platform/base/ensure.h"
#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/chosen.h"
#include "platform/html/error_page.h"
#include "platform/register/pages.h"

namespace digilots::counts {

namespace {

constexpr int most_at_once = 10, most_of_a_day = 1'000'000;
constexpr std::string_view first_time = "first_time", visitors_at_all = "visitors";

html::Page page_of_visitors(const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Visitors of the day");
    page.staff = true;
    page.indexable = false;
    page.scripts = {"visitors.js"};
    page.breadcrumbs = {{page.t("Sheets and visitors"), page.tenant_url("/staff/counts/sheet")},
                        {page.title, "", true}};
    return page;
}

std::string url_of(const html::Page& page, const Asked& asked, std::string_view done) {
    return page.tenant_url("/staff/counts/visitors?place=" + html::url_encode(asked.place) +
                           std::string(done));
}

http::Response show_visitors(const Pages& pages, const html::Page& page, const Asked& asked,
                             html::FormErrors errors) {
    const auto& request = page.request();
    const auto& self = Inside::of(pages.counts);
    const auto today = base::to_civil(self.clock.now(), request.tenant->zone).date;
    const auto number = pages.counts.visitors_of(request.tenant->id, asked.place, today);
    VisitorsView view{.url = page.tenant_url("/staff/counts/visitors"),
                      .set_url = page.tenant_url("/staff/counts/visitors/day"),
                      .form_key = base::form_key_for("", self.clock.now()),
                      .place_name = asked.place_name,
                      .number = page.translator().number(static_cast<double>(number.value_or(0))),
                      .day = page.translator().date(today),
                      .done = ""};
    view.is_known = number.has_value();
    if (const auto first = pages.counts.visitors_of(request.tenant->id, asked.place, today, first_time))
        view.first_time = page.tn("{n} said that it is their first time.", "{n} said that it is their first time.", *first);
    view.errors = std::move(errors);
    if (request.query.has("set")) view.done = page.t("The number is saved.");
    view.places = choices_of(pages, page, asked).front().with(view.errors);
    keep_theirs(view.places, pages, request);
    view.place_of_day = view.places;
    view.place_of_day.id = "place-of-day";
    view.hidden = html::made_for({view.places});
    if (view.errors.empty() && !is_theirs(pages, request, asked.place)) view.whose = page.t(whose_place_this_is);
    const auto typed = base::trim(request.form.get("number"));
    view.typed = html::components::Field{.name = "number",
                                         .label = page.t("Visitors of the day"),
                                         .value = !typed.empty() ? std::string(typed)
                                                  : number       ? std::to_string(*number)
                                                                 : "",
                                         .input_mode = "numeric"}
                     .with(view.errors);
    const auto day = request.form.get("day");
    // What stands of the day that the form is about: who counted meanwhile is not written over without a word.
    const auto shown = base::parse_date(day).value_or(today);
    const auto stands = pages.counts.visitors_of(request.tenant->id, asked.place, shown);
    view.seen_day = base::format_date(shown);
    view.seen = stands ? std::to_string(*stands) : "";
    view.of_day = html::components::Field{.name = "day",
                                          .label = page.t("Day"),
                                          .value = day.empty() ? base::format_date(today) : std::string(day),
                                          .type = "date"}
                      .with(view.errors);
    return html::render_page(page, templates::visitors_page(view, page), view.errors.empty() ? 200 : 422);
}

}  // namespace

http::Response visitors_page(const Pages& pages, const http::Request& request) {
    const auto page = page_of_visitors(request);
    const auto asked = asked_sheet(pages, page, request.query);
    if (!asked) return without_place(pages, page);
    return show_visitors(pages, page, *asked, {});
}

http::Response count_visitors(const Pages& pages, const http::Request& request) {
    const auto page = page_of_visitors(request);
    html::FormErrors errors;
    const auto asked = place_to_save(pages, page, request.form, errors);
    if (!asked) return html::error_page(request, 404);
    if (errors.empty())
        if (const auto other = html::chosen_otherwise(request, "/staff/counts/visitors"))
            return html::shown_as_chosen(visitors_page(pages, *other), request, *other);
    const auto pressed = request.form.get("more");
    const bool is_first = pressed == "first" || pressed == "-first";
    const auto text = !is_first ? pressed : pressed == "first" ? std::string_view("1") : std::string_view("-1");
    const bool is_less = text.starts_with('-');
    const auto more = base::whole_number(text.substr(is_less ? 1 : 0), 1, most_at_once);
    if (!more)
        errors.add("more",
                   page.t("Nothing was counted: at once it is 1 to 10 visitors more or fewer. More are "
                          "written as the number of the day."));
    if (!errors.empty()) return show_visitors(pages, page, *asked, std::move(errors));
    const auto around = register_::around_of(pages.counts.records(), request);
    const auto put =
        pages.counts.add_visitors(around, asked->place, is_less ? -*more : *more,
                                  request.identity->account_id, base::cut(request.form.get("form_key"), 100),
                                  is_first ? first_time : visitors_at_all);
    if (!put && put.error() == Counts::NotPut::not_theirs) {
        errors.add("place", page.t(whose_place));
        return show_visitors(pages, page, *asked, std::move(errors));
    }
    if (!put) {
        errors.add("more",
                   page.t("Nothing was counted: the number of the day is too large already. Correct it."));
        return show_visitors(pages, page, *asked, std::move(errors));
    }
    return http::see_other(url_of(page, *asked, ""));
}

http::Response set_visitors(const Pages& pages, const http::Request& request) {
    const auto page = page_of_visitors(request);
    html::FormErrors errors;
    const auto asked = place_to_save(pages, page, request.form, errors);
    if (!asked) return html::error_page(request, 404);
    if (errors.empty())
        if (const auto other = html::chosen_otherwise(request, "/staff/counts/visitors"))
            return html::shown_as_chosen(visitors_page(pages, *other), request, *other);
    const auto around = register_::around_of(pages.counts.records(), request);
    const auto typed = base::trim(request.form.get("number"));
    const auto number = base::whole_number(typed, 0, most_of_a_day);
    const auto day = base::parse_date(request.form.get("day"));
    if (!number && base::whole_number_up_to(typed, 0, most_of_a_day))
        errors.add("number", page.t("{most} is the most of a day. Correct the number.",
                                    {{"most", page.translator().number(double{most_of_a_day})}}));
    else if (!number)
        errors.add("number", page.t("Write a whole number from 0 on."));
    if (day && !counted_period(base::format_date(*day)))
        errors.add("day", page.t("Days from 1900-01-01 on can be counted. Correct the day."));
    else if (!day)
        errors.add("day", page.t("Write the day as 2026-11-22."));
    else if (*day > around.today)
        errors.add("day", page.t("The day is still to come."));
    if (!errors.empty()) return show_visitors(pages, page, *asked, std::move(errors));
    const Number counted{
        .source = "visitors", .place = asked->place, .period = base::format_date(*day), .number = *number};
    const bool is_day_seen = request.form.get("stood_on") == counted.period;
    const auto seen = is_day_seen ? base::whole_number(request.form.get("stood"), 0, most_of_a_day) : std::nullopt;
    const auto put = pages.counts.put_seen(around, counted, seen, request.identity->account_id);
    if (!put && put.error() == Counts::NotPut::changed) {
        const auto stands = pages.counts.visitors_of(request.tenant->id, asked->place, *day).value_or(0);
        errors.add("number", page.t("{number} stand for this day by now: somebody has counted. Correct your number, and save "
                                    "again to put it in the place of theirs.",
                                    {{"number", page.translator().number(static_cast<double>(stands))}}));
        return show_visitors(pages, page, *asked, std::move(errors));
    }
    if (!put && put.error() == Counts::NotPut::not_theirs) {
        errors.add("place", page.t(whose_place));
        return show_visitors(pages, page, *asked, std::move(errors));
    }
    ENSURE(put.has_value());
    return http::see_other(url_of(page, *asked, "&set=1"));
}

}  // namespace digilots::counts
