#include "reviews/reviews.h"

#include "platform/base/time.h"
#include "reviews/rhythm.h"
#include "reviews/sql.h"

namespace digilots::reviews {

namespace {

using register_::Record, register_::Surroundings;

constexpr std::int64_t most_offered = 100, most_of_one = 100;

register_::More more_of_review(const Reviews::Implementation& self, const Record& review,
                               const html::Page& page) {
    register_::More more;
    auto around = self.around(page.request().tenant->id);
    around.words = &page.translator();
    register_::More::Part part{page.t("Improvements"), {}};
    for (const auto& one : self.improvements_of(around.municipality_id, review.id))
        part.lines.push_back(improvement_in_words(one, self.improvements, around));
    if (!part.lines.empty()) more.below.push_back(std::move(part));
    for (const auto& one : rhythms_of_units(self, around))
        if (one.unit == review.text("unit"))
            more.below.push_back({page.t("Next review of the unit"), {one.name + ": " + page.translator().date(one.next)}});
    more.links = {
        {page.t("When reviews are due"), page.tenant_url("/staff/review-dates")},
        {page.t("Improvements of this meeting"), page.tenant_url("/staff/improvements?review=" + review.id)},
        {page.t("Add an improvement"), page.tenant_url("/staff/improvements/new?review=" + review.id)},
        {page.t("Print the meeting (PDF)"), page.tenant_url("/staff/reviews/" + review.id + "/meeting.pdf")}};
    return more;
}

register_::Others of_reviews(const Neighbours& neighbours, const Reviews::Implementation& self) {
    auto others = neighbours.others;
    others.more = [&self](const Record& review, const html::Page& page) {
        return more_of_review(self, review, page);
    };
    others.holds = [&self](const Record& review, const html::Page& page) -> std::vector<std::string> {
        const auto number = std::ssize(self.improvements_of(page.request().tenant->id, review.id));
        if (number == 0) return {};
        return {page.tn("{n} improvement", "{n} improvements", number)};
    };
    others.is_held = [](db::Connection& connection, std::string_view municipality, std::string_view id) {
        return !connection.query(sql::improvements_of, municipality, id, 1).empty();
    };
    return others;
}

/// Reviews by name and day, the latest first.
std::vector<register_::Choice> choices_of_reviews(const register_::Records& reviews,
                                                  const Surroundings& around) {
    std::vector<register_::Choice> choices;
    const register_::ListQuery query{.sort = "held_on", .is_descending = true, .with_ended = true};
    for (const auto& one : reviews.list(around, query, most_offered, 0).records) {
        const auto day = one.date("held_on");
        choices.push_back(
            {.key = one.id,
             .label = one.text("title") + (day ? ", " + around.words->date(*day) : ""),
             .is_offered = !one.has_ended()});
    }
    return choices;
}

register_::Others of_improvements(const Neighbours& neighbours, const Reviews::Implementation& self) {
    auto others = neighbours.others;
    others.links["reviews.review"] = {
        .choices = [&self](const Surroundings& around) { return choices_of_reviews(self.reviews, around); },
        .path = "/staff/reviews/",
        .is_there =
            [](db::Connection& connection, std::string_view municipality, std::string_view id) {
                return !connection.query(sql::find_review, municipality, id).empty();
            }};
    return others;
}

}  // namespace

Reviews::Implementation::Implementation(db::Database& opened, const base::Clock& time, Neighbours others)
    : database(opened),
      clock(time),
      neighbours(std::move(others)),
      reviews(review_register(), opened, time, of_reviews(neighbours, *this)),
      improvements(improvement_register(), opened, time, of_improvements(neighbours, *this)) {}

Surroundings Reviews::Implementation::around(std::string_view municipality) const {
    return municipality::surroundings_of(neighbours.municipalities, improvements, municipality, clock.now());
}

std::vector<Record> Reviews::Implementation::improvements_of(std::string_view municipality,
                                                             std::string_view review) const {
    std::vector<Record> all;
    const auto rows = database.read([&](db::Connection& connection) {
        return connection.query(sql::improvements_of, municipality, review, most_of_one);
    });
    for (const auto row : rows)
        if (auto one = improvements.find(municipality, row.text("id"))) all.push_back(*std::move(one));
    return all;
}

std::string improvement_in_words(const Record& improvement, const register_::Records& records,
                                 const Surroundings& around) {
    std::string words = improvement.text("title");
    std::string said;
    for (const char* name : {"status", "due", "function"}) {
        const auto& field = *records.declaration().find(name);
        for (const auto& line : field.type->show(field, improvement, around).lines)
            said += (said.empty() ? "" : ", ") + line;
    }
    return said.empty() ? words : words + " (" + said + ")";
}

Reviews::Reviews(db::Database& database, const base::Clock& clock, Neighbours neighbours)
    : implementation_(std::make_unique<Implementation>(database, clock, std::move(neighbours))) {}
Reviews::~Reviews() = default;
void Reviews::know_heard(HeardIn heard) { implementation_->heard = std::move(heard); }
register_::Records& Reviews::reviews() const {
    return implementation_->reviews;
}
register_::Records& Reviews::improvements() const {
    return implementation_->improvements;
}

}  // namespace digilots::reviews
