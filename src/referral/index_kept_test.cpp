// The index follows what it is made from, and nothing is written into it for nothing.
#include <gtest/gtest.h>

#include "platform/audit/audit.h"
#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/search/index.h"
#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

/// Counts what is written.
class CountingIndex final : public search::Index {
public:
    explicit CountingIndex(search::Index& counted) : counted_(counted) {}

    search::Result find(const search::Query& query) const override { return counted_.find(query); }
    void put(const std::vector<search::Document>& documents) override {
        if (fails) throw search::IndexError("no room");
        ++puts;
        counted_.put(documents);
    }
    void remove(const std::vector<std::string>& ids) override { counted_.remove(ids); }
    void rebuild(const std::function<void(const std::function<void(const search::Document&)>&)>& fill) override {
        ++rebuilds;
        counted_.rebuild(fill);
    }
    std::size_t size() const override { return counted_.size(); }
    std::vector<std::string> left_out() const override { return counted_.left_out(); }
    std::string note(const std::string& key) const override { return counted_.note(key); }
    void set_note(const std::string& key, const std::string& value) override { counted_.set_note(key, value); }
    void set_synonyms(const std::vector<std::vector<std::string>>& groups) override { counted_.set_synonyms(groups); }

    int puts = 0, rebuilds = 0;
    bool fails = false;

private:
    search::Index& counted_;
};

/// The demo's, where the office that was to open in June 2023 opens in June 2027.
std::string mapping_with_a_planned_place() {
    std::string mapping(*base::embedded_file("data/demo/mapping.json"));
    const std::string opened = "\"opens_from\": \"2023-06\"";
    const auto at = mapping.find(opened);
    ENSURE(at != std::string::npos);
    return mapping.replace(at, opened.size(), "\"opens_from\": \"2027-06\"");
}

struct IndexKept : ::testing::Test, DemoMunicipalities {
    IndexKept() : DemoMunicipalities("2026-11-23T09:00:00Z", mapping_with_a_planned_place()) {
        search_all();
        counting.puts = 0;
    }

    void search_all() {
        for (const auto& one : municipalities.active()) counted->search(tenant(one.slug), "bankid", i18n::translator("sv"));
    }
    void set_phone(const std::string& phone) {
        auto settings = municipalities.settings("2281");
        settings.phone = phone;
        municipalities.save_settings("2281", settings);
    }

    CountingIndex counting{*index};
    std::unique_ptr<Referral> counted =
        std::make_unique<Referral>(*database, versions, *directory, counting, municipalities, own_topics, clock);
};

TEST_F(IndexKept, ASaveInOneMunicipalityIndexesThatOneAlone) {
    set_phone("060-19 10 00");
    search_all();
    EXPECT_EQ(counting.puts, 1);
    counted->refresh();
    EXPECT_EQ(counting.puts + counting.rebuilds, 1) << "up to date";
}

TEST_F(IndexKept, MidnightIndexesNobodyButWhereAPlannedPlaceOpens) {
    clock.set(testing::at("2026-11-24T09:00:00Z"));
    search_all();
    EXPECT_EQ(counting.puts, 0);
    clock.set(testing::at("2027-05-31T21:59:00Z"));
    search_all();
    EXPECT_EQ(counting.puts, 0);
    clock.set(testing::at("2027-05-31T22:01:00Z"));
    search_all();
    EXPECT_EQ(counting.puts, 1) << "Ånge, where the planned office opens in June";
    clock.set(testing::at("2027-06-02T09:00:00Z"));
    search_all();
    EXPECT_EQ(counting.puts, 1);
}

TEST_F(IndexKept, IsCatchingUpForSomeMinutesAfterAChangeAndBehindAfterwards) {
    counted->refresh();
    EXPECT_TRUE(counted->index_is_current());
    set_phone("060-19 10 00");
    database->write([&](db::Connection& connection) {
        audit::record(connection, {"2281", "anna", "settings changed", "municipality:2281", ""}, clock.now());
        return 0;
    });
    EXPECT_FALSE(counted->index_is_current());
    EXPECT_TRUE(counted->index_is_catching_up());
    clock.advance(std::chrono::minutes(10));
    EXPECT_FALSE(counted->index_is_catching_up());
    counted->refresh();
    EXPECT_TRUE(counted->index_is_current());
}

TEST_F(IndexKept, WhatTheIndexCannotTakeKeepsNobodyFromSearching) {
    counting.fails = true;
    set_phone("060-19 10 00");
    const auto answer = counted->search(tenant("sundsvall"), "bankid", i18n::translator("sv"));
    EXPECT_FALSE(answer.hits.empty());
    EXPECT_FALSE(answer.is_whole) << "not to be kept";
    counting.fails = false;
    EXPECT_TRUE(counted->search(tenant("sundsvall"), "bankid", i18n::translator("sv")).is_whole);
}

}  // namespace
}  // namespace digilots::referral
