// What was asked, how it came, and how it ended.
#include "statistics/report_parts.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "statistics/shares.h"

namespace digilots::statistics {

namespace {

std::string number_in(const i18n::Translator& words, std::int64_t number) { return words.number(static_cast<double>(number)); }

/// "That is 30 more than in the same days of 2025, when there were 90."
std::string change_in_words(ReportFigures& figures, std::int64_t now) {
    const auto& words = figures.source().translator;
    const auto before = figures.total("inquiries", When::before);
    const auto year = figures.year(When::before);
    if (figures.began_meanwhile())
        return words.t(TEXT("The log begins in {month}, so {year} is known only in part and is not compared."),
                       {{"month", periods::name_of(periods::holding(periods::Kind::month, figures.logged()->from), words)},
                        {"year", year}});
    if (!before) return words.t(TEXT("Of {year} nothing is known, so there is nothing to compare with."), {{"year", year}});
    const auto difference = now - before->amount;
    if (difference == 0) return words.t(TEXT("That is as many as in the same days of {year}."), {{"year", year}});
    const std::string size = number_in(words, std::abs(difference)), then = number_in(words, before->amount);
    return difference > 0 ? words.t(TEXT("That is {n} more than in the same days of {year}, when there were {before}."),
                                    {{"n", size}, {"year", year}, {"before", then}})
                          : words.t(TEXT("That is {n} fewer than in the same days of {year}, when there were {before}."),
                                    {{"n", size}, {"year", year}, {"before", then}});
}

std::string reached_in_words(const Figure& figure, const i18n::Translator& words) {
    const auto reached = figure.target && figure.part ? figure.target->is_reached(*figure.part) : std::nullopt;
    if (!reached) return "";
    const auto target = target_text(*figure.target, words);
    return *reached ? words.t(TEXT("The target “{target}” is reached."), {{"target", target}})
                    : words.t(TEXT("The target “{target}” is not reached."), {{"target", target}});
}

void add_first_contact(ReportSection& section, ReportFigures& figures) {
    const auto& words = figures.source().translator;
    const auto shares = figures.shares("answered_at_first_contact", {});
    if (shares.empty() || !shares.front().part || shares.front().part->of == 0) return;
    section.sentences.push_back(words.t(TEXT("Answered at first contact, of all whose outcome is stated: {share}."),
                                        {{"share", share_in_words(*shares.front().part, words)}}));
    const auto reached = reached_in_words(shares.front(), words);
    section.sentences.push_back(reached.empty() ? words.t(TEXT("No target has been set for it this year.")) : reached);
}

/// Targets of a way in or of a topic beside that of all.
void add_targets(ReportSection& section, ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportTable table{.caption = words.t(TEXT("Shares and their targets")),
                      .headers = {words.t(TEXT("Share")), words.t(TEXT("Limited to")), words.t(TEXT("How it is")),
                                  words.t(TEXT("What we aim at")), words.t(TEXT("Reached"))}};
    for (const auto& target : figures.source().targets) {
        if (target.year != figures.wish().year) continue;
        const auto* known = share_of_part(target.part);
        const auto* measure = figures.measure(target.part);
        if (!known || !measure) continue;
        std::vector<std::string> by;
        if (!target.topic.empty()) by.emplace_back("topic");
        if (!target.channel.empty()) by.emplace_back("channel");
        const auto is_it = [&](const Figure& one) {
            const auto says = [&](const char* dimension, const std::string& key) {
                return key.empty() || one.row.dimensions.at(dimension) == key;
            };
            return says("topic", target.topic) && says("channel", target.channel);
        };
        const auto shares = figures.shares(target.part, by);
        const auto found = std::ranges::find_if(shares, is_it);
        std::vector<std::string> limits;
        for (const auto& [dimension, key] : {std::pair("topic", target.topic), std::pair("channel", target.channel)})
            if (!key.empty())
                limits.push_back(value_label(*measure, dimension, key, figures.source().tenant, words));
        const auto share = found == shares.end() ? std::nullopt : found->part;
        const auto reached = share ? target.is_reached(*share) : std::nullopt;
        table.rows.push_back(
            {{words.t(known->title)},
             {limits.empty() ? words.t(TEXT("All")) : base::joined(limits, ", ")},
             reached ? ReportCell{share_in_words(*share, words)} : ReportCell{"–"},
             {target_text(target, words), target.percent()},
             {!reached ? "–" : *reached ? words.t(TEXT("Yes")) : words.t(TEXT("No"))}});
    }
    if (!table.rows.empty()) section.tables.push_back(std::move(table));
}

void add_visits_in_words(ReportSection& section, ReportFigures& figures) {
    const auto& words = figures.source().translator;
    if (const auto minutes = figures.total("help_minutes")) {
        constexpr double minutes_of_hour = 60;
        section.sentences.push_back(
            words.t(TEXT("Help time as far as it was stated: {hours} hours."),
                    {{"hours", words.number(static_cast<double>(minutes->amount) / minutes_of_hour)}}));
    }
    const auto sessions = figures.total("sessions_held"), came = figures.total("participants");
    if (sessions && came)
        section.sentences.push_back(words.t(TEXT("Sessions of activities that were held: {sessions}, with {n} participants."),
                                            {{"sessions", number_in(words, sessions->amount)},
                                             {"n", number_in(words, came->amount)}}));
    if (const auto visitors = figures.total("visitors"))
        section.sentences.push_back(words.t(TEXT("Visitors as far as they were counted: {n}."),
                                            {{"n", number_in(words, visitors->amount)}}));
}

}  // namespace

ReportSection report_summary(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("In short"))};
    const auto all = figures.total("inquiries");
    if (!all) {
        section.sentences.push_back(words.t(TEXT("Nothing is known of what was asked: no inquiry was logged.")));
    } else {
        section.sentences.push_back(
            words.tn("{n} inquiry was logged.", "{n} inquiries were logged.", all->amount));
        section.sentences.push_back(change_in_words(figures, all->amount));
        const auto add_most = [&](const char* dimension, i18n::Text sentence) {
            if (const auto most = most_of(figures, "inquiries", dimension))
                section.sentences.push_back(
                    words.t(sentence, {{"what", most->label},
                                       {"share", share_in_words({most->number, all->amount}, words)}}));
        };
        add_most("channel", TEXT("The most common way in was “{what}”: {share}."));
        add_most("topic", TEXT("What was asked about most was “{what}”: {share}."));
        add_most("barrier", TEXT("What stood in the way most often was “{what}”: {share}."));
        add_first_contact(section, figures);
    }
    add_visits_in_words(section, figures);
    return section;
}

ReportSection report_ways_in(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("How people asked"))};
    add_split(section, figures, "inquiries", "channel", words.t(TEXT("Inquiries by way in")));
    add_split(section, figures, "inquiries", "kind", words.t(TEXT("How they were counted")));
    add_split(section, figures, "inquiries", "place", words.t(TEXT("Inquiries by place")));
    return section;
}

ReportSection report_months(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("Month by month"))};
    const auto now = figures.rows("inquiries", {"month"});
    const auto logged = figures.logged();
    if (!now || !logged) return section;
    const auto before = figures.rows("inquiries", {"month"}, When::before);
    const auto number_of = [](const std::vector<measures::Row>& rows, const std::string& month) -> std::int64_t {
        for (const auto& row : rows)
            if (row.dimensions.at("month") == month) return row.value.amount;
        return 0;
    };
    const auto known = [&](const std::optional<std::vector<measures::Row>>& rows,
                           const periods::Period& month) -> std::optional<std::int64_t> {
        if (!rows || month.to < logged->from || month.from > logged->to) return std::nullopt;
        return number_of(*rows, periods::key_of(month));
    };
    const auto shares = figures.shares("answered_at_first_contact", {"month"});
    ReportTable table{.caption = words.t(TEXT("Inquiries month by month")),
                      .headers = {words.t(TEXT("Month")), figures.year(When::now), figures.year(When::before)}};
    if (!shares.empty()) table.headers.push_back(words.t(TEXT("Answered at first contact")));
    auto then = periods::holding(periods::Kind::month, figures.period(When::before).from);
    for (auto month = periods::holding(periods::Kind::month, figures.period().from); month.from <= figures.period().to;
         month = periods::next(month), then = periods::next(then)) {
        const auto counted = known(now, month), counted_then = known(before, then);
        const auto name = periods::name_of(month, words);
        std::vector<ReportCell> row{{name}, figures.count(counted), figures.count(counted_then)};
        const auto found = std::ranges::find_if(shares, [&](const Figure& one) {
            return one.row.dimensions.at("month") == periods::key_of(month) && one.part && one.part->of > 0;
        });
        if (!shares.empty())
            row.push_back(found == shares.end() ? ReportCell{"–"}
                                                : ReportCell{share_in_words(*found->part, words)});
        table.rows.push_back(std::move(row));
        const auto drawn = [](std::optional<std::int64_t> number) {
            return number ? std::optional(static_cast<double>(*number)) : std::nullopt;
        };
        section.months.push_back({periods::name_of(month, words), drawn(counted), drawn(counted_then)});
    }
    section.tables.push_back(std::move(table));
    if (figures.period().to < periods::holding(periods::Kind::month, figures.period().to).to)
        section.notes.push_back(words.t(TEXT("The last month is not over: of both years the same days are counted.")));
    return section;
}

ReportSection report_topics(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("What people asked about"))};
    add_split(section, figures, "inquiries", "topic", words.t(TEXT("Inquiries by topic")));
    add_split(section, figures, "inquiries", "target_group", words.t(TEXT("Inquiries by target group")));
    return section;
}

ReportSection report_outcomes(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("How it went"))};
    add_first_contact(section, figures);
    add_targets(section, figures);
    add_split(section, figures, "inquiries", "outcome", words.t(TEXT("Inquiries by outcome")));
    return section;
}

}  // namespace digilots::statistics
