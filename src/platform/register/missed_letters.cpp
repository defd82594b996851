#include "platform/register/missed_letters.h"

#include "platform/base/time.h"

namespace digilots::register_ {

namespace {

std::string why_missed(const mail::Listed& letter, const html::Page& page) {
    if (letter.is_tried_again()) return page.t("It has not arrived yet: the mail server asks to wait. It is tried again.");
    if (letter.state == mail::State::seen_to) return page.t("It did not arrive.");
    if (letter.state == mail::State::refused) return page.t("The address was refused: it may be written wrong, or be gone.");
    if (letter.state == mail::State::expired) return page.t("It could not be sent in time.");
    return page.t("No answer came: it may have arrived, or not.");
}

std::string time_stored(std::string_view stored, const html::Page& page) {
    const auto at = base::parse_utc(stored);
    return at ? page.translator().date_time(*at, page.request().tenant->zone) : "";
}

std::string title_of_letter(const mail::Listed& letter, const html::Page& page) {
    if (letter.about.empty()) return page.t("Letter of {when}", {{"when", time_stored(letter.created_at, page)}});
    return letter.begins_at.empty() ? letter.about : letter.about + ", " + time_stored(letter.begins_at, page);
}

MissedLetter missed_letter_of(const mail::Listed& letter, const NameOfAccount& name_of, const html::Page& page) {
    const auto url = page.tenant_url("/staff/letters/" + letter.id);
    MissedLetter missed{.id = letter.id,
                        .title = title_of_letter(letter, page),
                        .why = why_missed(letter, page),
                        .server_said = letter.reason,
                        .about_url = page.tenant_url(letter.path)};
    if (!letter.recipient.empty()) {
        missed.reach = letter.name.empty() ? letter.recipient : letter.name + ", " + letter.recipient;
        missed.reach_url = "mailto:" + letter.recipient;
    }
    if (letter.is_kept && !letter.recipient.empty() && letter.state != mail::State::expired) missed.again_url = url + "/again";
    if (letter.state != mail::State::seen_to) {
        missed.told_url = url + "/told";
        return missed;
    }
    const auto who = name_of ? name_of(letter.seen_to_by) : "";
    missed.taken_on =
        page.t("{who} tells them in another way, since {when}.",
               {{"who", who.empty() ? page.t("A colleague") : who}, {"when", time_stored(letter.seen_to_at, page)}});
    missed.done_url = url + "/done";
    missed.undo_url = url + "/undo";
    return missed;
}

}  // namespace

std::vector<MissedLetter> missed_letters(const std::vector<mail::Listed>& letters, const NameOfAccount& name_of,
                                         const html::Page& page) {
    std::vector<MissedLetter> missed;
    for (const auto& letter : letters) missed.push_back(missed_letter_of(letter, name_of, page));
    return missed;
}

std::vector<MissedLetter> missed_letters_about(db::Database& database, std::string_view path, base::Instant now,
                                               const NameOfAccount& name_of, const html::Page& page) {
    const auto letters = database.read(
        [&](db::Connection& connection) { return mail::untold(connection, page.request().tenant->id, now, path); });
    return missed_letters(letters, name_of, page);
}

void add_missed_letters(More& more, const std::vector<MissedLetter>& letters, const html::Page& page) {
    if (letters.empty()) return;
    More::Part part{page.t("A letter did not arrive"), {}};
    std::vector<More::Step> steps;
    for (const auto& letter : letters) {
        for (const auto& line : {letter.title, letter.why, letter.taken_on, letter.reach})
            if (!line.empty()) part.lines.push_back(line);
        const auto step = [&](const std::string& button, const std::string& url) {
            if (!url.empty()) steps.push_back({"", letter.title, button, url, false});
        };
        step(page.t("I have told them"), letter.done_url);
        step(page.t("Send it again"), letter.again_url);
        step(page.t("I ring or tell them in another way"), letter.told_url);
        step(page.t("Undo: I do not tell them"), letter.undo_url);
    }
    more.above.insert(more.above.begin(), std::move(part));
    more.steps.insert(more.steps.begin(), steps.begin(), steps.end());
}

}  // namespace digilots::register_
