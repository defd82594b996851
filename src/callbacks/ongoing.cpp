// Call-backs among all that is under way.
#include "callbacks/implementation.h"
#include "platform/html/page.h"

namespace digilots::callbacks {

std::vector<OngoingKind> ongoing_kinds(const Callbacks& callbacks) {
    const auto now = [&self = Inside::of(callbacks)](const html::Page& page) {
        std::vector<OngoingMatter> matters;
        const auto& municipality = page.request().tenant->id;
        const auto at = self.clock.now();
        const auto office = self.office_hours(municipality);
        for (const auto held = self.waiting.of(municipality); const auto& call_back : held->call_backs) {
            // Never its words: they are for whoever sees to it.
            const auto topic = self.topic_label(municipality, call_back.topic, page.translator());
            auto what = topic.empty() ? page.t("No topic") : topic;
            if (call_back.lacks_contact) what = page.t(TEXT("{topic}: how to reach the person is missing"), {{"topic", what}});
            const auto when = wish_words(office, call_back.wished, page.translator());
            if (!when.empty()) what = page.t(TEXT("{what}: wants to be rung {when}"), {{"what", what}, {"when", when}});
            matters.push_back({.what = std::move(what),
                               .since = call_back.opened_at,
                               .until = call_back.promised_at,
                               .is_late = call_back.promised_at < at,
                               .function = call_back.function,
                               .unit = call_back.unit,
                               .path = "/staff/callbacks/" + call_back.id + (call_back.lacks_contact ? "/change" : "")});
        }
        return matters;
    };
    return {{.key = "call_back", .title = TEXT("Call-backs"), .one = TEXT("Call-back"), .of = "call_back", .now = now}};
}

}  // namespace digilots::callbacks
