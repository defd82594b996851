#include "inquiries/count_cells.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>
#include <tuple>

#include "inquiries/further.h"
#include "platform/base/lists.h"

namespace digilots::inquiries {

namespace {

constexpr std::array<std::string_view, 22> singles{"topic", "place",    "channel", "outcome",  "hour",   "support_given",
                                                   "body",  "language", "barrier", "age_band", "gender", "kind",
                                                   "target_group", "e_service", "problem", "sent_instead", "interpreter",
                                                   "device", "found_us", "feedback", "body_unit", "follow_up"};
constexpr std::array<std::string_view, 7> pairs{"topic+place",   "topic+channel", "topic+outcome",  "place+channel",
                                                "place+outcome", "place+hour",    "channel+outcome"};
constexpr std::array<std::string_view, 4> of_askers{"asker", "topic+asker", "place+asker", "channel+asker"};

constexpr std::array<std::string_view, 9> of_months{
    "e_service+body+barrier", "channel+outcome+hour", "place+outcome+hour", "place+channel+hour", "place+channel+outcome",
    "topic+outcome+hour",     "topic+channel+hour",   "topic+place+hour",   "topic+place+channel+outcome"};

CellValue value_of(const Inquiry& inquiry) {
    return {.inquiries = 1,
            .minutes = inquiry.minutes.value_or(0),
            .answered = inquiry.outcome == "answered",
            .referred = inquiry.outcome == "referred",
            .returning_visits = inquiry.returning == true,
            .timed = inquiry.minutes.has_value(),
            .group_entries = inquiry.is_group(),
            .counted_groups = inquiry.is_group() && inquiry.persons.are_counted(),
            .persons = inquiry.is_group() ? inquiry.persons.total() : 0};
}

CellValue times(CellValue value, int factor) {
    CellValue sum;
    for (int i = 0; i < std::abs(factor); ++i) sum += factor < 0 ? -value : value;
    return sum;
}

/// Of one inquiry, in cells of its day and of its month.
class Adding {
public:
    Adding(Cells& cells, const StoredInquiry& stored, int sign)
        : cells_(cells), value_(times(value_of(stored.inquiry), sign)), day_(base::format_date(stored.local_date)) {}

    void add(std::string_view cut, std::string_view key_1, std::string_view key_2 = {}) { add_value(value_, cut, key_1, key_2); }
    void add_of_month(std::string_view cut, std::string_view key_1, std::initializer_list<std::string_view> others) {
        std::string key_2;
        for (const auto other : others) key_2.append(other) += key_separator;
        key_2.pop_back();
        cells_[{"month", std::string(cut), day_.substr(0, 7), std::string(key_1), key_2}] += value_;
    }
    void add_stated(std::string_view cut, std::string_view key) {
        if (!key.empty()) add(cut, key);
    }
    void add_all(std::string_view cut, const std::vector<std::string>& keys) {
        for (const auto& key : keys) add(cut, key);
        if (keys.size() > 1) add_value(times(value_, 1 - static_cast<int>(keys.size())), cut, "", "");
    }
    /// The inquiry under its own gender, each person of a group under theirs.
    void add_genders(const Inquiry& inquiry, int sign) {
        auto value = value_;
        value.persons = 0;
        if (!inquiry.gender.empty()) add_value(value, "gender", inquiry.gender, "");
        if (!inquiry.is_group()) return;
        for (const auto& [key, member] : kinds_of_persons()) {
            const int persons = (inquiry.persons.*member).value_or(0);
            if (persons > 0) add_value({.persons = sign * persons}, "gender", key, "");
        }
    }

private:
    void add_value(const CellValue& value, std::string_view cut, std::string_view key_1, std::string_view key_2) {
        cells_[{"day", std::string(cut), day_, std::string(key_1), std::string(key_2)}] += value;
        cells_[{"month", std::string(cut), day_.substr(0, 7), std::string(key_1), std::string(key_2)}] += value;
    }

    Cells& cells_;
    const CellValue value_;
    const std::string day_;
};

void add_of_months(Adding& adding, const Inquiry& inquiry, const std::string& hour) {
    const auto& [place, channel, outcome] = std::tie(inquiry.place, inquiry.channel, inquiry.outcome);
    adding.add_of_month("channel+outcome+hour", channel, {outcome, hour});
    adding.add_of_month("place+outcome+hour", place, {outcome, hour});
    adding.add_of_month("place+channel+hour", place, {channel, hour});
    adding.add_of_month("place+channel+outcome", place, {channel, outcome});
    for (const std::string& topic : inquiry.topics) {
        adding.add_of_month("topic+outcome+hour", topic, {outcome, hour});
        adding.add_of_month("topic+channel+hour", topic, {channel, hour});
        adding.add_of_month("topic+place+hour", topic, {place, hour});
        adding.add_of_month("topic+place+channel+outcome", topic, {place, channel, outcome});
    }
    auto barriers = all_barriers(inquiry);
    if (barriers.empty()) barriers.emplace_back();
    for (const auto& barrier : barriers)
        adding.add_of_month("e_service+body+barrier", inquiry.e_service, {inquiry.body, barrier});
}

/// Employees and partners are in no figure of residents.
void add_asked_by_staff(Adding& adding, const Inquiry& inquiry) {
    adding.add("asker", inquiry.asker);
    adding.add("place+asker", inquiry.place, inquiry.asker);
    adding.add("channel+asker", inquiry.channel, inquiry.asker);
    for (const std::string& topic : inquiry.topics) adding.add("topic+asker", topic, inquiry.asker);
}

}  // namespace

CellValue& CellValue::operator+=(const CellValue& other) {
    inquiries += other.inquiries;
    minutes += other.minutes;
    answered += other.answered;
    referred += other.referred;
    returning_visits += other.returning_visits;
    timed += other.timed;
    group_entries += other.group_entries;
    counted_groups += other.counted_groups;
    persons += other.persons;
    return *this;
}

CellValue CellValue::operator-() const {
    return {-inquiries, -minutes, -answered, -referred, -returning_visits, -timed, -group_entries, -counted_groups, -persons};
}

void add_to_cells(Cells& cells, const StoredInquiry& stored, int sign) {
    const Inquiry& inquiry = stored.inquiry;
    Adding adding(cells, stored, sign);
    if (!inquiry.asker.empty()) return add_asked_by_staff(adding, inquiry);
    const auto add = [&](const auto&... keys) { adding.add(keys...); };
    const std::string hour = hour_key(stored.local_hour);

    add("", "");
    add("place", inquiry.place);
    add("channel", inquiry.channel);
    add("outcome", inquiry.outcome);
    add("hour", hour);
    add("place+channel", inquiry.place, inquiry.channel);
    add("place+outcome", inquiry.place, inquiry.outcome);
    add("place+hour", inquiry.place, hour);
    add("channel+outcome", inquiry.channel, inquiry.outcome);
    for (const std::string& topic : inquiry.topics) {
        add("topic", topic);
        add("topic+place", topic, inquiry.place);
        add("topic+channel", topic, inquiry.channel);
        add("topic+outcome", topic, inquiry.outcome);
    }
    add_of_months(adding, inquiry, hour);
    adding.add_stated("support_given", inquiry.support_given);
    adding.add_stated("body", inquiry.body);
    adding.add_stated("language", inquiry.language);
    adding.add_all("barrier", all_barriers(inquiry));
    adding.add_stated("age_band", inquiry.age_band);
    adding.add_genders(inquiry, sign);
    adding.add_stated("kind", inquiry.kind == "visit" ? "" : inquiry.kind);
    adding.add_all("target_group", inquiry.target_groups);
    adding.add_stated("e_service", inquiry.e_service);
    for (const auto& word : further_words())
        if (word.is_counted) adding.add_stated(word.name, inquiry.further.*word.member);
    adding.add_stated(unit_concerned, inquiry.further.body_unit);
}

std::span<const std::string_view> single_dimensions() { return singles; }
std::span<const std::string_view> pair_cuts() { return pairs; }
std::span<const std::string_view> asker_cuts() { return of_askers; }
std::span<const std::string_view> month_cuts() { return of_months; }

std::vector<std::string> all_barriers(const Inquiry& inquiry) {
    std::vector<std::string> all;
    if (!inquiry.barrier.empty()) all.push_back(inquiry.barrier);
    for (const auto& barrier : inquiry.barriers) base::add_once(all, barrier);
    return all;
}

bool is_optional_dimension(std::string_view dimension) {
    return std::ranges::find(singles.begin() + 5, singles.end(), dimension) != singles.end();
}

std::string hour_key(int hour) {
    if (hour == unknown_hour) return "";
    return {static_cast<char>('0' + hour / 10), static_cast<char>('0' + hour % 10)};
}

}  // namespace digilots::inquiries
