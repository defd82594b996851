// Three installations: two members with one of their own each, and the one where their network is served.
#include "app/networks_for_tests.h"
#include "platform/base/base64.h"
#include "platform/base/json.h"

namespace digilots::app {
namespace {

constexpr const char *timra = "2262", *sundsvall = "2281", *kramfors = "2282", *third_quarter = "2026-Q3";

struct Federation : ::testing::Test {
    base::TestClock clock{testing::at("2026-10-12T09:00:00Z")};
    InstallationForTests own{clock, {sundsvall}}, other{clock, {kramfors}}, centre{clock, {timra}};
    network::KeyPair own_keys = network::new_key_pair(), other_keys = network::new_key_pair();
    std::string own_key, other_key;

    Federation() {
        auto& municipalities = centre.application->municipalities;
        municipalities.save_network({"teo", "TEO", {timra, sundsvall, kramfors}, timra});
        municipalities.save_network({"norr", "Norr", {timra, sundsvall}, timra});
        own_key = add_key("teo", sundsvall, own_keys);
        other_key = add_key("teo", kramfors, other_keys);
        for (const char* day : {"2026-07-15", "2026-08-14", "2026-09-15"}) {
            own.log(sundsvall, day, 40, "print");
            other.log(kramfors, day, 30, "print");
        }
        own.log(sundsvall, "2026-09-15", 2, "bank");
        own.release();
        other.release();
    }
    std::string add_key(const char* network, const char* member, const network::KeyPair& keys) {
        return centre.add("network_key", timra, {{"title", {"Nyckel"}}, {"network", {network}}, {"member", {member}},
                                                 {"public_key", {keys.public_key}}});
    }
    std::string completeness(const char* period = third_quarter) {
        return centre.as("").send(http::Method::get, "/api/v1/networks/teo/completeness?period=" + std::string(period)).html;
    }
    void lock() {
        const std::string network = centre.application->municipalities.network("teo")->key;
        auto client = centre.as("2262/coordinator");
        const auto page = client.get("/timra/staff/networks/" + network + "/figures?period=2026-Q3");
        EXPECT_TRUE(client.submit(page, {{"period", third_quarter}}, "", "/lock").says("The period is locked.")) << page.html;
    }
    void revise(InstallationForTests& member) {
        EXPECT_FALSE(member.application->releases.revise(2026, "A desk had logged August twice").empty());
    }
};

TEST_F(Federation, AMemberSendsWhatIsReleasedAndNothingElse) {
    const auto file = own.aggregate(own_keys, sundsvall, third_quarter);
    const auto payload = network::read_payload(network::read_signed_file(file)->payload);
    ASSERT_TRUE(payload) << payload.error();
    EXPECT_GT(payload->suppressed, 0) << "two about banks are hidden";
    EXPECT_EQ(own.send_to(centre, file), 201);
    EXPECT_TRUE(completeness().find("\"reported\":1,\"expected\":3") != std::string::npos) << completeness();
    const auto page = centre.as("").get("/en/networks/teo/figures?period=2026-Q3");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("122")) << page.html;
    EXPECT_TRUE(page.says("2 members have not said anything: that is not zero."));
    EXPECT_TRUE(page.says("Not locked yet"));
}

TEST_F(Federation, WhatIsKnownOrLowerOrLockedIsAConflict) {
    const auto first = own.aggregate(own_keys, sundsvall, third_quarter);
    EXPECT_EQ(own.send_to(centre, first), 201);
    EXPECT_EQ(own.send_to(centre, first), 409) << "replayed";
    revise(own);
    EXPECT_EQ(own.send_to(centre, own.aggregate(own_keys, sundsvall, third_quarter)), 201) << "revision 2";
    EXPECT_EQ(own.send_to(centre, first), 409) << "lower";
    lock();
    EXPECT_EQ(other.send_to(centre, other.aggregate(other_keys, kramfors, third_quarter)), 409) << "locked, no revision";
    revise(other);
    EXPECT_EQ(other.send_to(centre, other.aggregate(other_keys, kramfors, third_quarter)), 201);
    const auto page = centre.as("").get("/en/networks/teo/figures?period=2026-Q3");
    EXPECT_TRUE(page.says("Corrected after the lock")) << page.html;
    EXPECT_TRUE(page.says("90, revision 2 after the lock. A desk had logged August twice"));
    EXPECT_NE(completeness().find("\"corrected_after_lock\":true"), std::string::npos);
}

TEST_F(Federation, WhatIsAlteredForeignOrUnknownIsRefused) {
    const auto file = *network::read_signed_file(own.aggregate(own_keys, sundsvall, third_quarter));
    auto altered = file;
    const auto at = altered.payload.find("122");
    ASSERT_NE(at, std::string::npos);
    altered.payload[at] = '9';
    EXPECT_EQ(own.send_to(centre, network::text_of(altered)), 422);
    auto as_other = file;
    as_other.member = kramfors;
    EXPECT_EQ(own.send_to(centre, network::text_of(as_other)), 422) << "of another member";
    as_other.key_id = network::key_id_of(other_keys.public_key);
    EXPECT_EQ(own.send_to(centre, network::text_of(as_other)), 422) << "with its key’s number";
    EXPECT_EQ(own.send_to(centre, own.aggregate(network::new_key_pair(), sundsvall, third_quarter)), 422) << "unknown key";
    EXPECT_EQ(own.send_to(centre, network::text_of(file), "norr"), 422) << "its key holds in another network";
    add_key("norr", sundsvall, own_keys);
    EXPECT_EQ(own.send_to(centre, network::text_of(file), "norr"), 422) << "it was signed for another network";
    EXPECT_EQ(other.send_to(centre, other.aggregate(other_keys, kramfors, third_quarter, "norr"), "norr"), 422) << "no member";
    EXPECT_EQ(own.send_to(centre, network::text_of(file), "none"), 404);
    EXPECT_EQ(own.send_to(centre, "{}"), 422);
    EXPECT_NE(completeness().find("\"reported\":0,\"expected\":3"), std::string::npos) << "nothing of it was kept";
    EXPECT_EQ(own.send_to(centre, network::text_of(file)), 201);
}

TEST_F(Federation, AMembersOwnHandCannotSignWhatIsTooSmall) {
    auto payload = network::payload_of(own.application->releases, "teo", sundsvall, *periods::read(third_quarter));
    payload.rows.front().value.count = 2;
    EXPECT_EQ(own.send_to(centre, network::text_of(network::signed_with(own_keys.secret_key, payload))), 422);
    payload.rows.front().value.count = 122;
    payload.period = "2026-Q4";
    EXPECT_EQ(own.send_to(centre, network::text_of(network::signed_with(own_keys.secret_key, payload))), 422) << "not over";
    payload.period = third_quarter;
    payload.reason = "Ring 070-123 45 67";
    EXPECT_EQ(own.send_to(centre, network::text_of(network::signed_with(own_keys.secret_key, payload))), 422);
}

TEST_F(Federation, FilesAreFetchedWhereMembersOfferThem) {
    for (const auto& [member, keys, address] : {std::tuple(sundsvall, &own_keys, "https://own.example/"),
                                                {kramfors, &other_keys, "https://other.example"}})
        ASSERT_NE(centre.add("network_key", timra, {{"title", {"Nyckel"}}, {"network", {"teo"}}, {"member", {member}},
                                                    {"public_key", {keys->public_key}}, {"address", {address}}}),
                  "");
    const auto file = own.aggregate(own_keys, sundsvall, third_quarter);
    ASSERT_TRUE(network::offer_file(own.application->database, clock, file));
    EXPECT_FALSE(network::offer_file(own.application->database, clock, "{}"));
    const network::FetchFile fetch = [&](const std::string& url) -> base::Result<std::string, std::string> {
        auto& whose = url.starts_with("https://own.example/api/") ? own : other;
        const auto answer = whose.as("").send(http::Method::get, url.substr(url.find("/api/")));
        if (answer.status != 200) return base::failure("It answered " + std::to_string(answer.status));
        return answer.html;
    };
    auto& here = *centre.application;
    const auto pull = [&] {
        return network::pull_files(here.database, clock, here.municipalities, here.releases, *here.municipalities.network("teo"),
                                   third_quarter, fetch);
    };
    const auto first = pull();
    ASSERT_EQ(first.size(), 2U);
    EXPECT_EQ(first[0].status, 201) << first[0].why;
    EXPECT_EQ(first[1].status, 0) << "it offers nothing";
    EXPECT_EQ(pull()[0].status, 409) << "known";
    EXPECT_TRUE(completeness().contains("\"reported\":1,\"expected\":3")) << completeness();
    ASSERT_TRUE(network::offer_file(other.application->database, clock, other.aggregate(own_keys, kramfors, third_quarter)));
    EXPECT_EQ(pull()[1].status, 422) << "not its own key";
}

TEST_F(Federation, ExamplesOfMembersComeIntoTheListOfWhoLeadsOnce) {
    own.application->municipalities.save_network({"teo", "TEO", {sundsvall, timra}, timra});
    for (const char* title : {"Coffee with the phone", "Ring 070-123 45 67"})
        own.add("good_example", sundsvall, {{"title", {title}}, {"shared", {"all"}}, {"tags", {"phone\ncoffee"}}});
    own.add("good_example", sundsvall, {{"title", {"For the network alone"}}, {"shared", {"network"}}});
    centre.add("network_key", timra, {{"title", {"Nyckel"}}, {"network", {"teo"}}, {"member", {sundsvall}},
                                      {"public_key", {own_keys.public_key}}, {"address", {"https://own.example"}}});
    const network::FetchFile fetch = [&](const std::string& url) -> base::Result<std::string, std::string> {
        return own.as("").send(http::Method::get, url.substr(url.find("/api/"))).html;
    };
    auto& examples = centre.records("outside_example");
    const auto teo = *centre.application->municipalities.network("teo");
    const auto pulled = network::pull_examples(examples, teo, fetch);
    ASSERT_EQ(pulled.size(), 1U);
    EXPECT_EQ(pulled[0].why, "");
    EXPECT_EQ(pulled[0].added, 1);
    const auto own_list = examples.list(examples.around(timra), {}, 10, 0);
    ASSERT_EQ(own_list.found, 1);
    EXPECT_EQ(own_list.records.front().text("municipality"), "Sundsvall");
    EXPECT_EQ(network::pull_examples(examples, teo, fetch)[0].known, 1) << "once";
    const network::FetchFile nonsense = [](const std::string&) -> base::Result<std::string, std::string> { return "<html>"; };
    EXPECT_NE(network::pull_examples(examples, teo, nonsense)[0].why, "");
}

TEST(Fetching, IsForAddressesWhereNobodyListens) {
    for (const char* safe : {"https://own.example/", "http://127.0.0.1:8080/", "http://localhost/x"})
        EXPECT_TRUE(network::is_safe_to_fetch(safe)) << safe;
    for (const char* unsafe : {"http://own.example/", "http://127.0.0.1.example/", "http://127.0.0.1:x@own.example/", "file:///etc"})
        EXPECT_FALSE(network::is_safe_to_fetch(unsafe)) << unsafe;
}

TEST_F(Federation, AKeyIsChangedAndTheOldOneHoldsNoMore) {
    auto& keys = centre.records("network_key");
    ASSERT_TRUE(keys.set_use(keys.around(timra), own_key, register_::Records::Use::ended, "anna", base::Seen::anything()));
    EXPECT_EQ(own.send_to(centre, own.aggregate(own_keys, sundsvall, third_quarter)), 422);
    const auto fresh = network::new_key_pair();
    add_key("teo", sundsvall, fresh);
    EXPECT_EQ(own.send_to(centre, own.aggregate(fresh, sundsvall, third_quarter)), 201);
    // Of one who does not lead the network no key holds.
    centre.application->municipalities.activate(kramfors,
                                                municipality::default_settings(*municipality::Municipalities::find(kramfors)));
    const auto theirs = network::new_key_pair();
    centre.add("network_key", kramfors, {{"title", {"Nyckel"}}, {"network", {"teo"}}, {"member", {sundsvall}},
                                         {"public_key", {theirs.public_key}}});
    revise(own);
    EXPECT_EQ(own.send_to(centre, own.aggregate(theirs, sundsvall, third_quarter)), 422);
    EXPECT_EQ(other.send_to(centre, other.aggregate(other_keys, kramfors, third_quarter)), 422)
        << "served here now: its figures are approved here";
}

}  // namespace
}  // namespace digilots::app
