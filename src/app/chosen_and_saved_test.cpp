// Pages on which one chooses what a form is for and saves it: what is chosen is what is saved, or nothing is.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/whole_site_for_tests.h"

namespace digilots::app {
namespace {

using Pages = std::map<std::string, testing::Page>;

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_hidden(const testing::Page& page, const std::string& name) {
    const auto inputs = page.all("input");
    return std::ranges::any_of(
        inputs, [&](const auto& one) { return one.attribute("type") == "hidden" && one.attribute("name") == name; });
}

/// What stands hidden in a form that saves, and is chosen in another form of the page.
std::vector<std::string> chosen_elsewhere(const testing::Page& page) {
    std::vector<std::string> names;
    const auto forms = testing::all_forms(page.html);
    for (const auto& saves : forms)
        for (const auto& chooses : forms)
            for (const auto& [name, choices] : chooses.choices)
                if (saves.is_post && choices.size() > 1 && holds(saves.names, name) && !saves.choices.contains(name) &&
                    is_hidden(page, name) && !holds(names, name))
                    names.push_back(name);
    return names;
}

/// Forms that say what they are made for, with another choice of theirs.
std::vector<std::pair<testing::Form, std::pair<std::string, std::string>>> chosen_otherwise(const testing::Page& page) {
    std::vector<std::pair<testing::Form, std::pair<std::string, std::string>>> found;
    for (const auto& form : testing::all_forms(page.html))
        for (const auto& [name, value] : form.values) {
            constexpr std::string_view mark = "shown_for.";
            const auto choices = name.starts_with(mark) ? form.choices.find(name.substr(mark.size())) : form.choices.end();
            if (choices == form.choices.end()) continue;
            const auto other = std::ranges::find_if(choices->second, [&](const auto& choice) { return choice != value; });
            if (other != choices->second.end()) found.push_back({form, {choices->first, *other}});
        }
    return found;
}

TEST(ChosenAndSaved, NoFormSavesWhatAnotherFormOfThePageChooses) {
    WholeSite site;
    const auto pages = site.read_all(2);
    std::set<std::string> actions;
    for (const auto& [path, page] : pages) {
        EXPECT_TRUE(chosen_elsewhere(page).empty()) << path << ": " << chosen_elsewhere(page).front();
        for (const auto& [form, other] : chosen_otherwise(page)) {
            auto client = site.somebody();
            const auto shown = client.submit(client.get(path), {other}, "", form.action);
            EXPECT_EQ(shown.status, 409) << path << " " << other.first << "=" << other.second;
            EXPECT_TRUE(shown.says("Nothing is saved yet")) << path << "\n" << shown.html;
            actions.insert(form.action);
        }
    }
    EXPECT_GE(actions.size(), 5U) << "a sheet, visitors of the day and of any day, the queue, what the desk asks";
}

}  // namespace
}  // namespace digilots::app
