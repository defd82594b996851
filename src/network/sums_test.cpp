// Sums over members by topic: what is told, and who is not known.
#include "network/sums.h"

#include <gtest/gtest.h>

namespace digilots::network {
namespace {

using releases::Shown, releases::Value;

Approved said(std::vector<PayloadRow> rows) {
    Approved one;
    one.payload.rows = std::move(rows);
    return one;
}

TEST(Sums, AreOfWhatEachSaidLastAndOfNobodyWhoIsHiddenOrSilent) {
    PeriodState state;
    const PayloadRow total{"total", "*", {Shown::count, 90}};
    state.approved["a"] = {said({total, {"topic", "bank", {Shown::count, 500}}}),
                           said({total, {"topic", "bank", {Shown::count, 20}}, {"topic", "print", {Shown::count, 40}}})};
    state.approved["b"] = {said({total, {"topic", "bank", {Shown::count, 7}}, {"topic", "print", {Shown::hidden}}})};
    state.approved["c"] = {said({total, {"topic", "tax", {Shown::withheld}}})};
    state.approved["left"] = {said({total, {"topic", "bank", {Shown::count, 1000}}})};
    const auto sums = sums_of(state, {"a", "b", "c", "d"}, "topic");
    EXPECT_EQ(sums, (std::vector<TermSum>{{"print", 40, 1, 1, 2}, {"bank", 27, 2, 0, 2}, {"tax", 0, 0, 1, 3}}));
    EXPECT_TRUE(sums_of(state, {"a", "b", "c", "d"}, "channel").empty());
    EXPECT_TRUE(sums_of(state, {"d"}, "topic").empty());
}

TEST(Sums, OfTermsThatNoCodeListHasAreNotTakenIn) {
    Payload payload;
    payload.rows = {{"total", "*", {Shown::count, 90}}, {"topic", "bank", {Shown::count, 20}}, {"topic", "", {Shown::hidden}},
                    {"together", "bank+", {Shown::count, 9}}};
    EXPECT_TRUE(has_known_terms(payload));
    for (const PayloadRow& row : {PayloadRow{"topic", "Anna Svensson", {}}, PayloadRow{"total", "bank", {}},
                                  PayloadRow{"body_barrier", "Anna+Svensson", {}}}) {
        auto other = payload;
        other.rows.push_back(row);
        EXPECT_FALSE(has_known_terms(other)) << row.term;
    }
}

}  // namespace
}  // namespace digilots::network
