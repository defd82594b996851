// Where a document parts.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "platform/print/pieces.h"

namespace digilots::print {

namespace {

Piece piece(double height, bool keeps_next = false, double before = 0) {
    return {before, height, keeps_next};
}

std::vector<std::size_t> sizes_of(const std::vector<Page>& pages) {
    std::vector<std::size_t> sizes;
    for (const auto& page : pages) sizes.push_back(page.size());
    return sizes;
}

TEST(BreakPages, AHeadingGoesWithWhatFollows) {
    EXPECT_EQ(sizes_of(break_pages({piece(60), piece(30, true), piece(20)}, 100)),
              (std::vector<std::size_t>{1, 2}));
    EXPECT_EQ(sizes_of(break_pages({piece(50), piece(30, true), piece(20)}, 100)),
              (std::vector<std::size_t>{3}));
}

TEST(BreakPages, RoomAboveIsNoneAtTheHead) {
    const auto pages = break_pages({piece(90), piece(20, false, 15)}, 100);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[1][0].before, 0);
}

TEST(BreakPages, WhatNoPageHoldsIsParted) {
    std::vector<Piece> pieces;
    for (int at = 0; at < 10; ++at) pieces.push_back(piece(30, true));
    EXPECT_EQ(sizes_of(break_pages(std::move(pieces), 100)), (std::vector<std::size_t>{3, 3, 3, 1}));
    EXPECT_EQ(sizes_of(break_pages({piece(500), piece(10)}, 100)), (std::vector<std::size_t>{1, 1}));
}

TEST(BreakPages, NothingIsLostAndNothingStandsBelowThePaper) {
    std::mt19937 random(4711);
    for (int turn = 0; turn < 300; ++turn) {
        std::vector<Piece> pieces;
        const auto repeated = std::make_shared<const Piece>(piece(8));
        const auto count = random() % 60;
        for (std::size_t at = 0; at < count; ++at) {
            pieces.push_back(piece(1 + static_cast<double>(random() % 60), random() % 3 == 0,
                                   static_cast<double>(random() % 9)));
            if (random() % 2 == 0) pieces.back().repeated = repeated;
        }
        std::size_t found = 0;
        for (const auto& page : break_pages(pieces, 100)) {
            double used = 0;
            for (const auto& one : page) {
                used += one.before + one.height;
                if (one.height != 8 || one.repeated || one.keeps_next) ++found;
            }
            EXPECT_LE(used, 100.1);
        }
        EXPECT_LE(found, count);
        EXPECT_GE(found + static_cast<std::size_t>(std::ranges::count_if(pieces,
                                                                         [](const Piece& one) {
                                                                             return one.height == 8 &&
                                                                                    !one.repeated &&
                                                                                    !one.keeps_next;
                                                                         })),
                  count);
    }
}

}  // namespace

}  // namespace digilots::print
