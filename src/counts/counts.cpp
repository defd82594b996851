#include "counts/counts.h"

#include <algorithm>

#include "counts/implementation.h"
#include "counts/sql.h"
#include "platform/base/ensure.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/register/steps.h"

namespace digilots::counts {

namespace {

using register_::Record, register_::Surroundings;

register_::Others with_units(register_::Others others, const directory::Directory& directory) {
    others.unit_of = [&directory](const Record& count, std::string_view municipality) -> std::string {
        const auto snapshot = directory.snapshot(municipality);
        const auto* place = snapshot->place(count.text("place"));
        return place ? place->unit : "";
    };
    return others;
}

std::string content_of(const Number& number) {
    return same_of(number.source, number.place, number.period) + "|" + std::to_string(number.number) + "|" +
           number.note;
}

}  // namespace

Counts::Implementation::Implementation(db::Database& opened, const base::Clock& time, Neighbours others)
    : database(opened),
      clock(time),
      neighbours(std::move(others)),
      records(count_register(), opened, time, with_units(neighbours.others, neighbours.directory)) {}

Surroundings Counts::Implementation::around(std::string_view municipality) const {
    return municipality::surroundings_of(neighbours.municipalities, records, municipality, clock.now());
}

bool Counts::Implementation::is_theirs(const Surroundings& around, std::string_view place) const {
    Record of_place;
    of_place.columns["place"] = std::string(place);
    return records.may_change(around, of_place);
}

std::optional<Record> Counts::Implementation::find_same(db::Connection& connection,
                                                        std::string_view municipality,
                                                        const Number& number) const {
    const auto rows =
        connection.query(sql::find_same, municipality, same_of(number.source, number.place, number.period));
    if (rows.empty()) return std::nullopt;
    return register_::find_in(connection, records, municipality, rows[0].text("id"));
}

base::Result<Counts::Put, Counts::NotPut> Counts::Implementation::put_in(db::Connection& connection,
                                                                         const Surroundings& around,
                                                                         const Number& number,
                                                                         std::string_view actor,
                                                                         bool keeps_note) {
    const auto period = counted_period(number.period);
    if (!period) return base::failure(NotPut::no_period);
    const auto stands = find_same(connection, around.municipality_id, number);
    Record record = stands ? *stands : register_::blank_record(records.declaration(), around);
    if (!stands) {
        record.id = base::new_uuid(clock.now());
        record.columns["kind"] = number.source;
        record.columns["place"] = number.place;
        put_period(record, *period);
        record.columns["same"] = same_of(number.source, number.place, number.period);
    }
    record.columns["number"] = number.number;
    if (!keeps_note) record.columns["note"] = number.note;
    record.columns["made"] = std::string(actor.starts_with("token:") ? "program" : keeps_note ? "tap" : "");
    const auto put = records.put_in(connection, around, std::move(record), actor, base::Seen::anything());
    ENSURE(put.has_value());
    return Put{.id = put->id, .is_new = !stands, .repeated = false, .number = number.number};
}

Counts::Counts(db::Database& database, const base::Clock& clock, Neighbours neighbours)
    : implementation_(std::make_unique<Implementation>(database, clock, std::move(neighbours))) {}

Counts::~Counts() = default;

register_::Records& Counts::records() const {
    return implementation_->records;
}

base::Result<Counts::Put, Counts::NotPut> Counts::put(const Surroundings& around, const Number& number,
                                                      std::string_view actor, std::string_view key) {
    using Outcome = base::Result<Put, NotPut>;
    auto& self = *implementation_;
    if (!self.is_theirs(around, number.place)) return base::failure(NotPut::not_theirs);
    return self.database.write(
        [&](db::Connection& connection) -> Outcome {
            if (!key.empty()) {
                const auto sent = connection.query(sql::find_sent, around.municipality_id, actor, key);
                if (!sent.empty() && sent[0].text("content") != content_of(number))
                    return base::failure(NotPut::key_reused);
                if (!sent.empty())
                    return Put{.id = sent[0].text("count_id"), .repeated = true, .number = number.number};
            }
            const auto put = self.put_in(connection, around, number, actor, false);
            if (put && !key.empty())
                connection.execute(sql::add_sent, around.municipality_id, actor, key, content_of(number),
                                   put->id, base::format_utc(self.clock.now()));
            return put;
        },
        db::Isolation::deciding);
}

base::Result<Counts::Put, Counts::NotPut> Counts::put_seen(const Surroundings& around, const Number& number,
                                                           std::optional<std::int64_t> seen, std::string_view actor) {
    using Outcome = base::Result<Put, NotPut>;
    auto& self = *implementation_;
    if (!self.is_theirs(around, number.place)) return base::failure(NotPut::not_theirs);
    return self.database.write(
        [&](db::Connection& connection) -> Outcome {
            const auto stands = self.find_same(connection, around.municipality_id, number);
            const auto before = stands ? stands->whole("number") : std::nullopt;
            if (before != seen && before != number.number) return base::failure(NotPut::changed);
            return self.put_in(connection, around, number, actor, false);
        },
        db::Isolation::deciding);
}

base::Result<Counts::Put, Counts::NotPut> Counts::add_visitors(const Surroundings& around,
                                                               std::string_view place, std::int64_t more,
                                                               std::string_view actor, std::string_view key,
                                                               std::string_view source) {
    using Outcome = base::Result<Put, NotPut>;
    auto& self = *implementation_;
    if (!self.is_theirs(around, place)) return base::failure(NotPut::not_theirs);
    Number number{
        .source = std::string(source), .place = std::string(place), .period = base::format_date(around.today)};
    const auto content = number.source + " " + number.place + " " + std::to_string(more);
    const auto press = key.empty() ? std::string() : std::string(key) + "|" + content;
    return self.database.write(
        [&](db::Connection& connection) -> Outcome {
            const auto stands = self.find_same(connection, around.municipality_id, number);
            const auto before = stands ? stands->whole("number").value_or(0) : 0;
            const auto sent = connection.query(sql::find_sent, around.municipality_id, actor, press);
            if (!sent.empty()) return Put{.id = sent[0].text("count_id"), .repeated = true, .number = before};
            // One too many can only be where one was counted: nobody has counted yet stays so.
            if (!stands && more < 0) return Put{};
            number.number = std::max<std::int64_t>(0, before + more);
            if (number.number > most_in_number) return base::failure(NotPut::too_large);
            const auto put = self.put_in(connection, around, number, actor, true);
            if (put && !press.empty())
                connection.execute(sql::add_sent, around.municipality_id, actor, press, content, put->id,
                                   base::format_utc(self.clock.now()));
            return put;
        },
        db::Isolation::deciding);
}

std::optional<std::int64_t> Counts::visitors_of(std::string_view municipality, std::string_view place,
                                                base::Date day, std::string_view source) const {
    const Number number{.source = std::string(source), .place = std::string(place), .period = base::format_date(day)};
    return implementation_->database.read([&](db::Connection& connection) {
        const auto found = implementation_->find_same(connection, municipality, number);
        return found ? found->whole("number") : std::nullopt;
    });
}

}  // namespace digilots::counts
