#pragma once
// One closed record of each kind that closes: what goes out of it in a table comes back as it was.
#include <gtest/gtest.h>

#include "app/application.h"
#include "platform/register/records.h"

namespace digilots::app {

inline void close_one_of_each(Application& app, const std::string& municipality_id) {
    const auto add = [&](register_::Records& records, const register_::Draft& draft) {
        const auto added = records.add(records.around(municipality_id), draft, "a");
        EXPECT_TRUE(added) << records.declaration().key;
        return added ? added->id : std::string();
    };
    const auto seen = base::Seen::anything();
    auto& questions = app.questions.questions();
    const auto question = add(questions, {{"question", {"Var finns blanketten?"}}, {"channel", {"phone"}}});
    EXPECT_EQ(app.questions.close(questions.around(municipality_id), question, "a", seen), register_::Stepped::done);
    auto& promises = app.callbacks.records();
    const auto promised = add(promises, {{"about", {"Vill veta om blanketten"}}});
    EXPECT_EQ(app.callbacks.close(promises.around(municipality_id), promised, {"answered"}, "a", seen), register_::Stepped::done);
    add(promises, {{"about", {"Ska ringas upp"}}});
    auto& tasks = app.tasks.records();
    const auto task = add(tasks, {{"title", {"Är gjord"}}, {"due", {"2026-12-01"}}});
    http::Identity lead;
    lead.account_id = "a";
    lead.role = http::Role::coordinator;
    lead.municipality_id = municipality_id;
    EXPECT_EQ(app.tasks.finish(tasks.around(municipality_id), task, "", lead), tasks::Finish::done);
}

}  // namespace digilots::app
