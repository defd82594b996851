#include "referral/why.h"

#include <algorithm>

#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/i18n/day_range.h"

namespace digilots::referral {
namespace {

using taxonomy::List;

std::string status_text(const Entry& entry, const i18n::Translator& translator) {
    switch (entry.status) {
        case directory::Status::planned: return translator.t("Planned, not open yet");
        case directory::Status::to_verify: return translator.t("Planned, opening not confirmed");
        case directory::Status::closed: return translator.t("Closed for good");
        case directory::Status::paused: return translator.t("Closed for now");
        case directory::Status::open: return "";
    }
    return "";
}

std::string aid_text(const std::string& key, const i18n::Translator& translator) {
    if (key == "printer") return translator.t("You can print here");
    if (key == "scanner" || key == "copier_scanner") return translator.t("You can scan here");
    if (key == "copier") return translator.t("You can copy here");
    return translator.t("Available here: {what}", {{"what", taxonomy::label(List::aid, key, translator)}});
}

/// "5 dec."; of several "24 december, 29–30 december".
std::string dates_text(std::string_view key, const i18n::Translator& translator) {
    std::vector<base::Date> dates;
    for (const auto one : base::split(key, ',')) {
        if (const auto date = base::parse_date(one)) dates.push_back(*date);
    }
    if (dates.size() == 1) return translator.short_date(dates.front());
    return i18n::days_text(dates, dates.front(), translator);
}

std::string text_of(const Reason& reason, const i18n::Translator& translator) {
    switch (reason.kind) {
        case ReasonKind::none:
        case ReasonKind::stop: return "";
        case ReasonKind::name:
        case ReasonKind::text: return reason.key.empty() ? "" : translator.t("Matches “{word}”", {{"word", reason.key}});
        case ReasonKind::support: return taxonomy::label(List::support, reason.key, translator);
        case ReasonKind::aid: return aid_text(reason.key, translator);
        case ReasonKind::agency:
            if (reason.key == "pension") return translator.t("The pensions agency is here");
            return translator.t("{agency} is here", {{"agency", taxonomy::label(List::topic, reason.key, translator)}});
        case ReasonKind::general_guidance: return translator.t("General digital help");
        case ReasonKind::desk: return translator.t("Can show you the right way");
        case ReasonKind::topic:
            return translator.t("About: {topic}", {{"topic", taxonomy::label(List::topic, reason.key, translator)}});
        case ReasonKind::evening: return translator.t("Open in the evening");
        case ReasonKind::tonight: return translator.t("Open this evening");
        case ReasonKind::maybe_tonight: return translator.t("May be open this evening: the days are not stated");
        case ReasonKind::today: return translator.t("Open today");
        case ReasonKind::maybe_now: return translator.t("Whether it is open now is not known");
        case ReasonKind::weekend: return translator.t("Open at weekends");
        case ReasonKind::weekday:
            return translator.t("Open on {weekday}", {{"weekday", translator.weekday(reason.key.front() - '0')}});
        case ReasonKind::date: {
            return translator.t("Open on {date}", {{"date", dates_text(reason.key, translator)}});
        }
        case ReasonKind::hours: return translator.t("Open at that time");
        case ReasonKind::tomorrow: return translator.t("Open tomorrow");
        case ReasonKind::drop_in: return translator.t("Come without booking");
        case ReasonKind::place_kind: return taxonomy::label(List::place_kind, reason.key, translator);
        case ReasonKind::without_e_id:
            return reason.key.empty() ? translator.t("Works without e-identification") : translator.t("There is a paper form");
    }
    return "";
}

bool is_wish(ReasonKind kind) {
    if (kind == ReasonKind::maybe_now || kind == ReasonKind::drop_in) return true;
    return is_about_time(kind) || kind == ReasonKind::without_e_id;
}

void add(std::vector<std::string>& texts, std::string text) {
    if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
}

/// Who is there then, where the hours of the building are not known: "Öppet på måndag (Drop-in 13.00–15.00)".
std::string staffed_text(const StaffedThen& staffed, const i18n::Translator& translator) {
    const auto until = translator.time(staffed.until.hour, staffed.until.minute);
    return " (" + staffed.service + " " + translator.time(staffed.from.hour, staffed.from.minute) + "–" + until + ")";
}

}  // namespace

std::string why_text(const Ranked& hit, const i18n::Translator& translator, const std::string& at_stop) {
    std::vector<std::string> texts;
    add(texts, status_text(*hit.entry, translator));
    add(texts, at_stop);
    const bool begins_with_another = !hit.reasons.empty() && !is_wish(hit.reasons.front().kind);
    if (begins_with_another) add(texts, text_of(hit.reasons.front(), translator));
    for (const auto& reason : hit.reasons) {
        if (!is_wish(reason.kind)) continue;
        const bool by_somebody = hit.staffed && is_about_time(reason.kind);
        add(texts, text_of(reason, translator) + (by_somebody ? staffed_text(*hit.staffed, translator) : ""));
    }
    if (hit.entry->service && !hit.entry->service->delivered_by.empty()) {
        add(texts, translator.t("Handled by {who}", {{"who", hit.entry->service->delivered_by}}));
    }
    if (texts.empty()) texts.push_back(hit.entry->contact ? translator.t("A function that can help")
                                                         : translator.t("A place that can help"));
    std::string joined = texts.front();
    for (std::size_t i = 1; i < texts.size() && i < 3; ++i) joined += " · " + texts[i];
    return joined;
}

}  // namespace digilots::referral
