// Who answers, as pages show it.
#include "directory/place_view.h"
#include "platform/base/lists.h"

namespace digilots::directory {
namespace {

std::string times_of(const Hours& hours, const Pages& pages, const html::Page& page) {
    return hours.complete ? week_text(hours, pages, page) : hours_summary(hours, Answer::unknown, page);
}

}  // namespace

PhoneView phone_view(const PhoneLine& line, const Pages& pages, const html::Page& page) {
    PhoneView view;
    if (line.number.empty()) return view;
    view.phone.number = line.number;
    view.phone.is_example = line.is_example;
    view.note = line.hours.note;
    view.times = times_of(line.hours, pages, page);
    view.other_times = other_times(line.hours, Beside::sentence, pages, page).shown;
    view.open = open_badge(line.open, pages, page);
    view.answers = phone_answers_text(line.open, pages.clock.now(), page.request().tenant->zone, page.translator());
    view.is_known = line.open.now != Openness::unknown;
    return view;
}

DeskView desk_view(const Place* desk, const OpenState& state, const Pages& pages, const html::Page& page) {
    if (desk == nullptr) return {};
    return {desk->name, page.tenant_url("/places/" + desk->slug), open_badge(state, pages, page),
            state.now != Openness::unknown};
}

HelpView help_view(const WhoAnswers& answer, const Pages& pages, const html::Page& page) {
    const auto settings = pages.municipalities.settings(page.request().tenant->id);
    return {phone_view(answer.first, pages, page), desk_view(answer.desk, answer.desk_open, pages, page),
            municipality::promise_text(settings, page.translator())};
}

HelpView help_view(const Pages& pages, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto snapshot = pages.directory.snapshot(tenant.id);
    return help_view(pages.directory.who_answers(tenant, *snapshot, {}, pages.clock.now()), pages, page);
}

ContactView contact_view(const WhoAnswers& answer, const Pages& pages, const html::Page& page) {
    ContactView view;
    view.line = phone_view(answer.first, pages, page);
    view.otherwise = phone_view(answer.otherwise, pages, page);
    view.desk = desk_view(answer.desk, answer.desk_open, pages, page);
    view.promise = municipality::promise_text(pages.municipalities.settings(page.request().tenant->id), page.translator());
    if (answer.contact != nullptr) view.email = answer.contact->email;
    return view;
}

std::string unknown_text(const std::vector<std::string>& things, const html::Page& page) {
    if (things.empty()) return "";
    return page.t("Not stated yet: {things}. Call and ask.", {{"things", base::joined(things, ", ")}});
}

}  // namespace digilots::directory
