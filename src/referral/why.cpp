#include "referral/why.h"

#include <algorithm>

namespace digilots::referral {
namespace {

using taxonomy::List;

std::string status_text(const Entry& entry, const i18n::Translator& translator) {
    const auto status = entry.place       ? entry.place->status
                        : entry.service   ? entry.service->status
                        : entry.e_service ? entry.e_service->status
                                          : directory::Status::open;
    switch (status) {
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

std::string text_of(const Reason& reason, const i18n::Translator& translator) {
    switch (reason.kind) {
        case ReasonKind::none: return "";
        case ReasonKind::name:
        case ReasonKind::text: return reason.key.empty() ? "" : translator.t("Matches \"{word}\"", {{"word", reason.key}});
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
        case ReasonKind::weekend: return translator.t("Open at weekends");
        case ReasonKind::weekday:
            return translator.t("Open on {weekday}", {{"weekday", translator.weekday(reason.key.front() - '0')}});
        case ReasonKind::tomorrow: return translator.t("Open tomorrow");
        case ReasonKind::drop_in: return translator.t("Come without booking");
        case ReasonKind::place_kind: return taxonomy::label(List::place_kind, reason.key, translator);
        case ReasonKind::without_e_id:
            return reason.key.empty() ? translator.t("Works without e-identification") : translator.t("There is a paper form");
    }
    return "";
}

bool is_wish(ReasonKind kind) {
    return is_about_time(kind) || kind == ReasonKind::drop_in || kind == ReasonKind::without_e_id;
}

void add(std::vector<std::string>& texts, std::string text) {
    if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
}

}  // namespace

std::string why_text(const Ranked& hit, const i18n::Translator& translator) {
    std::vector<std::string> texts;
    add(texts, status_text(*hit.entry, translator));
    if (!hit.reasons.empty()) add(texts, text_of(hit.reasons.front(), translator));
    for (const auto& reason : hit.reasons) {
        if (is_wish(reason.kind)) add(texts, text_of(reason, translator));
    }
    if (hit.entry->service && !hit.entry->service->delivered_by.empty()) {
        add(texts, translator.t("Handled by {who}", {{"who", hit.entry->service->delivered_by}}));
    }
    if (texts.empty()) texts.push_back(translator.t("A place that can help"));
    std::string joined = texts.front();
    for (std::size_t i = 1; i < texts.size() && i < 3; ++i) joined += " · " + texts[i];
    return joined;
}

}  // namespace digilots::referral
