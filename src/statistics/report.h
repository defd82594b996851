#pragma once
// The report of a year: of a municipality, or limited to a place, a topic, a unit or several of them. Made of the measures alone;
// the page, the document and the spreadsheet show the same.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/print/document.h"
#include "statistics/question.h"
#include "statistics/statistics.h"
#include "statistics/targets.h"

namespace digilots::statistics {

/// "–" without a number where it is not known: that is never zero.
struct ReportCell {
    std::string text;
    std::optional<double> number = {};
};
struct ReportTable {
    std::string caption;
    std::vector<std::string> headers;
    std::vector<std::vector<ReportCell>> rows = {};
    bool is_whole_on_paper = false;     // however long it is
};
struct ReportMonth {
    std::string label;
    std::optional<double> now, before;
};
struct ReportSection {
    std::string title;
    std::vector<std::string> sentences = {};
    std::vector<ReportTable> tables = {};
    std::vector<std::string> notes = {};        // below the tables
    std::vector<ReportMonth> months = {};       // to be drawn, above the tables
};
struct YearReport {
    std::string title, about;           // "Report for 2026: Sundsvall"; its days and what it is limited to
    std::string now, before;            // "2026", "2025"
    std::vector<ReportSection> sections = {};
};

/// By what a report can be limited.
inline constexpr std::string_view report_limits[] = {"place", "topic", "unit"};

struct ReportWish {
    int year = 0;
    std::map<std::string, std::string> limits = {};    // "place" → its id
    std::optional<periods::Period> period = {};        // a part of the year instead of all of it
};

/// What it is made of, and for whom: figures that this person may not see are not in it.
struct ReportSource {
    const std::vector<measures::Measure>& measures;
    const Around& around;
    std::shared_ptr<const taxonomy::OwnTopicList> own_topics;
    std::vector<Target> targets;
    const http::Tenant& tenant;
    const i18n::Translator& translator;
    std::optional<http::Identity> who;
    base::Date today;
};

/// From year, place, topic and unit, by ids or by names that only one has; or what is wrong. Without a year the one that is going
/// on, until the end of March the one before.
base::Result<ReportWish, NotUnderstood> read_report_wish(const http::Fields& fields, const ReportSource& source);
/// "year=2026&place=…"
std::string report_query(const ReportWish& wish);
/// What can be chosen of it, by its ids; nothing where the log does not know it.
std::vector<std::pair<std::string, std::string>> report_choices(const ReportSource& source, std::string_view limit);

/// Of a year that has begun; of the one that is going on until today.
YearReport year_report(const ReportSource& source, const ReportWish& wish);

/// To be printed or changed; tables too long for paper are cut, and say so.
print::Document report_document(const YearReport& report, const http::Tenant& tenant, const i18n::Translator& translator);
/// The parts that a page shows around the drawing of the months, which it draws itself.
struct ReportParts {
    print::Document before, after;
};
ReportParts report_parts(const YearReport& report, const http::Tenant& tenant, const i18n::Translator& translator);
/// A sheet for each part, all rows.
std::string report_sheets(const YearReport& report, const i18n::Translator& translator);
/// "report-2026-sundsvall"
std::string report_file_name(const ReportSource& source, const ReportWish& wish);

}  // namespace digilots::statistics
