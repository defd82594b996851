// Whatever people put in words, in whichever register: no number of a person, a card or an account stands in it, and what may be
// somebody's own is asked about. Without a line of its own for any register.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/town_for_tests.h"
#include "platform/base/text.h"
#include "platform/register/doubts.h"
#include "platform/register/free_text.h"
#include "platform/register/table_kind.h"
#include "platform/tables/read_table.h"

namespace digilots::app {
namespace {

constexpr const char* town = "2281";

/// What a form can say of a field.
struct Input {
    const register_::Records* records;
    const register_::Field* field;
    std::string name;
    std::string where() const {
        return std::string(records->declaration().key) + ": " + std::string(field->name) + ": " + name;
    }
};
/// What became of words that somebody put there, and nowhere else.
struct Became {
    register_::Record record;
    std::size_t refused = 0, doubts = 0;
    bool stands(std::string_view words) const {
        const auto holds = [&](const auto& column) { return record.as_text(column.first).contains(words); };
        return std::ranges::any_of(record.columns, holds);
    }
};

class FreeTexts : public ::testing::Test, public TownForTests {
protected:
    std::vector<Input> inputs() const {
        std::vector<Input> all;
        for (const auto* records : all_of(application.slices, &Slice::registers))
            for (const auto& field : records->declaration().fields)
                for (const auto& input : field.type->inputs(field)) all.push_back({records, &field, input});
        return all;
    }
    static Became write(const Input& input, const std::string& words) {
        const auto& [records, field, name] = input;
        const auto around = records->around(town);
        const auto blank = register_::blank_record(records->declaration(), around);
        register_::Problems problems, doubts;
        register_::Draft draft = records->draft_of(blank, around);
        if (name.ends_with("_name")) draft[name.substr(0, name.size() - 4) + "type"] = {"tablet"};
        draft[name] = {words};
        Became became{records->read(around, draft, blank, problems)};
        register_::check_rules(records->declaration(), nullptr, {became.record, {}, around}, problems);
        // Of a list of rows the first that is filled in comes first, wherever it was typed.
        const auto is_of = [&](const register_::Problem& problem) {
            return problem.input == name || (name.starts_with("aid_") && problem.input.starts_with("aid_"));
        };
        became.refused = static_cast<std::size_t>(std::ranges::count_if(problems, is_of));
        became.doubts = register_::doubts_about(records->declaration(), around, nullptr, became.record).size();
        return became;
    }
    /// How many inputs take words as they are.
    template <class Expect>
    std::size_t each_that_takes(const std::string& words, Expect expect) const {
        std::size_t taking = 0;
        for (const auto& input : inputs()) {
            const auto became = write(input, words);
            if (!became.stands(words)) continue;
            ++taking;
            expect(input, became);
        }
        return taking;
    }
};

TEST_F(FreeTexts, HoldNoNumberOfAPersonACardOrAnAccount) {
    for (const auto* number : {"personnr 850709-9805", "4111 1111 1111 1111", "SE35 5000 0000 0549 1000 0003"}) {
        const auto taking = each_that_takes(number, [&](const Input& input, const Became& became) {
            EXPECT_EQ(became.refused, 1u) << input.where() << ": " << number;
        });
        EXPECT_GT(taking, 60u) << number;
    }
}

TEST_F(FreeTexts, AreAskedAboutWhatMayBeSomebodysOwn) {
    // Where a number or an address belongs.
    const std::set<std::string> reached{"municipality: phone: phone", "place: phone: phone", "call_back: contact: contact"};
    std::vector<std::string> silent;
    for (const auto* own : {"Ring Sofia Lind", "070-174 06 44", "sofia.lind@gmail.com"}) {
        const auto taking = each_that_takes(own, [&](const Input& input, const Became& became) {
            if (became.refused + became.doubts > 0 || reached.contains(input.where())) return;
            if (input.field->is_asked_about) silent.push_back(input.where() + ": " + own);
        });
        EXPECT_GT(taking, 50u) << own;
    }
    EXPECT_EQ(silent, std::vector<std::string>{});
}

TEST_F(FreeTexts, AreNotAskedAboutWhatIsOrdinary) {
    for (const auto* ordinary : {"Ring växeln 060-19 10 00", "Skriv till bygglov@sundsvall.se", "kl 10.00-12.30, 14 platser",
                                 "Torget, hus 3, dnr KS 2026-1182"})
        each_that_takes(ordinary, [&](const Input& input, const Became& became) {
            EXPECT_EQ(became.doubts, 0u) << input.where() << ": " << ordinary;
        });
}

TEST_F(FreeTexts, AreAskedAboutOnceOnAPage) {
    const auto form = staff.get("/sundsvall/staff/systems/new");
    const testing::FormFields typed{{"title", "Skolplattformen"}, {"purpose", "Ring Sofia Lind, 070-174 06 44"}};
    const auto asked = staff.submit(form, typed, "", "/staff/systems/new");
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("“Sofia Lind” may be a person’s name")) << asked.html;
    EXPECT_TRUE(asked.says("“070-174 06 44” may be a person’s own mobile phone"));
    EXPECT_TRUE(asked.says("Ring Sofia Lind, 070-174 06 44")) << "what was typed stands there";
    EXPECT_EQ(staff.submit(asked, {}, "", "/staff/systems/new").status, 200);

    const auto refused = staff.submit(form, {{"title", "Anna 850709-9805"}}, "", "/staff/systems/new");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("looks like a number of a person")) << refused.html;
}

TEST_F(FreeTexts, OfATableAreToldOfByTheCommandToo) {
    for (auto& kind : tables_of(application.slices)) {
        if (kind->key() != "contact") continue;
        const auto table = tables::read_table("Funktion;Anteckningar för personal\nVäxeln;Ring Sofia Lind, 070-174 06 44\n"
                                              "Bygglov;fråga efter 850709-9805\n");
        const auto tenant = *application.municipalities.find_tenant("sundsvall");
        const auto plan = kind->plan(*table, kind->around(tenant, i18n::translator("sv"), nullptr), {});
        ASSERT_EQ(plan.rows.size(), 2u) << plan.fault;
        EXPECT_EQ(plan.rows[0].doubts.size(), 2u);
        EXPECT_EQ(plan.rows[1].kind, register_::PlannedRow::Kind::refused);
    }
}

}  // namespace
}  // namespace digilots::app
