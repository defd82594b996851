// A field that is called optional and that a rule asks for all the same, in some case, says in which: nobody learns it by being
// refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/town_for_tests.h"
#include "platform/base/lists.h"

namespace digilots::app {
namespace {

using register_::Draft, register_::Field, register_::Problems, register_::Record, register_::Register, register_::Surroundings;

/// What can be put into an input by itself.
std::set<std::string> to_try(const Field& field, const Surroundings& around) {
    std::set<std::string> values{"1", "2026-11-20", "9-12", "x"};
    for (const auto& part : field.type->form(field, {}, around))
        for (const auto& option : part.field.options) values.insert(option.value);
    return values;
}

std::set<std::string> asked_for(const Register& kind, const Draft& draft, const Surroundings& around) {
    Record record;
    Problems problems;
    const std::vector<Record> others;
    for (const auto& field : kind.fields) field.type->read(field, draft, around, record, problems);
    problems.clear();
    kind.rules({record, others, around}, problems);
    std::set<std::string> inputs;
    for (const auto& problem : problems)
        if (!draft.contains(problem.input)) inputs.insert(problem.input);
    return inputs;
}

const Field* field_of(const Register& kind, const std::string& input) {
    for (const auto& field : kind.fields)
        if (base::holds(field.type->inputs(field), input)) return &field;
    return nullptr;
}

class FieldsThatAreNeeded : public ::testing::Test, protected TownForTests {};

TEST_F(FieldsThatAreNeeded, SayWhenInTheirHint) {
    int found = 0;
    for (const auto& slice : application.slices)
        for (const auto* records : slice.registers) {
            const auto& kind = records->declaration();
            if (!kind.rules) continue;
            auto around = records->around("2281");
            around.today = *base::parse_date("2026-11-23");
            std::set<std::string> needed = asked_for(kind, {}, around);
            for (const auto& field : kind.fields)
                for (const auto& input : field.type->inputs(field))
                    for (const auto& value : to_try(field, around))
                        needed.merge(asked_for(kind, {{input, {value}}}, around));
            for (const auto& input : needed) {
                const auto* field = field_of(kind, input);
                if (field == nullptr || field->is_required) continue;
                ++found;
                EXPECT_NE(std::string_view(field->hint_text.id).find("eeded"), std::string_view::npos)
                    << kind.key << ": " << input << " is called optional, and asked for in some case: say when, in its hint";
            }
        }
    EXPECT_GE(found, 6) << "those that are known";
}

}  // namespace
}  // namespace digilots::app
