// What was said of a campaign week: by which way, when, and to how many where it is known.
#include "activities/campaigns.h"

#include <map>

#include "activities/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/register/days_and_hours.h"
#include "platform/register/free_text.h"
#include "platform/register/through.h"
#include "platform/register/types.h"
#include "platform/register/unit_rule.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

using namespace register_;

constexpr std::int64_t most_reached = 10'000'000, most_weeks_to_choose = 500;

std::vector<Choice> ways_to_say(const Surroundings& around) {
    std::vector<Choice> choices;
    for (const auto& one : taxonomy::terms(taxonomy::List::found_us)) choices.push_back({one.key, around.t(one.label)});
    return choices;
}

void check_message(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"message"}, problems);
    // How many it reached is known once it was said.
    if (checked.record.whole("reached")) check_has_been(checked, "said_on", problems);
}

}  // namespace

std::string message_as_line(const db::Row& row, const html::Page& page) {
    const auto& words = page.translator();
    const auto reached = row.get<std::optional<std::int64_t>>("reached");
    return page.t("{channel}, {date}: {message} ({reached})",
                  {{"date", words.date(base::parse_date(row.text("said_on")).value_or(base::Date{}))},
                   {"channel", taxonomy::label(taxonomy::List::found_us, row.text("channel"), words)},
                   {"message", row.text("message")},
                   {"reached", reached ? page.tn("reached {n}", "reached {n}", *reached) : page.t("reach not known")}});
}

Others with_campaign_weeks(Others others, const Records& campaigns) {
    const auto all_of = [&campaigns](const Surroundings& around) {
        return campaigns.list(around, {.sort = "first_day", .is_descending = true, .with_ended = true}, most_weeks_to_choose, 0)
            .records;
    };
    others.links["activities.campaign_week"] = {
        .choices =
            [&campaigns, all_of](const Surroundings& asked) {
                const auto around = campaigns.around(asked.municipality_id);
                std::vector<Choice> choices;
                for (const auto& week : all_of(around)) choices.push_back({.key = week.id, .label = week.text("title")});
                return choices;
            },
        .path = "/staff/campaigns/"};
    auto units = others.links.at("organisation.unit");
    const auto below = units.within;
    units.is_scope = false;
    units.within = [&campaigns, all_of, below](const Surroundings& around, std::string_view unit) {
        const auto wanted = unit == of_no_unit ? std::vector<std::string>{""} : below(around, unit);
        std::vector<std::string> ids;
        for (const auto& week : all_of(campaigns.around(around.municipality_id)))
            if (base::holds(wanted, week.text("unit"))) ids.push_back(week.id);
        return ids;
    };
    others.links["activities.unit_of_campaign"] = std::move(units);
    others.unit_of = [&campaigns](const Record& message, std::string_view municipality_id) -> std::string {
        const auto week = campaigns.find(municipality_id, message.text("campaign"));
        return week ? week->text("unit") : "";
    };
    return others;
}

Register campaign_message_register() {
    return {.key = "campaign_message",
            .table = "activities_campaign_message",
            .names = {TEXT("Messages of campaign weeks"), TEXT("Message of a campaign week")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/campaign-messages",
            .above = {{TEXT("Campaign weeks"), "/staff/campaigns"}},
            .fields = {link("campaign", TEXT("Campaign week"), "activities.campaign_week")
                           .required()
                           .listed()
                           .filter()
                           .from_address("campaign")
                           .when_wrong(TEXT("Choose a campaign week from the list.")),
                       text("message", TEXT("What was said"))
                           .required()
                           .listed()
                           .hint(TEXT("Such as: come and ask about BankID, with times and places. Never who.")),
                       term("channel", TEXT("Where it was said"), ways_to_say)
                           .required()
                           .listed()
                           .filter()
                           .when_missing(TEXT("Choose where it was said.")),
                       date("said_on", TEXT("Said on")).required().listed().newest_first(),
                       whole_number("reached", TEXT("How many it reached"), 0, most_reached)
                           .listed()
                           .hint(TEXT("As far as it is known, such as copies handed out or views. Left empty it is not known.")),
                       unit_through({{"campaign", "activities.unit_of_campaign"}})},
            .rules = check_message,
            .words = {.about = TEXT("What was said of a campaign week, where and when, and how many it reached. Staff alone see "
                                    "it; it stands on the page of the week, too."),
                      .caption = TEXT("Messages of campaign weeks"),
                      .empty = TEXT("No message is written down yet."),
                      .add = TEXT("Write down a message")}};
}

void tell_messages(const Activities::Implementation& self, const Record& campaign, const html::Page& page, More& more) {
    const auto& tenant = page.request().tenant->id;
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::messages_of_campaign, tenant, campaign.id); });
    const auto of_it = page.tenant_url("/staff/campaign-messages");
    if (!rows.empty()) more.links.push_back({page.t("Its messages"), of_it + "?campaign=" + campaign.id});
    more.links.push_back({page.t("Write down a message"), of_it + "/new?campaign=" + campaign.id});
    More::Part part{page.t("Messages"), {}};
    std::int64_t reached = 0, unknown = 0;
    std::map<std::string, std::int64_t> by_way;
    for (const auto row : rows) {
        const auto number = row.get<std::optional<std::int64_t>>("reached");
        reached += number.value_or(0);
        unknown += number ? 0 : 1;
        ++by_way[row.text("channel")];
        part.lines.push_back(message_as_line(row, page));
    }
    if (rows.empty()) {
        part.lines.push_back(page.t("No message is written down yet."));
    } else {
        auto sum = page.tn("{n} message", "{n} messages", std::ssize(rows)) + ", " +
                   page.tn("{n} way", "{n} ways", std::ssize(by_way));
        if (unknown < std::ssize(rows)) sum += ", " + page.tn("reached {n}", "reached {n}", reached);
        if (unknown > 0) sum += ", " + page.tn("of {n} it is not known", "of {n} it is not known", unknown);
        part.lines.insert(part.lines.begin(), std::move(sum));
    }
    more.above.push_back(std::move(part));
}

}  // namespace digilots::activities
