// What there is to be done about call-backs: it becomes tasks.
#include "callbacks/implementation.h"
#include "platform/base/time.h"

namespace digilots::callbacks {

namespace {

using CallBack = Waiting::CallBack;

/// Never its words: the task may be kept longer than the call-back.
std::string name_of(const Callbacks::Implementation& self, const CallBack& call_back, const register_::Surroundings& here) {
    const auto when = here.words->date_time(call_back.opened_at, here.zone);
    const auto topic = self.topic_label(here.municipality_id, call_back.topic, *here.words);
    return topic.empty() ? when : topic + ", " + when;
}

/// A person's once somebody has taken it. What is handed over is another task: that of whoever has it now.
std::string responsible_for(const CallBack& call_back) {
    if (!call_back.person.empty()) return "person:" + call_back.person;
    return call_back.function.empty() ? "call_back" : "function:" + call_back.function;
}

Duty duty_about(const CallBack& call_back, std::string name, std::string id) {
    return {.id = std::move(id),
            .name = std::move(name),
            .responsible = "",
            .unit = call_back.unit,
            .record = "call_back:" + call_back.id,
            .path = "/staff/callbacks/" + call_back.id};
}

std::vector<Duty> to_get_back_to(const Callbacks::Implementation& self, std::string_view municipality_id) {
    std::vector<Duty> duties;
    const auto here = self.around(municipality_id);
    const auto office = self.office_hours(municipality_id);
    for (const auto held = self.waiting.of(municipality_id); const auto& call_back : held->call_backs) {
        const auto responsible = responsible_for(call_back);
        auto duty = duty_about(call_back, name_of(self, call_back, here), call_back.id + "/" + responsible);
        duty.responsible = responsible;
        duty.due = base::format_date(base::to_civil(call_back.promised_at, here.zone).date);
        duty.why = {{TEXT("Somebody is promised that you get back by {date}."), {{"date", duty.due}}}};
        if (const auto hours = wish_hours(office, call_back.wished, *here.words); !hours.empty())
            duty.why = {{TEXT("Wants to be rung on {date}, {hours}: that is promised."), {{"date", duty.due}, {"hours", hours}}}};
        duties.push_back(std::move(duty));
    }
    return duties;
}

std::vector<Duty> that_are_late(const Callbacks::Implementation& self, std::string_view municipality_id) {
    std::vector<Duty> duties;
    const auto here = self.around(municipality_id);
    const auto now = self.clock.now();
    for (const auto held = self.waiting.of(municipality_id); const auto& call_back : held->call_backs) {
        if (call_back.promised_at >= now) break;   // promised first in front; as lists say late
        const auto day = base::to_civil(call_back.promised_at, here.zone).date;
        auto duty = duty_about(call_back, name_of(self, call_back, here), call_back.id);
        duty.responsible = "late_call_back";
        duty.why = {{TEXT("It was promised by {date}, and nobody has said that the person got an answer."),
                     {{"date", base::format_date(day)}}}};
        duties.push_back(std::move(duty));
    }
    return duties;
}

/// When the next of those that wait is late.
std::optional<base::Instant> next_late(const Callbacks::Implementation& self, std::string_view municipality_id) {
    const auto now = self.clock.now();
    for (const auto held = self.waiting.of(municipality_id); const auto& call_back : held->call_backs)
        if (call_back.promised_at >= now) return call_back.promised_at + std::chrono::milliseconds(1);
    return std::nullopt;
}

}  // namespace

std::vector<DutyKind> duty_kinds(Callbacks& callbacks) {
    const auto& self = Inside::of(callbacks);
    const kept::Dependences from{{kept_call_backs}, {"municipality"}, {"topics"}};
    DutyKind getting_back{.key = "callbacks.get_back",
                          .title = TEXT("A call-back"),
                          .task = TEXT("Get back to somebody: {name}"),
                          .gone = TEXT("The call-back is closed, or somebody else has it now."),
                          .of = {{"call_back", TEXT("Call-backs")}},
                          .now = [&self](std::string_view id) { return to_get_back_to(self, id); },
                          .from = from,
                          .days = 2,
                          .is_promise = true,
                          .rests = 1};
    DutyKind late{.key = "callbacks.late",
                  .title = TEXT("A call-back that is late"),
                  .task = TEXT("See to it that somebody gets back: {name}"),
                  .gone = TEXT("The call-back is closed."),
                  .of = {{"late_call_back", TEXT("Late call-backs")}},
                  .now = [&self](std::string_view id) { return that_are_late(self, id); },
                  .from = from,
                  .until = [&self](std::string_view id) { return next_late(self, id); },
                  .days = 1,
                  .rests = 1};
    return {std::move(getting_back), std::move(late)};
}

}  // namespace digilots::callbacks
