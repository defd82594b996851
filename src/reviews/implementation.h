#pragma once
// What Reviews holds; for the files of this folder.
#include "platform/measures/measure.h"
#include "reviews/prepare_view.h"
#include "reviews/reviews.h"

namespace digilots::reviews {

register_::Register review_register();
register_::Register improvement_register();

struct Reviews::Implementation {
    db::Database& database;
    const base::Clock& clock;
    const Neighbours neighbours;
    register_::Records reviews, improvements;

    Implementation(db::Database& opened, const base::Clock& time, Neighbours others);

    /// Of what no page asks: the municipality's own language and zone.
    register_::Surroundings around(std::string_view municipality) const;
    /// Of a review, the first due in front.
    std::vector<register_::Record> improvements_of(std::string_view municipality,
                                                   std::string_view review) const;
};

/// The way in for the files of this slice.
struct Inside {
    static Reviews::Implementation& of(const Reviews& reviews) { return *reviews.implementation_; }
};

struct Pages {
    Reviews& reviews;
    std::vector<measures::Measure> measures;  // of all slices
};
/// What the last month's log shows; with "begin" the form for a new meeting, filled with it.
http::Response prepare_page(const Pages& pages, const http::Request& request);
/// A meeting on paper.
http::Response review_file(const Pages& pages, const http::Request& request);

/// What the log of a period shows, of a unit alone where one is named:
/// topics and barriers, the commonest first. In the reader's words.
std::string findings_of(const std::vector<measures::Measure>& measures, const http::Tenant& tenant,
                        const periods::Period& period, const i18n::Translator& words, const std::string& unit = "",
                        const std::string& unit_name = "");
/// "Open the library on Mondays (decided, by 12 December 2026, Digital guide)"
std::string improvement_in_words(const register_::Record& improvement, const register_::Records& records,
                                 const register_::Surroundings& around);

DutyKind duty_kind(Reviews& reviews);
/// A unit's meeting is due until one of it is written down.
DutyKind review_duty_kind(Reviews& reviews);
void load_demo(Reviews& reviews, const Demo& demo);

}  // namespace digilots::reviews
