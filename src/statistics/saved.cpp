#include "statistics/saved.h"

#include <algorithm>

#include "platform/personal/personal_data.h"
#include "platform/register/types.h"

namespace digilots::statistics {

namespace {

constexpr std::size_t longest_question = 1000;
constexpr std::string_view own_list = "own";

/// It becomes a part of an address of this page, and of nothing else.
bool is_question(std::string_view text) {
    constexpr std::string_view others = "=&%-_.+:,~";
    const auto may_stand = [&](char sign) {
        const bool is_letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9');
        return is_letter || others.find(sign) != std::string_view::npos;
    };
    return text.starts_with("measure=") && std::ranges::all_of(text, may_stand);
}

/// Its own: of whoever saved it. Who may delete it may change it, too.
bool is_theirs(const register_::Surroundings& around, const register_::Record& record) {
    const auto owner = record.text("owner");
    return around.may_remove || around.account.empty() || record.text("whose") != own_list || owner.empty() ||
           owner == around.account;
}

void note_owner(const register_::Writing& writing, register_::Record& record) {
    if (record.text("owner").empty()) record.columns["owner"] = std::string(writing.actor);
}

void check_owner(const register_::Writing& writing, const register_::Record& record, register_::Problems& problems) {
    const auto owner = writing.before ? writing.before->text("owner") : "";
    const bool becomes_own = writing.before && writing.before->text("whose") != own_list && record.text("whose") == own_list;
    if (becomes_own && !owner.empty() && owner != writing.actor)
        problems.push_back(
            {"whose", TEXT("Only whoever saved the figures makes them their own. Save them again for yourself.")});
}

void check_saved(const register_::Checked& checked, register_::Problems& problems) {
    if (!is_question(checked.record.text("query")))
        problems.push_back({"query", TEXT("Open the figures on the statistics page and save them there.")});
    for (const char* name : {"title", "about"})
        if (personal::find_personal_data(checked.record.text(name)) != personal::PersonalData::none)
            problems.push_back({name, TEXT("Remove the number or address: nothing here tells of a person.")});
}

}  // namespace

register_::Register saved_register() {
    using namespace register_;
    return {.key = "statistics_saved",
            .table = "statistics_saved",
            .names = {TEXT("Saved figures"), TEXT("Saved figure")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/statistics/saved",
            .above = {{TEXT("Statistics"), "/staff/statistics"}},
            .fields = {text("title", TEXT("Name")).required().listed().searched().sorted(),
                       link("unit", TEXT("Unit"), "organisation.unit")
                           .listed()
                           .filter()
                           .when_none(TEXT("No unit"))
                           .not_checked()
                           .hint(TEXT("Whose it is. Without a unit it is for all.")),
                       term("whose", TEXT("In whose list"),
                            fixed_terms({{"all", TEXT("Everybody’s")}, {"own", TEXT("Of whoever saved it")}}))
                           .listed()
                           .filter()
                           .usually("all")
                           .hint(TEXT("Figures of your own stand on your statistics page alone and are changed by you. "
                                      "Colleagues find them on the page of all saved figures; coordinators can change and "
                                      "delete them.")),
                       long_text("about", TEXT("What it is for")),
                       text("query", TEXT("What is asked"), longest_question)
                           .required()
                           .from_address("query")
                           .not_asked_about()
                           .hint(TEXT("As it stands in the address of the statistics page, which fills it in.")),
                       stored("owner", {})},
            .rules = check_saved,
            .together = check_owner,
            .complete = note_owner,
            .is_theirs = is_theirs,
            .endings = Endings::ends,
            .remove = http::Role::coordinator,
            .words = {.about = TEXT("Figures that are asked for again, with their measure, filters and what stands beside "
                                    "them. A period such as “this month” moves with the days."),
                      .caption = TEXT("Saved figures"),
                      .empty = TEXT("Nothing has been saved. Choose figures on the statistics page and save them there."),
                      .add = TEXT("Save figures")}};
}

bool is_in_list_of(const register_::Record& saved, std::string_view account) {
    return saved.text("whose") != own_list || saved.text("owner") == account;
}

std::string figures_path(const register_::Record& saved) { return "/staff/statistics?" + saved.text("query"); }

register_::More way_to_figures(const register_::Record& saved, const html::Page& page) {
    register_::More more;
    more.links.push_back({page.t(TEXT("Show the figures")), page.tenant_url(figures_path(saved))});
    return more;
}

}  // namespace digilots::statistics
