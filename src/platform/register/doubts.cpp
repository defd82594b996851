#include "platform/register/doubts.h"

#include "platform/base/lists.h"
#include "platform/register/free_text.h"

namespace digilots::register_ {

namespace {

std::vector<std::string> all_doubts(const Register& declaration, const Surroundings& around, const Record& record) {
    Problems problems;
    if (declaration.doubts) declaration.doubts({record, {}, around}, problems);
    doubt_free_texts(declaration, {record, {}, around}, problems);
    std::vector<std::string> doubts;
    for (const auto& problem : problems)
        if (auto words = problem.words(*around.words); !base::holds(doubts, words)) doubts.push_back(std::move(words));
    return doubts;
}

}  // namespace

std::vector<std::string> doubts_about(const Register& declaration, const Surroundings& around, const Record* before,
                                      const Record& after) {
    auto doubts = all_doubts(declaration, around, after);
    if (before && !doubts.empty()) {
        const auto known = all_doubts(declaration, around, *before);
        std::erase_if(doubts, [&](const std::string& doubt) { return base::holds(known, doubt); });
    }
    return doubts;
}

std::vector<std::string> doubts_about(const Records& records, const Surroundings& around, const Record* before,
                                      const Draft& draft) {
    const auto& declaration = records.declaration();
    Problems problems;
    const auto after = records.read(around, draft, before ? *before : blank_record(declaration, around), problems);
    const auto others = declaration.size == Size::few ? records.all(around.municipality_id) : std::vector<Record>{};
    check_rules(declaration, before, {after, others, around}, problems);
    // Nobody is asked about what will be refused: what would stand in a circle.
    if (problems.empty() && !declaration.tree.parent.empty()) records.check_same(around, before, after, problems);
    return problems.empty() ? doubts_about(declaration, around, before, after) : std::vector<std::string>{};
}

}  // namespace digilots::register_
