#include "needs/duties.h"

#include <string>
#include <string_view>
#include <utility>

#include "needs/sql.h"
#include "platform/register/pages.h"

namespace digilots::needs {

namespace {

DutyKind recommendations_to_do(db::Database& database) {
    return {.key = "needs.recommended",
            .title = TEXT("A recommendation that is decided"),
            .task = TEXT("Do it, and say what came of it: {name}"),
            .gone = TEXT("It is done, dropped, or has another day."),
            .of = {{"recommendation", TEXT("Recommendations")}},
            .now =
                [&database](std::string_view municipality) {
                    std::vector<Duty> duties;
                    const auto rows = database.read([&](db::Connection& connection) {
                        return connection.query(sql::due_recommendations, municipality);
                    });
                    for (const auto row : rows) {
                        const auto id = row.text("id"), function = row.text("function"),
                                   due = row.text("due");
                        duties.push_back(
                            {.id = id + "/" + due,
                             .name = row.text("title"),
                             .why = {{TEXT("It was decided to be done by {date}."), {{"date", due}}}},
                             .due = due,
                             .responsible = function.empty() ? "recommendation" : "function:" + function,
                             .unit = row.text("unit"),
                             .record = "recommendation:" + id,
                             .path = "/staff/needs/recommendations/" + id});
                    }
                    return duties;
                },
            .from = {{"recommendation"}},
            .is_promise = true};
}

/// Of the function that is chosen, else of the group's secretary; of whoever sees to wishes where it has none.
std::string receiver_of(std::string_view municipality, const db::Row& row, const Arranged& arranged) {
    auto function = row.text("function");
    if (const auto body = row.text("body"); function.empty() && !body.empty() && arranged.secretary_of)
        function = arranged.secretary_of(std::string(municipality), body);
    return function.empty() ? "wish" : "function:" + function;
}

std::vector<Duty> open_wishes(db::Database& database, std::string_view municipality, const Arranged& arranged) {
    const auto rows = database.read([&](db::Connection& connection) { return connection.query(sql::open_wishes, municipality); });
    std::vector<Duty> duties;
    for (const auto row : rows) {
        const auto id = row.text("id"), due = row.text("due"), from = row.text("from_group");
        const bool is_new = row.text("state") == "new";
        duties.push_back({.id = id + "/" + due,
                          .name = row.text("title"),
                          .why = {{is_new ? TEXT("{group} wishes it, and does not know yet whether it will be done.")
                                          : TEXT("{group} wishes it, and was told that it will be done."),
                                   {{"group", from}}}},
                          .due = due,
                          .responsible = receiver_of(municipality, row, arranged),
                          .unit = row.text("unit"),
                          .record = "wish:" + id,
                          .path = "/staff/needs/wishes/" + id});
    }
    return duties;
}

/// Whoever wished it sees that, too.
bool mark_wish_done(Kinds& kinds, const http::Request& request, std::string_view duty) {
    auto& wishes = kinds.wishes;
    const auto around = register_::around_of(wishes, request);
    const auto wish = wishes.find(around, duty.substr(0, duty.find('/')));
    if (!request.identity || !wish || !wishes.may_change(around, *wish)) return false;
    auto draft = wishes.draft_of(*wish, around);
    draft["state"] = {"done"};
    return wishes.change(around, wish->id, draft, request.identity->account_id, base::Seen::anything()).has_value();
}

DutyKind wishes_to_answer(db::Database& database, std::shared_ptr<Kinds> kinds, const Arranged& arranged) {
    return {.key = "needs.wished",
            .title = TEXT("A wish from another group"),
            .task = TEXT("Say whether you will do it, and then do it: {name}"),
            .gone = TEXT("It is done, or they were told that it will not be."),
            .of = {{"wish", TEXT("Wishes to other groups")}},
            .now = [&database, arranged](std::string_view municipality) { return open_wishes(database, municipality, arranged); },
            .from = {{"wish"}, {"body_group"}},
            .settle = [kinds = std::move(kinds)](const http::Request& request,
                                                 std::string_view duty) { return mark_wish_done(*kinds, request, duty); },
            .settled = TEXT("Done as wished")};
}

}  // namespace

std::vector<DutyKind> duties_of_needs(db::Database& database, std::shared_ptr<Kinds> kinds, const Arranged& arranged) {
    return {recommendations_to_do(database), wishes_to_answer(database, std::move(kinds), arranged)};
}

}  // namespace digilots::needs
