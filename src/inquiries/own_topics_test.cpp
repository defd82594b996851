// A municipality's own topics at the desk, in the log, in the API and in the figures.
#include <gtest/gtest.h>

#include <algorithm>

#include "inquiries/asked_fields.h"
#include "inquiries/desk_page.h"
#include "inquiries/log_for_tests.h"
#include "inquiries/inquiry_form.h"

namespace digilots::inquiries {
namespace {

class OwnTopics : public ::testing::Test, protected LogForTests {
protected:
    const i18n::Translator& english = i18n::translator("en");
    std::string skoter = add("2281", "Skoterleder", "bus_card");

    std::string add(const char* municipality, const char* label, const char* maps_to) {
        return own_topics.add(municipality, {"", label, maps_to, {}, false}, "admin").value();
    }
    std::string log(std::vector<std::string> topics, const http::Tenant& tenant = sundsvall) {
        Inquiry inquiry = a_visit(std::move(topics));
        if (tenant.id != sundsvall.id) inquiry.place.clear();
        EXPECT_TRUE(inquiries.validate(tenant, inquiry, english).empty());
        return inquiries.log(tenant, inquiry, "guide", "", "").value().id;
    }
    std::int64_t counted(const std::string& topic, std::vector<std::string> municipalities = {"2281"}) {
        return total("inquiries", "2026-11-01", "2026-11-30", {{"topic", topic}}, std::move(municipalities));
    }
    void hide(const std::string& key) {
        auto topic = *taxonomy::find_own(*own_topics.of("2281"), key);
        topic.hidden = true;
        ASSERT_TRUE(own_topics.change("2281", topic, 0, "admin"));
    }
};

TEST_F(OwnTopics, count_under_themselves_and_under_the_shared_topic_and_once_in_the_total) {
    const auto id = log({skoter});
    EXPECT_EQ(counted(skoter), 1);
    EXPECT_EQ(counted("bus_card"), 1);
    EXPECT_EQ(total("inquiries", "2026-11-01", "2026-11-30"), 1);
    log({skoter, "bus_card"});
    EXPECT_EQ(counted("bus_card"), 2) << "said twice, counted once";
    EXPECT_TRUE(inquiries.check_counts().empty());
    inquiries.remove(sundsvall, id, "guide");
    EXPECT_EQ(counted(skoter), 1);
    EXPECT_EQ(counted("bus_card"), 1);
}

TEST_F(OwnTopics, moving_one_to_another_shared_topic_leaves_what_was_counted) {
    log({skoter});
    auto topic = *taxonomy::find_own(*own_topics.of("2281"), skoter);
    topic.maps_to = "property";
    ASSERT_TRUE(own_topics.change("2281", topic, 0, "admin"));
    log({skoter});
    EXPECT_EQ(counted("bus_card"), 1);
    EXPECT_EQ(counted("property"), 1);
    EXPECT_EQ(counted(skoter), 2);
    EXPECT_TRUE(inquiries.check_counts().empty());
}

TEST_F(OwnTopics, are_unknown_in_another_municipality) {
    Inquiry inquiry = a_visit({skoter});
    inquiry.place.clear();
    const auto errors = inquiries.validate(harnosand, inquiry, english);
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors.front().first, "topics");
}

TEST_F(OwnTopics, stand_under_the_shared_topic_alone_among_several_municipalities) {
    add("2280", "Skoterleder", "bank");
    log({skoter});
    log({"own_skoterleder"}, harnosand);
    const auto rows = figures("inquiries", "2026-11-01", "2026-11-30", {"topic"}, {}, {"2281", "2280"});
    std::string found;
    for (const auto& row : rows) found += row.dimensions.at("topic") + " ";
    EXPECT_EQ(found, "bank bus_card ");
}

TEST_F(OwnTopics, correcting_another_field_keeps_both_and_names_only_that_field) {
    auto inquiry = *inquiries.find(sundsvall, log({skoter}));
    EXPECT_EQ(inquiry.topics, (std::vector<std::string>{skoter, "bus_card"}));
    inquiry.topics = taxonomy::without_shared(*own_topics.of("2281"), inquiry.topics);
    inquiry.minutes = 20;
    ASSERT_TRUE(inquiries.correct(sundsvall, inquiry, "guide"));
    EXPECT_EQ(inquiries.find(sundsvall, inquiry.id)->topics, (std::vector<std::string>{skoter, "bus_card"}));
    inquiry.topics = {"print"};
    ASSERT_TRUE(inquiries.correct(sundsvall, inquiry, "guide"));
    EXPECT_EQ(counted("bus_card"), 0);
    EXPECT_EQ(counted(skoter), 0);
}

TEST_F(OwnTopics, that_are_added_or_hidden_move_no_button_of_the_desk_where_nobody_gave_them_one) {
    const auto before = desk_topics(Inside::service(inquiries), harnosand, "");
    EXPECT_EQ(before.size(), 10U);
    add("2280", "Anslutning", "apps");
    for (int at = 0; at < 5; ++at) add("2280", ("Fine " + std::to_string(at)).c_str(), "bank");
    EXPECT_EQ(desk_topics(Inside::service(inquiries), harnosand, ""), before);
    EXPECT_EQ(desk_topics(Inside::service(inquiries), sundsvall, ""), before) << "the same in each municipality";
}

TEST_F(OwnTopics, the_desk_offers_one_that_has_a_button_until_it_is_hidden) {
    auto& service = Inside::service(inquiries);
    const auto seen = base::Seen::mark(mark_of_settings(desk_settings(service, sundsvall.id, "")));
    ASSERT_TRUE(save_desk_settings(service, sundsvall.id, "", DeskSettings{{}, {"print", skoter}}, "admin", seen));
    const auto offered = [&] { return std::ranges::count(desk_topics(service, sundsvall, ""), skoter) == 1; };
    EXPECT_TRUE(offered());
    log({skoter});
    hide(skoter);
    EXPECT_FALSE(offered());
    EXPECT_TRUE(inquiries.validate(sundsvall, a_visit({skoter}), english).empty()) << "programs that send it are understood";
}

TEST_F(OwnTopics, stand_above_the_shared_ones_while_they_are_few_and_behind_theirs_when_they_are_many) {
    const auto option_of = [&](std::string_view key) {
        const auto options = topic_options("", "None", *own_topics.of("2281"), english);
        const auto found = std::ranges::find(options, key, &html::components::Option::value);
        return std::pair(found->label, found->group);
    };
    EXPECT_EQ(option_of(skoter), (std::pair<std::string, std::string>("Skoterleder", "Your own topics")));
    EXPECT_EQ(option_of("print").second, "Print, scan and copy");
    EXPECT_EQ(option_of("printing").second, "Print, scan and copy") << "the whole group can be chosen, too";
    EXPECT_EQ(option_of("other").second, "");
    for (int at = 0; at < 20; ++at) add("2281", ("Fine " + std::to_string(at)).c_str(), "bank");
    EXPECT_EQ(option_of(skoter).first, "Bus card and travel › Skoterleder");
    EXPECT_EQ(option_of(skoter).second, "Municipal services");
}

TEST_F(OwnTopics, figures_and_lists_say_their_names) {
    const auto label = measures::dimension_label(measure("inquiries"), "topic", skoter, "2281", english);
    EXPECT_EQ(label, "Skoterleder (own topic)");
    EXPECT_EQ(topic_labels({skoter, "bus_card", "print"}, *own_topics.of("2281"), english), "Skoterleder, Print");
}

}  // namespace
}  // namespace digilots::inquiries
