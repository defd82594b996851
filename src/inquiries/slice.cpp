#include "inquiries/demo.h"
#include "inquiries/follow_ups.h"
#include "inquiries/implementation.h"
#include "inquiries/inquiry_table.h"
#include "inquiries/hand_overs.h"
#include "inquiries/ongoing.h"
#include "inquiries/planned_help.h"

namespace digilots::inquiries {

namespace {

using http::MenuPlace;
using Of = PrivacyNotice::Of;

const http::Menu menu{
    {MenuPlace::staff, 100, TEXT("Desk"), "/staff/"},
    {MenuPlace::staff, 200, TEXT("Questions log"), "/staff/inquiries"},
    {MenuPlace::staff, 216, TEXT("Referrals"), "/staff/referrals"},
    {MenuPlace::staff, 910, TEXT("What could not be helped"), "/staff/unmet", http::Role::coordinator},
    {MenuPlace::staff, 912, TEXT("Planned help time"), "/staff/planned-help", http::Role::coordinator},
    {MenuPlace::settings, 210, TEXT("What the desk asks"), "/staff/settings/log-questions", http::Role::administrator},
};

const std::vector<PrivacyNotice> privacy{
    {Of::those_who_ask,
     TEXT("Whoever helps you shows and explains. You hold the device and do everything that is yours to do: sign in, pay, sign. "
          "Helpers never ask for your codes, never keep them, and take no pictures of your screen. They may not decide for "
          "you, and may say no to what somebody else has to help you with; then they tell you who.")},
    {Of::those_who_ask,
     TEXT("What the municipality's helpers see and hear they tell nobody: the secrecy that holds for its staff holds for them. "
          "Where an association, a company or an authority helps, ask who gets to know what you tell. You may ask to sit apart, "
          "and to stop whenever you want.")},
    {Of::those_who_ask,
     TEXT("The staff note what the question was about, where and when it was asked and how it went, so that the service can "
          "become better. They do not note who you are. Personal identity numbers, phone numbers and e-mail addresses are "
          "refused in notes.")},
    {.of = Of::those_who_ask,
     .text = TEXT("Notes are deleted after {period}. Counts stay; nobody can be found in them."),
     .rule = std::string(notes_rule),
     .preserved = TEXT("The municipality keeps notes for the time being: none is deleted. Counts stay; nobody can be found in "
                       "them.")},
    {.of = Of::staff,
     .text = TEXT("Who corrected an entry in the questions log stands beside it for {period}. Entries hold the number of the "
                  "account that logged them, which says nothing once the account is deleted."),
     .rule = "inquiries.change",
     .preserved = TEXT("Who corrected an entry in the questions log stands beside it for the time being. Entries hold the number "
                       "of the account that logged them, which says nothing once the account is deleted.")},
    {Of::staff,
     TEXT("Help time is summed by function and unit, inside planned help time and outside it. Coordinators and above see it; no "
          "name stands there, but a function that one person holds tells of that person’s help.")},
    {Of::staff,
     TEXT("only for staff: the place, the channel and the language that they have chosen to keep for the next entries, for 12 "
          "hours."),
     "desk_pin"},
};

const audit::Words trail{
    .actions = {TEXT("inquiry corrected"), TEXT("inquiry deleted"), TEXT("log questions chosen")},
    .records = {{"inquiry", TEXT("Entry in the questions log"), "/staff/inquiries/"},
                {"log questions", TEXT("What the desk asks")}},
    .fields = {{"at", TEXT("Time")},
               {"place", TEXT("Place")},
               {"topics", TEXT("Topics")},
               {"channel", TEXT("Channel")},
               {"outcome", TEXT("Outcome")},
               {"referred_to", TEXT("Referred to")},
               {"minutes", TEXT("Help time")},
               {"support_given", TEXT("Help given")},
               {"body", TEXT("Whose question it is")},
               {"body_unit", TEXT("Unit that it concerns")},
               {"language", TEXT("Language of the conversation")},
               {"barrier", TEXT("What stood in the way")},
               {"age_band", TEXT("Age")},
               {"gender", TEXT("Gender")},
               {"returning", TEXT("Has been here before")},
               {"note", TEXT("Note")},
               {"kind", TEXT("What it counts")},
               {"persons", TEXT("Persons")},
               {"barriers", TEXT("What else stood in the way")},
               {"target_groups", TEXT("Target groups")},
               {"e_service", TEXT("E-service that it is about")},
               {"follow_up", TEXT("To be followed up")},
               {"followed_up", TEXT("How the follow-up went")},
               {"asker", TEXT("Who asked")},
               {"problem", TEXT("What the trouble was with")},
               {"sent_instead", TEXT("Sent to instead")},
               {"interpreter", TEXT("Interpreter or translation")},
               {"device", TEXT("Device")},
               {"found_us", TEXT("How they found us")},
               {"identity_proof", TEXT("Proof of identity that was shown")},
               {"assisted_role", TEXT("Sent in for the person by")},
               {"consent", TEXT("The person had agreed to it")},
               {"rules_followed", TEXT("Rules for the helper followed")},
               {"feedback", TEXT("View, complaint or praise")},
               {"feedback_status", TEXT("What became of it")},
               {"handover", TEXT("How it was handed over")},
               {"referral_reason", TEXT("Why it was passed on")}},
};

std::vector<Finding> examine(const Inquiries& inquiries) {
    const auto miscounted = inquiries.check_counts();
    if (miscounted.empty()) return {{Health::good, "counts", "they fit the log"}};
    return {{Health::wrong, "counts", miscounted.front() + ", in " + std::to_string(miscounted.size()) +
             " months in all. Count anew: digilots doctor --rebuild-counts"}};
}

}  // namespace

Slice slice(Inquiries& inquiries, referral::Referral& referral, register_::Others others) {
    if (others.links.empty()) others.links = Inside::service(inquiries).organisation.link_sources();
    const auto& service = Inside::service(inquiries);
    const auto planned = std::make_shared<register_::Records>(planned_help_register(), service.database, service.clock,
                                                              std::move(others));
    const auto table = inquiry_table(inquiries, referral);
    return {
        .name = "inquiries",
        .routes = [&inquiries, &referral, table](const Slices& slices) {
            auto all = routes(inquiries, referral, all_of(slices, &Slice::followed));
            for (auto& route : register_::table_routes(table)) all.push_back(std::move(route));
            for (auto& route : register_::import_routes(table)) all.push_back(std::move(route));
            return all;
        },
        .registers = {planned.get()},
        .tables = {table},
        .menu = menu,
        .scopes = {&write_inquiries, &read_inquiries},
        .measures = inquiries.measures(),
        .trail = trail,
        .privacy = privacy,
        .retention = retention_rules(),
        .duties = {duty_to_find_out({inquiries, referral}), duty_to_follow_up({inquiries, referral})},
        .ongoing = {referrals_under_way({inquiries, referral}), follow_ups_under_way({inquiries, referral})},
        .examine = [&] { return examine(inquiries); },
        .load_demo =
            [&inquiries, &referral, planned](const Demo& demo) {
                load_demo(inquiries, referral, demo);
                load_demo_planned_help(*planned, Inside::service(inquiries), demo);
            },
        .owns = planned,
    };
}

}  // namespace digilots::inquiries
