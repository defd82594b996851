#include "referral/referral_store.h"

#include <array>

#include "platform/base/ensure.h"
#include "platform/base/time.h"
#include "referral/sql.h"

namespace digilots::referral {
namespace {

constexpr std::array outcomes{ReferralOutcome::unknown, ReferralOutcome::reached, ReferralOutcome::answered,
                              ReferralOutcome::bounced};

Referred read(const db::Row& row) {
    Referred referred;
    referred.id = row.text("id");
    const auto at = base::parse_utc(row.text("at"));
    ENSURE(at);
    referred.at = *at;
    referred.from_place = row.text("from_place");
    referred.target_kind = row.text("target_kind");
    referred.target_id = row.text("target_id");
    referred.target_title = row.text("target_title");
    referred.topic = row.text("topic");
    referred.handover = handover_named(row.text("handover"));
    referred.reason = row.text("reason");
    referred.outcome = outcome_named(row.text("outcome")).value_or(ReferralOutcome::unknown);
    referred.inquiry_id = row.text_or_empty("inquiry_id");
    referred.follows = row.text("follows");
    referred.onward = row.text_or_empty("onward");
    referred.asker = row.text("asker");
    return referred;
}

std::optional<std::string> between_commas(const std::optional<std::vector<std::string>>& places) {
    if (!places) return std::nullopt;
    std::string all = ",";
    for (const auto& place : *places) all += place + ",";
    return all;
}

}  // namespace

std::string_view name_of(Handover handover) {
    if (handover == Handover::unstated) return "";
    return handover == Handover::warm ? "warm" : "cold";
}

Handover handover_named(std::string_view name) {
    if (name == "warm") return Handover::warm;
    return name == "cold" ? Handover::cold : Handover::unstated;
}

std::string_view name_of(ReferralOutcome outcome) {
    switch (outcome) {
        case ReferralOutcome::reached: return "reached";
        case ReferralOutcome::answered: return "answered";
        case ReferralOutcome::bounced: return "bounced";
        case ReferralOutcome::unknown: return "unknown";
    }
    return "unknown";
}

std::string outcome_text(ReferralOutcome outcome, const i18n::Translator& translator) {
    switch (outcome) {
        case ReferralOutcome::reached: return translator.t(TEXT("Got through"));
        case ReferralOutcome::answered: return translator.t(TEXT("Got an answer"));
        case ReferralOutcome::bounced: return translator.t(TEXT("Was sent back"));
        case ReferralOutcome::unknown: return translator.t(TEXT("Not known"));
    }
    return "";
}

std::optional<ReferralOutcome> outcome_named(std::string_view name) {
    for (const auto outcome : outcomes) {
        if (name_of(outcome) == name) return outcome;
    }
    return std::nullopt;
}

void insert_referral(db::Connection& connection, std::string_view municipality_id, const Referred& referred) {
    const auto inquiry = referred.inquiry_id.empty() ? std::nullopt : std::optional(referred.inquiry_id);
    connection.execute(sql::insert_referral, municipality_id, referred.id, base::format_utc(referred.at),
                       referred.from_place, referred.target_kind, referred.target_id, referred.target_title,
                       referred.topic, name_of(referred.handover), referred.reason, name_of(referred.outcome), inquiry,
                       referred.follows, referred.asker);
}

bool correct_referral(db::Connection& connection, std::string_view municipality_id, const Referred& referred) {
    connection.execute(sql::set_asker, municipality_id, referred.inquiry_id, referred.asker);
    return connection.execute(sql::correct_referral, municipality_id, referred.inquiry_id, referred.target_kind,
                              referred.target_id, base::format_utc(referred.at), referred.from_place, referred.topic,
                              name_of(referred.handover), referred.reason) > 0;
}

void delete_referral(db::Connection& connection, std::string_view municipality_id, std::string_view inquiry_id) {
    connection.execute(sql::delete_referral, municipality_id, inquiry_id);
}

void delete_untold_referral(db::Connection& connection, std::string_view municipality_id, std::string_view inquiry_id) {
    connection.execute(sql::delete_untold_referral, municipality_id, inquiry_id, name_of(ReferralOutcome::unknown));
}

bool set_outcome(db::Connection& connection, std::string_view municipality_id, std::string_view id,
                 ReferralOutcome seen, ReferralOutcome outcome, base::Instant at) {
    return connection.execute(sql::set_outcome, municipality_id, id, name_of(seen), name_of(outcome), base::format_utc(at)) > 0;
}

bool hold_sent_back(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    return connection.execute(sql::hold_sent_back, municipality_id, id) > 0;
}

bool delete_onward(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    return connection.execute(sql::delete_onward, municipality_id, id) > 0;
}

std::vector<Referred> list_referrals(db::Connection& connection, std::string_view municipality_id,
                                     const ReferralFilter& filter, std::size_t limit, std::size_t offset) {
    const auto outcome = filter.outcome ? std::optional(std::string(name_of(*filter.outcome))) : std::nullopt;
    const auto until = filter.until == base::Instant::max() ? "9999" : base::format_utc(filter.until);
    std::vector<Referred> result;
    for (const auto& row : connection.query(sql::list_referrals, municipality_id, base::format_utc(filter.from), until, outcome,
                                            filter.from_place, filter.target, filter.topic, between_commas(filter.places), limit,
                                            offset, filter.is_open ? 1 : 0))
        result.push_back(read(row));
    return result;
}

std::int64_t count_referrals(db::Connection& connection, std::string_view municipality_id, base::Instant from,
                             base::Instant until) {
    return connection.query(sql::count_referrals, municipality_id, base::format_utc(from), base::format_utc(until))[0]
        .integer("found");
}

std::optional<Referred> find_referral(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    const auto rows = connection.query(sql::find_referral, municipality_id, id);
    return rows.empty() ? std::nullopt : std::optional(read(rows[0]));
}

std::optional<Referred> referral_of_inquiry(db::Connection& connection, std::string_view municipality_id,
                                            std::string_view inquiry_id) {
    const auto rows = connection.query(sql::referral_of_inquiry, municipality_id, inquiry_id);
    return rows.empty() ? std::nullopt : std::optional(read(rows[0]));
}

std::optional<base::Instant> last_referral(db::Connection& connection, std::string_view municipality_id) {
    const auto rows = connection.query(sql::last_referral, municipality_id);
    return rows.empty() ? std::nullopt : base::parse_utc(rows[0].text_or_empty("at"));
}

}  // namespace digilots::referral
