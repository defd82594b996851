// Whatever goes out as a table comes in again and changes nothing, as XLSX, as CSV, and as Excel saves it here.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include "app/arranged_session_for_tests.h"
#include "app/closed_records_for_tests.h"
#include "app/command.h"
#include "app/outreach_for_tests.h"
#include "app/town_for_tests.h"
#include "app/windows_text_for_tests.h"
#include "platform/audit/audit.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"
#include "platform/mail/outbox.h"
#include "platform/register/table_kind.h"
#include "platform/tables/read_table.h"

namespace digilots::app {
namespace {

using register_::Plan, register_::PlannedRow, register_::Refused, register_::TableKind;
using Kind = PlannedRow::Kind;

constexpr const char* sundsvall_code = "2281";

std::string read_all_of(const Plan& plan) {
    std::string said = plan.fault;
    for (const auto& row : plan.rows) {
        for (const auto& cell : row.refused)
            said += "\n" + std::to_string(row.line) + " " + cell.column + "/" + cell.letter + ": " + cell.message;
        for (const auto& field : row.changes) said += "\n" + std::to_string(row.line) + " changes " + field.field;
    }
    return said;
}

class EveryTable : public ::testing::Test, protected TownForTests {
protected:
    EveryTable() {
        auto& units = application.organisation.unit_records();
        const auto culture = units.add(units.around(sundsvall_code), {{"name", {"Kultur och fritid"}}}, "a")->id;
        units.add(units.around(sundsvall_code), {{"name", {"Biblioteken"}}, {"parent", {culture}}}, "a");
        auto& functions = application.organisation.function_records();
        functions.add(functions.around(sundsvall_code),
                      {{"title", {"Digital guide"}}, {"unit", {culture}}, {"note", {"rad ett\nrad; två"}}}, "a");
        EXPECT_TRUE(application.own_topics.add(sundsvall_code, {"", "Skoterleder", "print", {"skoter", "led"}, false}, "a"));
        EXPECT_TRUE(application.progress.save_goal(sundsvall_code, {"", 1, "Alla med", "#7A1F5C", {"4.4"}}, "a"));
        for (const char* email : {"asa@sundsvall.example", "bo@sundsvall.example"}) {
            accounts::NewAccount account;
            account.municipality_id = sundsvall_code;
            account.email = email;
            account.name = email[0] == 'a' ? "Åsa Öst" : "";
            account.password = "vinter-lots-2026-lång";
            account.role = email[0] == 'a' ? http::Role::administrator : http::Role::guide;
            EXPECT_TRUE(application.accounts.add(account));
        }
        auto& e_services = application.directory.records(directory::RecordKind::e_service);
        EXPECT_TRUE(e_services.add(e_services.around(sundsvall_code),
                                   {{"name", {"Plats i förskolan"}}, {"url", {"https://example.org/"}}, {"status", {"open"}}}, "a"));
        add("rhythm", {{"kind", {"place"}}, {"months", {"3"}}});
        add("topic_rule", {{"topic", {"bank"}}, {"handling", {"both"}}, {"rule", {"Visa; logga aldrig in åt någon"}}});
        add("promise", {{"channel", {"letter"}}, {"response_limit", {"5"}}, {"response_unit", {"working_days"}}});
        add("count", {{"kind", {"visitors"}}, {"period", {"2026-11-20"}}, {"number", {"41"}}, {"note", {"dörren; klickar"}}});
        add("review", {{"title", {"Höstens genomgång"}}, {"held_on", {"2026-11-20"}}, {"findings", {"rad ett\nrad; två"}}});
        add("improvement", {{"title", {"Ny skylt; större"}}, {"status", {"idea"}}, {"why", {"stycke ett\n\nstycke två"}}});
        add("step_guide", {{"title", {"Logga in första gången"}}, {"steps", {"Tryck på knappen; vänta\nSkriv koden"}}});
        add("system", {{"title", {"Skolplattformen"}}, {"purpose", {"Frånvaro; schema"}}, {"languages", {"sv", "ar"}}});
        add("renewal", {{"title", {"Specialkost"}}, {"rule", {"term"}}, {"apply_by", {"2026-08-15"}}});
        add("stuck_point", {{"step", {"3. Inkomst; hushåll"}}, {"help", {"Före skatt; per månad\n\nBåda vuxna"}},
                            {"e_service", {e_services.all(sundsvall_code).front().id}}});
        add_activities();
        add("shared_table", {{"title", {"Till nämnden; i höst"}}, {"table_key", {"total"}}, {"open_until", {"2026-12-31"}}});
        add("pickup", {{"reference", {"LK-1047"}}, {"what", {"library_card"}}, {"since", {"2026-11-20"}}});
        add("booking_offer", {{"title", {"Dator; kort"}}, {"kind", {"computer"}}, {"lengths", {"30"}}, {"topics", {"bank"}}});
        const auto guide = functions.list(functions.around(sundsvall_code), {}, 1, 0).records.front().id;
        const auto somewhere = application.directory.snapshot(sundsvall_code)->places.front().id;
        add("rota", {{"title", {"Måndag; jämn"}}, {"function", {guide}}, {"place", {somewhere}}, {"weekdays", {"mo", "we"}},
                     {"hours", {"9-12, 13-16"}}, {"first_day", {"2026-09-01"}}});
        add("rota_exception", {{"title", {"A; b"}}, {"kind", {"away"}}, {"function", {guide}}, {"first_day", {"2026-12-01"}}});
        add("resource", {{"title", {"Dator; vid fönstret"}}, {"kind", {"computer"}}, {"number", {"2"}}, {"hours", {"9-12"}},
                         {"place", {somewhere}}});
        add("question", {{"question", {"Var kan jag skriva ut?\nFärg; nu"}}, {"topic", {"print"}}, {"channel", {"phone"}}});
        add("answer", {{"question", {"Var kan jag skriva ut?"}}, {"answer", {"På biblioteket; ring först"}},
                       {"words", {"utskrift"}}, {"steps", {"Gå dit\nSkriv ut"}}, {"links", {"Biblioteket https://example.org/"}}, {"topics", {"print"}},
                       {"languages", {"sv"}}, {"is_published", {"1"}}});
        add("call_back", {{"about", {"Vill veta om blanketten; helst på papper"}}, {"topic", {"print"}}});
        add("task", {{"title", {"Ring Växeln; om jouren"}}, {"why", {"stycke ett\n\nstycke två"}}, {"due", {"2026-12-01"}}});
        const auto places = application.directory.snapshot(sundsvall_code)->places;
        const auto bus = std::ranges::find(places, true, &directory::Place::mobile);
        EXPECT_NE(bus, places.end());
        add("stop", {{"name", {"Stöde skola"}}, {"place_id", {bus->id}}, {"weekday", {"mo"}}, {"every", {"2"}},
                     {"times", {"14–14.45"}}, {"starts", {"2026-09-07"}}});
        for (const auto& [key, draft] : outreach_records(guide, somewhere)) add(key, draft);
        for (const auto& [key, draft] : of_first_ones(application.slices, sundsvall_code)) add(key, draft);
        add_budget_and_bodies(application.slices, sundsvall_code, [this](auto key, const auto& draft) { add(key, draft); });
        close_one_of_each(application, sundsvall_code);
        add_help();
    }

    void add_help() {
        add("planned_help", {{"title", {"Biblioteket; morgnar"}}, {"weekdays", {"mo", "fr"}}, {"hours", {"9-12, 13-16"}},
                             {"first_day", {"2026-09-01"}}});
        for (const auto& [way, note] : {std::pair("visit", "rad ett\nrad två; =1+1"), std::pair("phone", "")}) log(way, note);
    }
    void add_activities() {
        add("activity", {{"title", {"Digitalt kafé; varje vecka"}}, {"kind", {"digital_cafe"}}, {"topics", {"bank"}},
                         {"languages", {"sv"}}, {"price", {"20"}}, {"needs_sign_up", {"1"}}, {"is_published", {"1"}}});
        add("activity_partner", {{"title", {"PRO; Sundsvall"}}, {"kind", {"association"}}, {"role", {"speaker"}},
                                 {"activity", {application.activities.programme(sundsvall_code)->activities.front().id}}});
        add_a_session(application.activities, sundsvall_code, "2026-11-20", "Torget; 1");
        add("invitation", invitation_to(application.activities.programme(sundsvall_code)->activities.front().id));
        add("activity_request", {{"title", {"Digital salong; i bygdegården"}}, {"wish", {"rad ett\nrad; två"}},
                                 {"locality", {"Lillnäset"}}, {"languages", {"sv", "ar"}}, {"topic", {"bank"}},
                                 {"state", {"planned"}}, {"plan_year", {"2027"}}, {"plan_month", {"03"}}});
    }
    void add(std::string_view key, const register_::Draft& draft) {
        for (auto* records : all_of(application.slices, &Slice::registers)) {
            if (records->declaration().key != key) continue;
            const auto added = records->add(records->around(sundsvall_code), draft, "a");
            EXPECT_TRUE(added) << key << (added ? "" : added.error().problems.front().input);
        }
    }
    void log(const char* channel, const char* note) {
        inquiries::Inquiry inquiry;
        inquiry.channel = channel;
        inquiry.outcome = "answered";
        inquiry.topics = {"print", application.own_topics.of(sundsvall_code)->front().key};
        inquiry.minutes = 12;
        inquiry.note = note;
        inquiry.place = application.directory.snapshot(sundsvall_code)->places.front().id;
        EXPECT_TRUE(application.inquiries.log(tenant(), inquiry, "a", "", ""));
    }
    http::Tenant tenant() const { return *application.municipalities.find_tenant("sundsvall"); }
    register_::Surroundings around(const TableKind& kind, const char* language = "sv") const {
        return kind.around(tenant(), i18n::translator(language), nullptr);
    }
    std::shared_ptr<TableKind> kind_called(std::string_view name) const {
        for (auto& kind : tables_of(application.slices))
            if (register_::is_called(*kind, name)) return kind;
        ADD_FAILURE() << name;
        return nullptr;
    }
    Plan plan_of(const TableKind& kind, const std::string& file, const char* language = "sv", bool keyed = false) const {
        const auto table = tables::read_table(file);
        if (!table) return {.fault = table.error().words(i18n::translator("en")), .rows = {}};
        const auto words = around(kind, language);
        return kind.plan(*table, words, {.form_key = keyed ? kind.key_of(*table, words) : std::string()});
    }
    void expect_the_same(const TableKind& kind, const std::string& file, const std::string& how,
                         const char* language = "sv") const {
        const auto plan = plan_of(kind, file, language);
        EXPECT_EQ(read_all_of(plan), "") << kind.key() << " " << how;
        EXPECT_GT(plan.rows.size(), 0u) << kind.key() << " " << how << ": nothing was tried";
        EXPECT_EQ(plan.count(Kind::same), plan.rows.size()) << kind.key() << " " << how;
    }
};

TEST_F(EveryTable, GoesOutAndComesInAgainWithoutAChange) {
    std::set<std::string_view> tried;
    for (const auto& kind : tables_of(application.slices)) {
        tried.insert(register_::word_for(*kind));
        for (const char* written : {"sv", "nb", "en", "ar"}) {
            const auto csv = csv_of(*kind, around(*kind, written)), xlsx = xlsx_of(*kind, around(*kind, written));
            // A colleague reads the page in another language, and a command in English.
            for (const char* reader : {"sv", "nb", "en", "ar"})
                expect_the_same(*kind, csv, std::string("CSV ") + written + " read in " + reader, reader);
            expect_the_same(*kind, xlsx, std::string("XLSX ") + written, written);
        }
        const auto windows = as_windows(csv_of(*kind, around(*kind)));
        if (!windows.empty()) expect_the_same(*kind, windows, "Windows-1252");
    }
    for (const char* name : {"places", "services", "e-services", "contacts", "topics", "goals", "units", "functions",
                             "inquiries", "people"})
        EXPECT_TRUE(tried.contains(name)) << name;
}

// Somebody who needs another one like it copies the row, empties its reference and writes another name.
TEST_F(EveryTable, ARowCopiedUnderAnotherNameIsANewOneLikeIt) {
    for (const char* name : {"places", "services", "e-services", "contacts"}) {
        const auto kind = kind_called(name);
        auto table = *tables::read_table(csv_of(*kind, around(*kind)));
        ASSERT_EQ(table.rows.front().cells.back(), "Referens (låt stå)") << name;
        for (auto& row : table.rows | std::views::drop(1)) {
            row.cells.front() += " (likadan)";
            row.cells.back().clear();
        }
        const auto plan = kind->plan(table, around(*kind), {});
        EXPECT_EQ(read_all_of(plan), "") << name;
        EXPECT_EQ(plan.count(Kind::added), table.rows.size() - 1) << name;
    }
}

TEST_F(EveryTable, NamesARefusedRowAndWritesNothingOrTheOthers) {
    for (const char* name : {"units", "contacts", "inquiries"}) {
        const auto kind = kind_called(name);
        const auto before = csv_of(*kind, around(*kind));
        const auto head = before.substr(0, before.find("\r\n") + 2);
        const std::string row(static_cast<std::size_t>(std::ranges::count(head, ';')), ';');
        auto plan = plan_of(*kind, before + row + "finns-inte\r\n");
        ASSERT_EQ(plan.count(Kind::refused), 1u) << name << read_all_of(plan);
        EXPECT_EQ(plan.rows.back().refused.front().column, "Referens (låt stå)") << name;
        EXPECT_FALSE(kind->carry_out(plan, around(*kind), "a", "", Refused::stop, nullptr)) << name;
        EXPECT_TRUE(kind->carry_out(plan, around(*kind), "a", "", Refused::skip, nullptr)) << name;
        EXPECT_EQ(csv_of(*kind, around(*kind)), before) << name;
    }
}

// Kinds without a natural key as well: what a table has added is known by what its rows say, in whichever file they come.
TEST_F(EveryTable, TheSameRowsAreTakenInOnceUnlessSomebodyMeansOthers) {
    const std::map<std::string, std::pair<std::string, std::string>> tables{
        {"functions", {"Function;What belongs to it\r\nLots;a\r\nLots;a\r\nVäxel;b\r\n", "Ny;\r\n"}},
        {"tasks", {"What is to be done;To be done by\r\nRing;2026-12-24\r\nRing;2026-12-24\r\nSkriv;\r\n", "Ny;\r\n"}},
        {"contacts", {"Function\r\nLots ett\r\nLots två\r\n", "Lots tre\r\n"}},
        {"units", {"Name\r\nEtt\r\nTvå\r\n", "Tre\r\n"}},
        {"inquiries",
         {"Date;Topics;Channel;Outcome\r\n22.11.2026;print;phone;answered\r\n22.11.2026;print;phone;answered\r\n",
          ""}},
    };
    for (const auto& [name, rows] : tables) {
        const auto kind = kind_called(name);
        ASSERT_NE(kind, nullptr);
        const auto words = around(*kind, "en");
        const auto take_in = [&](const std::string& text, bool again) {
            const auto table = tables::read_table(text);
            const auto key = again ? base::new_uuid(clock.now()) : kind->key_of(*table, words);
            const auto plan = kind->plan(*table, words, {.form_key = key});
            EXPECT_EQ(plan.fault + read_all_of(plan), "") << name;
            EXPECT_TRUE(kind->carry_out(plan, words, "a", key, Refused::stop, nullptr)) << name;
            return std::pair(plan.count(Kind::added), plan.count_there());
        };
        const auto in_all = static_cast<std::size_t>(std::ranges::count(rows.first, '\n') - 1);
        EXPECT_EQ(take_in(rows.first, false), std::pair(in_all, std::size_t{0})) << name;
        const auto once = csv_of(*kind, words);
        clock.advance(std::chrono::hours(24 * 40));
        EXPECT_EQ(take_in(rows.first, false), std::pair(std::size_t{0}, in_all)) << name;
        EXPECT_EQ(csv_of(*kind, words), once) << name;
        if (!rows.second.empty()) {
            EXPECT_EQ(take_in(rows.first + rows.second, false), std::pair(std::size_t{1}, in_all)) << name << ": a mended table";
        }
        const bool has_names = name == "units" || name == "contacts";
        if (has_names) continue;
        EXPECT_EQ(take_in(rows.first, true), std::pair(in_all, std::size_t{0})) << name << ": others that say the same";
    }
}

TEST_F(EveryTable, OnThePageTheSameTableIsTakenInOnceUnlessItIsTicked) {
    const std::string page = "/sundsvall/staff/tasks/import";
    const auto upload = [&] {
        return staff.submit(staff.get(page), {{"rows", "What is to be done\r\nRing växeln\r\n"}}, "", "/import");
    };
    const auto first = upload();
    EXPECT_TRUE(first.says("1 new, 0 changed, 0 as they are")) << first.html;
    EXPECT_TRUE(staff.submit(first, {}, "", "/import").says("The table is taken in."));
    const auto second = upload();
    EXPECT_TRUE(second.says("0 new, 0 changed, 1 as they are") && second.says("1 row was taken in on")) << second.html;
    staff.submit(second, {}, "", "/import");
    const auto count = [&] {
        const auto all = csv_of(*kind_called("tasks"), around(*kind_called("tasks")));
        int n = 0;
        for (auto at = all.find("Ring växeln"); at != std::string::npos; at = all.find("Ring växeln", at + 1)) ++n;
        return n;
    };
    EXPECT_EQ(count(), 1);
    const auto third = upload();
    for (int time = 0; time < 2; ++time) staff.submit(third, {{"again", "1"}}, "", "/import");
    EXPECT_EQ(count(), 2) << "once more, and that once";
}

TEST_F(EveryTable, PeopleAreInvitedAndMovedNeverTheirPassword) {
    const auto kind = kind_called("people");
    const auto out = csv_of(*kind, around(*kind));
    for (const char* secret : {"argon", "vinter-lots", "Lösenord"}) EXPECT_EQ(out.find(secret), std::string::npos);
    auto changed = out;
    const auto guide = changed.find("Vägledare");
    ASSERT_NE(guide, std::string::npos) << out;
    changed.replace(guide, std::string("Vägledare").size(), "Redaktör");
    changed += "ny@sundsvall.example;Ny Person;Vägledare;;Nej;\r\n";
    const auto plan = plan_of(*kind, changed);
    EXPECT_EQ(plan.count(Kind::added), 1u) << read_all_of(plan);
    ASSERT_EQ(plan.count(Kind::changed), 1u) << read_all_of(plan);
    const auto done = kind->carry_out(plan, around(*kind), "asa", "", Refused::stop, nullptr);
    ASSERT_TRUE(done);
    ASSERT_EQ(done.to_hand_out.size(), 1u);
    EXPECT_EQ(done.to_hand_out[0].to, "ny@sundsvall.example");
    testing::PageClient invited(server);
    const auto link = done.to_hand_out[0].path;
    EXPECT_EQ(invited.get(link).status, 200);
    invited.submit(invited.get(link), {{"password", "vinter-lots-kaffe-42"}}, "", "/login/link/");
    EXPECT_EQ(invited.get(link).status, 410) << "a password is chosen, once";
    testing::PageClient own(server);
    const auto people = application.accounts.accounts_of(sundsvall_code);
    EXPECT_EQ(people.size(), 3u);
    for (const auto& one : people)
        EXPECT_EQ(one.role, one.email[0] == 'a' ? http::Role::administrator : one.email[0] == 'b' ? http::Role::editor : http::Role::guide);
    const auto again = plan_of(*kind, changed, "sv", true);
    EXPECT_EQ(again.count_there(), 1u) << "the address has this account now" << read_all_of(again);
    auto other = changed;
    other.replace(other.find(";Ny Person"), 10, ";Någon");
    EXPECT_EQ(plan_of(*kind, other).count(Kind::refused), 1u) << "the address has another account";
    // Nobody is left without an administrator, by a table either.
    auto without = csv_of(*kind, around(*kind));
    const auto admin = without.find("Administratör");
    ASSERT_NE(admin, std::string::npos) << without;
    without.replace(admin, std::string("Administratör").size(), "Vägledare");
    const auto last = plan_of(*kind, without);
    const auto stopped = kind->carry_out(last, around(*kind), "asa", "", Refused::stop, nullptr);
    EXPECT_FALSE(stopped);
    ASSERT_EQ(stopped.why.size(), 1u);
}

TEST_F(EveryTable, WhereLettersAreSentNewPeopleGetALinkByOneAndNobodySeesAPassword) {
    Application mailing(*database, "", clock, {.letters = {true, "https://digilots.example"}});
    std::shared_ptr<TableKind> kind;
    for (auto& one : tables_of(mailing.slices))
        if (register_::is_called(*one, "people")) kind = one;
    ASSERT_NE(kind, nullptr);
    const auto out = csv_of(*kind, around(*kind));
    const auto table = out.substr(0, out.find("\r\n") + 2) + "ny@sundsvall.example;Ny Person;Vägledare;;Nej;\r\n" +
                       "två@sundsvall.example;;Vägledare;;Nej;\r\nnr3@sundsvall.example;;Redaktör;;Nej;\r\n";
    const auto letters = [&] { return database->read([](db::Connection& connection) { return mail::list(connection); }); };
    const auto plan = plan_of(*kind, table), late = plan_of(*kind, table);
    const auto done = kind->carry_out(plan, around(*kind), "asa", "", Refused::stop, nullptr);
    ASSERT_TRUE(done) << read_all_of(plan);
    EXPECT_EQ(letters().size(), 2u) << "to whoever has an address that letters reach";
    ASSERT_EQ(done.to_hand_out.size(), 1u) << "the others are told in another way";
    EXPECT_TRUE(done.to_hand_out[0].to.starts_with("två@"));
    for (const auto& letter : letters()) EXPECT_EQ(letter.kind, "password link");
    EXPECT_FALSE(kind->carry_out(late, around(*kind), "asa", "", Refused::stop, nullptr));
    EXPECT_EQ(letters().size(), 2u) << "what is not kept sends nothing";
}

TEST_F(EveryTable, TheLogTakesRowsInWithTheChecksOfTheFormAndCountsThem) {
    const auto kind = kind_called("inquiries");
    const auto head = "Datum;Tid;Ämnen;Kanal;Resultat;Hjälptid;Anteckning\r\n";
    const auto words = around(*kind);
    const auto out = csv_of(*kind, words);
    const auto names = out.substr(0, out.find("\r\n"));
    for (const char* name : {"Datum", "Kanal"}) EXPECT_NE(names.find(name), std::string::npos) << names;
    const auto plan = plan_of(*kind, std::string("Date;Time;Topics;Channel;Outcome;Help time;Note\r\n") +
                                         "22.11.2026;09.15;print;phone;answered;7;skrev ut\r\n"
                                         "2026-11-20;;print;phone;answered;;ring 070-123 45 67\r\n"
                                         "2027-11-20;;print;phone;answered;;\r\n"
                                         "2026-11-20;25:00;print;fax;answered;;\r\n");
    ASSERT_EQ(plan.rows.size(), 4u) << head << plan.fault;
    EXPECT_EQ(plan.rows[0].kind, Kind::added) << read_all_of(plan);
    EXPECT_EQ(plan.rows[1].refused.front().letter, "G") << "a phone number in the note";
    EXPECT_EQ(plan.rows[2].refused.front().letter, "A") << "ahead";
    EXPECT_EQ(plan.rows[3].refused.front().letter, "D");
    ASSERT_TRUE(kind->carry_out(plan, words, "a", "", Refused::skip, nullptr));
    EXPECT_EQ(application.inquiries.check_counts(), std::vector<std::string>{});
    const auto after = plan_of(*kind, csv_of(*kind, words));
    EXPECT_EQ(after.rows.size(), 3u);
    auto corrected = csv_of(*kind, words);
    corrected.replace(corrected.find("skrev ut"), 8, "kopierade");
    const auto correction = plan_of(*kind, corrected);
    ASSERT_EQ(correction.count(Kind::changed), 1u) << read_all_of(correction);
    ASSERT_TRUE(kind->carry_out(correction, words, "a", "", Refused::stop, nullptr));
    EXPECT_EQ(application.inquiries.check_counts(), std::vector<std::string>{});
    EXPECT_NE(csv_of(*kind, words).find("kopierade"), std::string::npos);
}

TEST_F(EveryTable, OfTwoWhoLookedAtTheSameNewRowsOneTakesThemIn) {
    const auto kind = kind_called("contacts");
    const auto all = csv_of(*kind, around(*kind));
    const auto heading = all.substr(0, all.find(';'));
    const auto table = heading + "\r\nLotsar i byn\r\n";
    const auto first = plan_of(*kind, table), second = plan_of(*kind, table);
    ASSERT_EQ(second.count(Kind::added), 1u) << read_all_of(second);
    EXPECT_TRUE(kind->carry_out(first, around(*kind), "a", "", Refused::stop, nullptr));
    const auto late = kind->carry_out(second, around(*kind), "b", "", Refused::stop, nullptr);
    EXPECT_FALSE(late);
    EXPECT_EQ(late.line, 2);
    ASSERT_EQ(late.why.size(), 1u);
    EXPECT_EQ(plan_of(*kind, csv_of(*kind, around(*kind))).rows.size(), plan_of(*kind, all).rows.size() + 1);
}

TEST_F(EveryTable, IsNamedInTheHelpOfTheCommand) {
    const std::string help = import_table_command().details;
    for (const auto& kind : tables_of(application.slices))
        EXPECT_NE(help.find(register_::word_for(*kind)), std::string::npos) << register_::word_for(*kind);
}

TEST_F(EveryTable, HasAPageForWhoMayChangeIt) {
    for (const auto& kind : tables_of(application.slices)) {
        const auto page = staff.get("/sundsvall" + std::string(kind->path()) + "/import");
        EXPECT_EQ(page.status, 200) << kind->key();
        const auto plan = staff.submit(page, {{"rows", csv_of(*kind, around(*kind))}}, "", "/import");
        EXPECT_TRUE(plan.says("0 new, 0 changed")) << kind->key() << plan.html;
        testing::PageClient guide(server);
        guide.cookies()["session"] = "guide";
        const bool may = kind->change() == http::Role::guide;
        EXPECT_EQ(guide.get("/sundsvall" + std::string(kind->path()) + "/import").status, may ? 200 : 404) << kind->key();
    }
}

}  // namespace
}  // namespace digilots::app
