#include "platform/slice/how_often.h"

#include "platform/html/choice_page.h"
#include "platform/http/never_kept.h"

namespace digilots {

namespace {

http::Response choice_of(html::Page page, std::string_view chosen, const std::string& back_url, WaitsFor waits_for,
                         html::FormErrors errors) {
    page.title = page.t("How often do we tell you?");
    page.indexable = false;
    page.breadcrumbs.push_back({page.title, "", true});
    html::ChoiceView view{.url = back_url + "/how-often", .back_url = back_url};
    view.choice = how_often_field(chosen, page, waits_for).with(errors);
    view.errors = std::move(errors);
    return http::never_kept(html::choice_page(page, view));
}

}  // namespace

std::string_view word_of(HowOften often) { return often == HowOften::each ? "each" : "only"; }

std::optional<HowOften> how_often_called(std::string_view word) {
    for (const auto often : {HowOften::only, HowOften::each})
        if (word == word_of(often)) return often;
    return std::nullopt;
}

html::components::Field how_often_field(std::string_view chosen, const html::Page& page, WaitsFor waits_for) {
    const bool is_time = waits_for == WaitsFor::time;
    const auto option = [&](HowOften often, std::string label) {
        return html::components::Option{std::string(word_of(often)), std::move(label), chosen == word_of(often)};
    };
    return {.name = how_often_name,
            .label = page.t("How often do we tell you?"),
            .hint = page.t("Always in the one way that you chose, and never otherwise."),
            .options = {option(HowOften::only, is_time ? page.t("Only when something changes, such as the time or the place")
                                                       : page.t("Only when there is an answer")),
                        option(HowOften::each,
                               is_time ? page.t("Also a reminder before")
                                       : page.t("Each step: also that somebody has taken it on, or that it is late"))}};
}

std::string how_often_fault(const i18n::Translator& words) { return words.t("Choose how often we tell you."); }

http::Response how_often_page(html::Page page, HowOften holds, const std::string& back_url) {
    return choice_of(std::move(page), word_of(holds), back_url, WaitsFor::time, {});
}

std::optional<HowOften> how_often_in(const http::Request& request) { return how_often_called(request.form.get(how_often_name)); }

http::Response how_often_again(html::Page page, const http::Request& request, const std::string& back_url,
                               WaitsFor waits_for) {
    html::FormErrors errors;
    errors.add(how_often_name, how_often_fault(page.translator()));
    return choice_of(std::move(page), request.form.get(how_often_name), back_url, waits_for, std::move(errors));
}

}  // namespace digilots
