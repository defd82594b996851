#include <gtest/gtest.h>

#include "accounts/staff_for_tests.h"
#include "platform/audit/audit.h"
#include "platform/testing/html_form.h"
#include "platform/testing/retention.h"

namespace digilots::accounts {
namespace {

using namespace std::chrono_literals;

class People : public ::testing::Test, protected StaffWorld {
protected:
    std::string admin_id = add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    testing::PageClient admin = signed_in("admin@sundsvall.example");

    testing::Page add_guide(const std::string& email, const std::string& password) {
        return admin.submit(admin.get("/sundsvall/staff/people"),
                            {{"email", email}, {"name", "Anna"}, {"role", "guide"}, {"password", password}});
    }
    /// Who can hold functions.
    std::string add_anna_who_can_hold() {
        add_guide("anna@sundsvall.example", "hemlig fras med ord");
        const auto anna = id_of("anna@sundsvall.example");
        organisation.know({.people = {[anna](const register_::Surroundings&) {
                                          return std::vector<register_::Choice>{{.key = anna, .label = "Anna"}};
                                      },
                                      ""},
                           .contacts = {[](const register_::Surroundings&) { return std::vector<register_::Choice>{}; }, ""},
                           .name_of = [](std::string_view) { return std::string(); }});
        return anna;
    }
    std::string id_of(const std::string& email) {
        for (const auto& account : accounts.accounts_of(sundsvall)) {
            if (account.email == email) return account.id;
        }
        return "";
    }
    /// The form of the page whose address ends so, with something that it does not offer.
    testing::Page send_made_up(const testing::Page& page, std::string_view action, const std::string& field,
                               const std::string& value) {
        for (const auto& form : testing::all_forms(page.html)) {
            if (!form.action.ends_with(action)) continue;
            auto values = form.filled({});
            std::erase_if(values, [&](const auto& one) { return one.first == field; });
            values.emplace_back(field, value);
            return admin.post_once(form.action, values);
        }
        ADD_FAILURE() << "no form for " << action;
        return page;
    }
    testing::Page person(const std::string& id) { return admin.get("/sundsvall/staff/people/" + id); }
};

TEST_F(People, an_administrator_adds_a_guide_who_can_sign_in_at_once) {
    const auto page = add_guide("anna@sundsvall.example", "hemlig fras med ord");
    EXPECT_TRUE(page.says("The person can sign in now."));
    EXPECT_TRUE(page.says("Anna"));
    auto anna = client();
    EXPECT_EQ(anna.sign_in("anna@sundsvall.example", "hemlig fras med ord").url, "/sundsvall/staff/");
}

TEST_F(People, what_is_wrong_is_said_beside_its_field) {
    EXPECT_TRUE(add_guide("anna", "hemlig fras med ord").says("Write an e-mail address"));
    EXPECT_TRUE(
        add_guide("anna@sundsvall.example", "short").says("The password needs at least 8 characters."));
    EXPECT_TRUE(add_guide("anna@sundsvall.example", "Lösenord1").says("too easy to guess"));
    EXPECT_TRUE(
        add_guide("ADMIN@sundsvall.example", "hemlig fras med ord").says("There is already an account"));
    EXPECT_EQ(accounts.accounts_of(sundsvall).size(), 1U);
}

TEST_F(People, all_that_is_wrong_is_said_at_once) {
    auto& units = organisation.unit_records();
    ASSERT_TRUE(units.add(units.around(sundsvall), {{"name", {"Kultur"}}}, "a"));
    const auto list = admin.get("/sundsvall/staff/people");
    const testing::FormFields wrong{
        {"email", "anna"}, {"name", std::string(101, 'a')}, {"password", "short"}, {"only_unit", "1"}};
    testing::Page page;
    if (const auto form = testing::find_form(list.html, wrong, "/staff/people"))
        page = admin.post_once(form->action, form->filled(wrong));
    EXPECT_EQ(page.status, 422);
    for (const char* fault : {"Write an e-mail address", "The name may have at most 100 characters.",
                              "The password needs at least 8 characters.", "Choose the unit that the person is limited to."})
        EXPECT_TRUE(page.says(fault)) << fault;
    EXPECT_TRUE(page.says(std::string(101, 'a'))) << "what was typed stands there";
    const auto again = add_guide("admin@sundsvall.example", "kort");
    EXPECT_TRUE(again.says("There is already an account"));
    EXPECT_TRUE(again.says("The password needs at least 8 characters."));
    add_guide("anna@sundsvall.example", "hemlig fras med ord");
    const auto anna = person(id_of("anna@sundsvall.example"));
    for (const auto& form : testing::all_forms(anna.html)) {
        if (!form.action.ends_with("/role")) continue;
        auto values = form.filled({});
        std::erase_if(values, [](const auto& one) { return one.first == "role" || one.first == "only_unit"; });
        values.emplace_back("only_unit", "1");
        const auto refused = admin.post_once(form.action, values);
        EXPECT_TRUE(refused.says("Choose a role."));
        EXPECT_TRUE(refused.says("Choose the unit that the person is limited to."));
    }
}

TEST_F(People, a_changed_role_holds_from_the_next_page) {
    add_guide("anna@sundsvall.example", "hemlig fras med ord");
    auto anna = client();
    anna.sign_in("anna@sundsvall.example", "hemlig fras med ord");
    EXPECT_EQ(anna.get("/sundsvall/staff/people").status, 404);
    const auto page = admin.submit(person(id_of("anna@sundsvall.example")), {{"role", "administrator"}});
    EXPECT_TRUE(page.says("What the person may do is saved."));
    EXPECT_EQ(anna.get("/sundsvall/staff/people").status, 200);
}

/// Puts units and functions in, past their pages.
std::string add_record(register_::Records& records, const register_::Draft& draft) {
    const auto added = records.add(records.around(sundsvall), draft, "operator");
    return added ? added->id : "";
}

TEST_F(People, who_belongs_to_a_unit_is_listed_with_it_and_may_be_limited_to_it) {
    add_guide("anna@sundsvall.example", "hemlig fras med ord");
    const auto id = id_of("anna@sundsvall.example");
    EXPECT_FALSE(person(id).says("Changes only what belongs to this unit")) << "nobody asks where there are no units";
    const auto unit = add_record(organisation.unit_records(), {{"name", {"Library"}}});
    const auto refused = admin.submit(person(id), {{"only_unit", "1"}}, "", "role");
    EXPECT_TRUE(refused.says("Choose the unit that the person is limited to."));
    EXPECT_TRUE(admin.submit(person(id), {{"unit", unit}, {"only_unit", "1"}}, "", "role")
                    .says("What the person may do is saved."));
    auto anna = client();
    anna.sign_in("anna@sundsvall.example", "hemlig fras med ord");
    const auto identity = accounts.find_session(anna.cookies()["session"], clock.now());
    ASSERT_TRUE(identity);
    EXPECT_EQ(identity->unit, unit);
    EXPECT_TRUE(identity->only_unit);
    EXPECT_TRUE(admin.get("/sundsvall/staff/people?unit=" + unit).says("anna@sundsvall.example"));
    add(sundsvall, "bo@sundsvall.example", http::Role::guide);
    EXPECT_TRUE(admin.get("/sundsvall/staff/people").says("bo@sundsvall.example"));
    EXPECT_FALSE(admin.get("/sundsvall/staff/people?unit=" + unit).says("bo@sundsvall.example"));
    EXPECT_TRUE(admin.get("/sundsvall/staff/people?unit=made-up").says("Nobody works in this unit."));
    const auto of_none = admin.get("/sundsvall/staff/people?unit=-");
    EXPECT_TRUE(of_none.says("bo@sundsvall.example") && !of_none.says("anna@sundsvall.example"));
    EXPECT_TRUE(of_none.says("<option value=\"-\" selected>No unit</option>")) << of_none.html;
    const auto table = [&](const std::string& asked) {
        return admin.get(admin.get("/sundsvall/staff/people?unit=" + asked).link("Download as a table (CSV)"));
    };
    EXPECT_TRUE(table(unit).says("anna@") && !table(unit).says("bo@"));
    EXPECT_TRUE(table("-").says("bo@") && !table("-").says("anna@"));
    EXPECT_TRUE(table("").says("bo@") && table("").says("anna@"));
}

TEST_F(People, a_unit_that_nobody_has_is_refused) {
    add_guide("anna@sundsvall.example", "hemlig fras med ord");
    const auto unit = add_record(organisation.unit_records(), {{"name", {"Library"}}});
    const auto sent = send_made_up(person(id_of("anna@sundsvall.example")), "/role", "unit", "made-up");
    EXPECT_EQ(sent.status, 422);
    EXPECT_TRUE(sent.says("Choose a unit from the list."));
}

TEST_F(People, closing_an_account_hands_its_functions_to_a_colleague) {
    const auto anna = add_anna_who_can_hold();
    const auto function = add_record(organisation.function_records(), {{"title", {"Rota"}}, {"holder", {anna}}});
    const auto page = person(anna);
    EXPECT_TRUE(page.says("Who takes over the functions") && page.says("Rota"));
    const auto question = admin.submit(page, {{"successor", admin_id}}, "", "close");
    EXPECT_TRUE(question.says("admin@sundsvall.example takes over: Rota."));
    EXPECT_EQ(organisation.held_by(sundsvall, anna).size(), 1U) << "it asks first";
    EXPECT_TRUE(admin.submit(question, {}, "", "close").says("The account is closed."));
    EXPECT_EQ(organisation.function_records().find(sundsvall, function)->text("holder"), admin_id);
}

TEST_F(People, functions_that_nobody_takes_over_are_named_before_and_after) {
    const auto anna = add_anna_who_can_hold();
    add_record(organisation.function_records(), {{"title", {"Rota"}}, {"holder", {anna}}});
    const auto question = admin.submit(person(anna), {}, "", "close");
    EXPECT_TRUE(question.says("Then nobody holds: Rota."));
    EXPECT_TRUE(admin.submit(question, {}, "", "close").says("Nobody holds their functions now"));
}

TEST_F(People, own_tasks_go_with_the_account_that_is_closed) {
    const auto anna = add_anna_who_can_hold();
    std::string taken_by = "nobody asked";
    accounts.know({.number_of = [&](std::string_view, std::string_view id) { return std::int64_t{id == anna ? 2 : 0}; },
                   .booked = [&](std::string_view, std::string_view id) { return std::int64_t{id == anna ? 3 : 0}; },
                   .hand_over = [&](db::Connection&, const Leaver& leaver) { taken_by = leaver.successor; }});
    const auto question = admin.submit(person(anna), {{"successor", admin_id}}, "", "close");
    EXPECT_TRUE(question.says("2 open tasks go to admin@sundsvall.example.")) << question.html;
    EXPECT_TRUE(question.says("3 times are booked with them after today.")) << question.html;
    EXPECT_EQ(taken_by, "nobody asked");
    EXPECT_TRUE(admin.submit(question, {}, "", "close").says("The account is closed."));
    EXPECT_EQ(taken_by, admin_id);
}

TEST_F(People, who_has_booked_times_alone_is_asked_about_first) {
    const auto anna = add_anna_who_can_hold();
    accounts.know({.booked = [](std::string_view, std::string_view) { return std::int64_t{1}; }});
    const auto question = admin.submit(person(anna), {}, "", "close");
    EXPECT_TRUE(question.says("1 time is booked with them after today.")) << question.html;
    EXPECT_TRUE(admin.submit(question, {}, "", "close").says("The account is closed."));
}

TEST_F(People, nobody_of_another_municipality_takes_functions_over) {
    add_guide("anna@sundsvall.example", "hemlig fras med ord");
    const auto anna = id_of("anna@sundsvall.example");
    const auto stranger = add(harnosand, "bo@harnosand.example", http::Role::guide);
    const auto sent = send_made_up(person(anna), "/close", "successor", stranger);
    EXPECT_EQ(sent.status, 422);
    EXPECT_TRUE(sent.says("Choose somebody of your municipality whose account is open, or nobody yet."));
    for (const auto& account : accounts.accounts_of(sundsvall)) EXPECT_FALSE(account.disabled) << account.email;
}

TEST_F(People, closing_an_account_ends_its_sessions_and_deletes_it_after_ninety_days) {
    add_guide("anna@sundsvall.example", "hemlig fras med ord");
    auto anna = client();
    anna.sign_in("anna@sundsvall.example", "hemlig fras med ord");
    const auto page = admin.submit(person(id_of("anna@sundsvall.example")), {}, "", "/close");
    EXPECT_TRUE(page.says("The account is closed."));
    EXPECT_TRUE(page.says("2027"));
    EXPECT_TRUE(anna.get("/sundsvall/staff/").url.starts_with("/login"));
    EXPECT_EQ(anna.sign_in("anna@sundsvall.example", "hemlig fras med ord").status, 422);
    clock.advance(89 * 24h);
    const auto delete_due = [&] {
        return testing::delete_due(*database, retention_rules(), account_rule, "", clock.now());
    };
    EXPECT_EQ(delete_due(), 0);
    clock.advance(24h);
    EXPECT_EQ(delete_due(), 1);
    EXPECT_EQ(id_of("anna@sundsvall.example"), "");
}

TEST_F(People, a_closed_account_is_opened_again) {
    add_guide("anna@sundsvall.example", "hemlig fras med ord");
    const auto id = id_of("anna@sundsvall.example");
    admin.submit(person(id), {}, "", "/close");
    EXPECT_TRUE(admin.submit(person(id), {}, "", "/open").says("The account is open again."));
    auto anna = client();
    EXPECT_EQ(anna.sign_in("anna@sundsvall.example", "hemlig fras med ord").url, "/sundsvall/staff/");
}

TEST_F(People, the_last_administrator_stays) {
    const auto page = admin.submit(person(admin_id), {{"role", "guide"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("This is the last administrator."));
    add(sundsvall, "second@sundsvall.example", http::Role::administrator);
    EXPECT_TRUE(admin.submit(person(admin_id), {{"role", "guide"}}).status == 404)
        << "no administrator any more";
    EXPECT_EQ(admin.get("/sundsvall/staff/people").status, 404);
}

TEST_F(People, a_replaced_password_signs_the_person_out) {
    add_guide("anna@sundsvall.example", "hemlig fras med ord");
    auto anna = client();
    anna.sign_in("anna@sundsvall.example", "hemlig fras med ord");
    admin.submit(person(id_of("anna@sundsvall.example")), {{"password", "en helt annan fras"}}, "",
                 "/password");
    EXPECT_TRUE(anna.get("/sundsvall/staff/").url.starts_with("/login"));
    EXPECT_EQ(anna.sign_in("anna@sundsvall.example", "en helt annan fras").url, "/sundsvall/staff/");
}

TEST_F(People, a_form_without_its_token_changes_nothing) {
    const auto answer = admin.post_once(
        "/sundsvall/staff/people",
        {{"email", "eve@x.example"}, {"role", "administrator"}, {"password", "hemlig fras med ord"}});
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(accounts.accounts_of(sundsvall).size(), 1U);
}

TEST_F(People, changes_stand_in_the_trail_without_addresses) {
    add_guide("anna@sundsvall.example", "hemlig fras med ord");
    const auto page = admin.get("/sundsvall/staff/settings/audit");
    EXPECT_TRUE(page.says("account added"));
    EXPECT_TRUE(page.says("Anna"));
    EXPECT_FALSE(page.says("hemlig"));
    EXPECT_FALSE(page.says("anna@sundsvall.example")) << "the trail keeps numbers; names come from accounts";
}

TEST_F(People, the_trail_says_everything_in_words) {
    const std::vector<audit::Entry> written = {
        {sundsvall, "operator", "inquiry corrected", "inquiry:0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b11", "topics minutes at"},
        {sundsvall, "operator", "inquiry deleted", "inquiry:0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b12", ""},
        {sundsvall, "operator", "e_service changed", "e_service:sundsvall-bygglov", "e_id_required, e_id_new"},
        {sundsvall, "operator", "direction changed", "indicator:N1", "high"},
        {sundsvall, "operator", "brand_new_action", "brand_new:thing", "brand_new_field"},
    };
    database->write([&](db::Connection& connection) {
        for (const auto& entry : written) audit::record(connection, entry, clock.now());
    });
    const auto page = admin.get("/sundsvall/staff/settings/audit");
    std::string text;
    for (const auto& cell : page.all("td")) text += cell.text + "|";
    for (const char* code : {"0199f6c2", "inquiry:", "topics minutes", "e_id_", "bygglov", "brand_new", "e_service", "high"})
        EXPECT_EQ(text.find(code), std::string::npos) << code << " in " << text;
    for (const char* words : {"Topics, Help time, Time", "Only with e-identification, something else",
                              "Entry in the questions log", "Indicator|Direction"})
        EXPECT_NE(text.find(words), std::string::npos) << words << " in " << text;
    EXPECT_TRUE(page.says("/sundsvall/staff/inquiries/0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b11\""));
    EXPECT_FALSE(page.says("/sundsvall/staff/inquiries/0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b12\"")) << "it is gone";
}

TEST_F(People, what_residents_and_programs_do_is_not_said_of_a_deleted_account) {
    database->write([&](db::Connection& connection) {
        audit::record(connection, {sundsvall, "", "inquiry corrected", "inquiry:1", ""}, clock.now());
    });
    EXPECT_TRUE(admin.get("/sundsvall/staff/settings/audit").says("a resident or a program"));
    EXPECT_FALSE(admin.get("/sundsvall/staff/settings/audit").says("a deleted account"));
    database->write([&](db::Connection& connection) {
        audit::record(connection, {sundsvall, "0199f6c2", "inquiry corrected", "inquiry:1", ""}, clock.now());
    });
    EXPECT_TRUE(admin.get("/sundsvall/staff/settings/audit").says("a deleted account"));
}

TEST_F(People, the_command_line_closes_an_account_by_address) {
    EXPECT_FALSE(accounts.disable(harnosand, "admin@sundsvall.example").has_value());
    ASSERT_TRUE(accounts.disable(sundsvall, "ADMIN@sundsvall.example").has_value());
    const auto listed = accounts.accounts_of(sundsvall);
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_TRUE(listed[0].disabled);
    EXPECT_EQ(listed[0].deleted_on, "2027-02-21");
}

}  // namespace
}  // namespace digilots::accounts
