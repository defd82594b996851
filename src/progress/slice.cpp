#include "progress/demo.h"
#include "progress/duties.h"

namespace digilots::progress {

namespace {

using http::MenuPlace;

const http::Menu menu{
    {MenuPlace::residents, 400, TEXT("Progress"), "/progress"},
    {MenuPlace::staff, 500, TEXT("Progress"), "/staff/progress"},
};

const audit::Words trail{
    .actions = {TEXT("target chosen"), TEXT("target left out"), TEXT("proposed targets chosen"), TEXT("own goal saved"),
                TEXT("own goal removed"), TEXT("evaluation saved"), TEXT("evaluation closed")},
    .records = {{"target", TEXT("Target"), "/staff/progress/targets/"},
                {"targets", TEXT("Target")},
                {"own goal", TEXT("Own goal"), "/staff/progress/goals/"},
                {"evaluation", TEXT("Evaluation"), "/staff/progress/evaluations/"}},
    .fields = {{"why", TEXT("Why")},
               {"indicators", TEXT("Indicators")},
               {"number", TEXT("Number")},
               {"title", TEXT("Name")},
               {"colour", TEXT("Colour")},
               {"targets", TEXT("Targets")},
               {"task", TEXT("What is to be evaluated")},
               {"due date", TEXT("To be done by")},
               {"conclusion", TEXT("Conclusion")},
               {"decision", TEXT("Decision")},
               {"wheel kept", TEXT("The wheel")}},
};

std::vector<std::string> common_pages() {
    std::vector<std::string> paths{"/wheels", "/wheels/method"};
    for (const auto& one : municipality::Municipalities::all()) paths.push_back("/wheels/" + one.slug);
    return paths;
}

const SitePages site{
    .common = common_pages,
    .of = [](const http::Tenant&) { return std::vector<std::string>{"/progress", "/progress/wheel"}; },
};

}  // namespace

Slice slice(Progress& progress, const municipality::Municipalities& municipalities, const base::Clock& clock) {
    return {
        .name = "progress",
        .routes = [&](const Slices&) { return routes(progress, municipalities, clock); },
        .registers = {&progress.own_goals()},
        .menu = menu,
        .trail = trail,
        .duties = {yearly_evaluation(progress)},
        .site = site,
        .refresh = [&] { progress.refresh(); },
        .load_demo = [&](const Demo& demo) { load_demo(progress, municipalities, demo); },
    };
}

}  // namespace digilots::progress
