#include "inquiries/further.h"
#include "inquiries/implementation.h"
#include "inquiries/sql.h"

namespace digilots::inquiries {

namespace {

std::string shared_key(const taxonomy::OwnTopicList& own, const std::string& topic) {
    const auto* shared = taxonomy::shared_topic(own, topic);
    return shared ? std::string(shared->key) : "";
}

/// An own topic brings its shared one along, which is no second question.
CountedOnce counted_of(const db::Row& row, const taxonomy::OwnTopicList& own) {
    CountedOnce one{row.text("place"), shared_key(own, row.text("topic")), row.text("body"), row.text("channel"),
                    row.text("outcome"), row.text("language"), row.integer("number")};
    for (const char* column : {"third_topic", "second_topic"})
        if (const auto next = shared_key(own, row.text(column)); next != one.topic && !next.empty()) one.also = next;
    one.barrier = row.text("barrier");
    one.age_band = row.text("age_band");
    one.gender = row.text("gender");
    one.support_given = row.text("support_given");
    return one;
}

}  // namespace

std::vector<CountedOnce> Inquiries::counted_once(std::string_view municipality, const periods::Period& period) const {
    const Service& service = *implementation_;
    const auto own = service.own_topics.of(municipality);
    std::vector<CountedOnce> counted;
    // Days are the municipality's own; moments around them find the rows by their index.
    const auto from = std::chrono::sys_days(period.from) - std::chrono::days(1);
    const auto until = std::chrono::sys_days(period.to) + std::chrono::days(2);
    service.database.read([&](db::Connection& connection) {
        counted.clear();
        for (const db::Row row : connection.query(sql::count_once, municipality, base::format_utc(from), base::format_utc(until),
                                                  base::format_date(period.from), base::format_date(period.to)))
            counted.push_back(counted_of(row, *own));
    });
    if (!service.tallies.sums) return counted;
    for (const auto& sum : service.tallies.sums({std::string(municipality)}, period, 0))
        counted.push_back({sum.place, shared_key(*own, sum.topic), "", sum.channel, "", "", sum.number});
    return counted;
}

std::vector<SenderOnce> Inquiries::senders_once(std::string_view municipality, const periods::Period& period) const {
    const auto from = std::chrono::sys_days(period.from) - std::chrono::days(1);
    const auto until = std::chrono::sys_days(period.to) + std::chrono::days(2);
    std::vector<SenderOnce> senders;
    implementation_->database.read([&](db::Connection& connection) {
        senders.clear();
        for (const db::Row row :
             connection.query(sql::count_senders, municipality, base::format_utc(from), base::format_utc(until),
                              base::format_date(period.from), base::format_date(period.to)))
            senders.push_back({row.text("e_service"), row.text("body"), row.text("barrier"),
                               further_key(row.text("further"), "sent_instead"), row.integer("number")});
    });
    return senders;
}

}  // namespace digilots::inquiries
