#include "inquiries/count_cells.h"

#include <algorithm>
#include <array>

namespace digilots::inquiries {

namespace {

constexpr std::array<std::string_view, 11> singles{"topic", "place", "channel", "outcome", "hour", "support_given",
                                                   "body",  "language", "barrier", "age_band", "gender"};
constexpr std::array<std::string_view, 7> pairs{"topic+place",   "topic+channel", "topic+outcome",  "place+channel",
                                                "place+outcome", "place+hour",    "channel+outcome"};

CellValue value_of(const Inquiry& inquiry) {
    return {.inquiries = 1,
            .minutes = inquiry.minutes.value_or(0),
            .answered = inquiry.outcome == "answered",
            .referred = inquiry.outcome == "referred",
            .returning_visits = inquiry.returning,
            .timed = inquiry.minutes.has_value()};
}

}  // namespace

CellValue& CellValue::operator+=(const CellValue& other) {
    inquiries += other.inquiries;
    minutes += other.minutes;
    answered += other.answered;
    referred += other.referred;
    returning_visits += other.returning_visits;
    timed += other.timed;
    return *this;
}

CellValue CellValue::operator-() const {
    return {-inquiries, -minutes, -answered, -referred, -returning_visits, -timed};
}

void add_to_cells(Cells& cells, const StoredInquiry& stored, int sign) {
    const Inquiry& inquiry = stored.inquiry;
    const CellValue value = sign > 0 ? value_of(inquiry) : -value_of(inquiry);
    const std::string day = base::format_date(stored.local_date);
    const std::string month = day.substr(0, 7);
    const auto add = [&](std::string_view cut, std::string_view key_1, std::string_view key_2 = {}) {
        cells[{"day", std::string(cut), day, std::string(key_1), std::string(key_2)}] += value;
        cells[{"month", std::string(cut), month, std::string(key_1), std::string(key_2)}] += value;
    };
    const auto add_stated = [&](std::string_view cut, std::string_view key) {
        if (!key.empty()) add(cut, key);
    };
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
    add_stated("support_given", inquiry.support_given);
    add_stated("body", inquiry.body);
    add_stated("language", inquiry.language);
    add_stated("barrier", inquiry.barrier);
    add_stated("age_band", inquiry.age_band);
    add_stated("gender", inquiry.gender);
}

std::span<const std::string_view> single_dimensions() { return singles; }
std::span<const std::string_view> pair_cuts() { return pairs; }

bool is_optional_dimension(std::string_view dimension) {
    return std::ranges::find(singles.begin() + 5, singles.end(), dimension) != singles.end();
}

std::string hour_key(int hour) {
    if (hour == unknown_hour) return "";
    return {static_cast<char>('0' + hour / 10), static_cast<char>('0' + hour % 10)};
}

}  // namespace digilots::inquiries
