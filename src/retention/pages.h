#pragma once
// The pages of this slice; slice.cpp says where each is.
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "retention/retention.h"

namespace digilots::retention {

struct Pages {
    Retention& retention;
    const municipality::Municipalities& municipalities;
    std::vector<PrivacyNotice> privacy;  // of all slices
};

/// What is kept of people.
struct PrivacyView {
    struct Cookie {
        std::string name, text;
    };
    std::vector<std::string> of_those_who_ask, of_staff;
    std::vector<Cookie> cookies;
    std::vector<html::Link> municipalities;  // where the page is that of none
};

struct KindView {
    std::string title, about, url, change_label;
    std::vector<html::components::SummaryItem> facts;
};

struct KindsView {
    std::string last_run, saved;
    std::vector<KindView> kinds;
    html::components::Table common;  // the same for the whole installation
};

struct RuleView {
    html::FormErrors errors;
    bool may_change = false;  // else it is read
    std::string url, about, law, seen;
    std::vector<html::components::SummaryItem> facts;
    html::components::Field what, number, decided_by;
    std::optional<html::components::Field> same_decision;   // where the decision that stands was about another time
    html::components::Table history, deleted;
};

http::Response privacy_page(const Pages& pages, const http::Request& request);
http::Response kinds_page(const Pages& pages, const http::Request& request);
http::Response rule_page(const Pages& pages, const http::Request& request);
http::Response change_rule(const Pages& pages, const http::Request& request);

/// "12 months"; that nothing is deleted.
std::string shown_period(const RetentionRule& rule, const std::optional<int>& number, const html::Page& page);
/// How long, since when and by whom; how many there are and will go.
std::vector<html::components::SummaryItem> facts_of(const Retention& retention, const RetentionRule& rule,
                                                    const html::Page& page);
/// What the laws of the country say, in one paragraph.
std::string law_of(const RetentionRule& rule, const html::Page& page);

}  // namespace digilots::retention
