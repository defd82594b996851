#include "inquiries/inquiry_store.h"

#include <set>

#include "inquiries/further.h"
#include "inquiries/sql.h"
#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/feed/feed.h"

namespace digilots::inquiries::store {

namespace {

base::Instant instant(const std::string& text) {
    const auto parsed = base::parse_utc(text);
    ENSURE(parsed);
    return *parsed;
}

std::string list_text(const std::vector<std::string>& keys) { return keys.empty() ? "" : "," + base::joined(keys, ",") + ","; }

void read_details(const db::Row& row, Inquiry& inquiry) {
    inquiry.kind = row.text("kind");
    inquiry.asker = row.text("asker");
    inquiry.e_service = row.text("e_service");
    inquiry.follow_up = row.flag("follow_up");
    take_further(row.text("further"), inquiry);
    inquiry.barriers = base::separated(row.text("barriers"), ',');
    inquiry.target_groups = base::separated(row.text("target_groups"), ',');
    if (!inquiry.is_group()) return;
    for (const auto& [key, member] : kinds_of_persons())
        if (const auto count = row.get<std::optional<std::int64_t>>(key)) inquiry.persons.*member = static_cast<int>(*count);
}

StoredInquiry read_inquiry(const db::Row& row) {
    StoredInquiry stored;
    Inquiry& inquiry = stored.inquiry;
    inquiry.id = row.text("id");
    inquiry.at = instant(row.text("at"));
    inquiry.place = row.text("place");
    inquiry.channel = row.text("channel");
    inquiry.outcome = row.text("outcome");
    inquiry.support_given = row.text("support_given");
    inquiry.body = row.text("body");
    inquiry.language = row.text("language");
    inquiry.barrier = row.text("barrier");
    inquiry.age_band = row.text("age_band");
    inquiry.gender = row.text("gender");
    if (const auto minutes = row.get<std::optional<std::int64_t>>("minutes")) inquiry.minutes = static_cast<int>(*minutes);
    if (row.flag("is_returning")) inquiry.returning = true;
    inquiry.note = row.text("note");
    inquiry.referred_to = row.text("referred_to");
    read_details(row, inquiry);
    stored.local_date = base::parse_date(row.text("local_date")).value();
    stored.local_hour = static_cast<int>(row.integer("local_hour"));
    inquiry.no_time = stored.local_hour == unknown_hour;
    stored.created_at = instant(row.text("created_at"));
    stored.created_by = row.text("created_by");
    return stored;
}

/// One row a topic, those of one inquiry beside each other.
std::vector<StoredInquiry> read_inquiries(const db::Rows& rows) {
    std::vector<StoredInquiry> all;
    for (const db::Row row : rows) {
        if (all.empty() || all.back().inquiry.id != row.text("id")) all.push_back(read_inquiry(row));
        all.back().inquiry.topics.push_back(row.text("topic"));
    }
    return all;
}

void insert_topics(db::Connection& connection, std::string_view municipality_id, const Inquiry& inquiry) {
    for (std::size_t i = 0; i < inquiry.topics.size(); ++i) {
        connection.execute(sql::insert_topic, municipality_id, inquiry.id, i, inquiry.topics[i]);
    }
}

std::optional<std::string> recorded_from(const Filter& filter) {
    if (!filter.recorded_from) return std::nullopt;
    return base::format_utc(*filter.recorded_from);
}

/// ",library,town-hall,", "!,library," at none of them
std::optional<std::string> places_in(const Filter& filter) {
    if (!filter.places) return std::nullopt;
    std::string all = filter.is_elsewhere ? "!," : ",";
    for (const auto& place : *filter.places) all += place + ",";
    return all;
}

/// "%,feedback:complaint,%": the first; the rest in one, as they stand one after the other.
std::optional<std::string> said_in(const Filter& filter, std::size_t i) {
    if (i >= filter.said.size()) return std::nullopt;
    std::string pattern = "%";
    const auto last = i == 0 ? 1 : filter.said.size();
    for (auto at = i; at < last; ++at) pattern += (at == i ? "," : "") + filter.said[at] + ",%";
    return pattern;
}

}  // namespace

bool claim_key(db::Connection& connection, const Key& key, std::string_view inquiry_id, base::Instant now) {
    return connection.execute(sql::claim_key, key.municipality_id, key.actor, key.key, key.body_hash, inquiry_id,
                              base::format_utc(now)) == 1;
}

std::optional<UsedKey> find_key(db::Connection& connection, const Key& key) {
    const db::Rows rows = connection.query(sql::find_key, key.municipality_id, key.actor, key.key);
    const auto row = rows.only();
    if (!row) return std::nullopt;
    return UsedKey{row->text("body_hash"), row->text("inquiry_id")};
}

void forget_keys_of(db::Connection& connection, std::string_view municipality_id, std::string_view inquiry_id) {
    connection.execute(sql::forget_keys_of, municipality_id, inquiry_id);
}

void insert(db::Connection& connection, std::string_view municipality_id, const StoredInquiry& stored) {
    const Inquiry& i = stored.inquiry;
    connection.execute(sql::insert_inquiry, municipality_id, i.id, base::format_utc(i.at), base::format_date(stored.local_date),
                       stored.local_hour, i.place, i.channel, i.outcome, i.support_given, i.body, i.language, i.barrier,
                       i.age_band, i.gender, i.minutes, i.returning == true, i.note, i.referred_to,
                       base::format_utc(stored.created_at), stored.created_by, i.kind, i.asker, i.e_service, i.follow_up,
                       list_text(i.barriers), list_text(i.target_groups), i.persons.women, i.persons.men, i.persons.girls,
                       i.persons.boys, i.persons.other, i.persons.not_stated, further_text(i));
    insert_topics(connection, municipality_id, i);
}

void update(db::Connection& connection, std::string_view municipality_id, const StoredInquiry& stored) {
    const Inquiry& i = stored.inquiry;
    connection.execute(sql::update_inquiry, municipality_id, i.id, base::format_utc(i.at), base::format_date(stored.local_date),
                       stored.local_hour, i.place, i.channel, i.outcome, i.support_given, i.body, i.language, i.barrier,
                       i.age_band, i.gender, i.minutes, i.returning == true, i.note, i.referred_to, i.kind, i.asker, i.e_service,
                       i.follow_up, list_text(i.barriers), list_text(i.target_groups), i.persons.women, i.persons.men,
                       i.persons.girls, i.persons.boys, i.persons.other, i.persons.not_stated, further_text(i));
    connection.execute(sql::delete_topics, municipality_id, i.id);
    insert_topics(connection, municipality_id, i);
}

void mark_deleted(db::Connection& connection, std::string_view municipality_id, std::string_view id, base::Instant now) {
    connection.execute(sql::mark_deleted, municipality_id, id, base::format_utc(now));
}

bool lock(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    return !connection.query(sql::lock_inquiry, municipality_id, id).empty();
}

std::optional<StoredInquiry> find(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    std::vector<StoredInquiry> found = read_inquiries(connection.query(sql::find_inquiry, municipality_id, id));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<base::Instant> recorded_at(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    const auto rows = connection.query(sql::find_recorded, municipality_id, id);
    const auto row = rows.only();
    return row ? std::optional(base::parse_utc(row->text("created_at")).value_or(base::Instant{})) : std::nullopt;
}

bool is_any_recorded(db::Connection& connection, std::string_view municipality_id, const std::string& beginning) {
    return !connection.query(sql::find_any_recorded, municipality_id, beginning, beginning + "~").empty();
}

void append_to_feed(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    const std::int64_t position = feed::next_position(connection, "inquiries", municipality_id);
    connection.execute(sql::insert_feed_place, municipality_id, position, id);
}

std::optional<std::int64_t> place_in_feed(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    const db::Rows rows = connection.query(sql::find_feed_place, municipality_id, id);
    if (rows.empty()) return std::nullopt;
    return rows[0].integer("position");
}

std::vector<StoredInquiry> list_recorded(db::Connection& connection, std::string_view municipality_id,
                                         std::int64_t place, base::Instant since, int limit) {
    return read_inquiries(connection.query(sql::list_recorded, municipality_id, place, base::format_utc(since), limit));
}

std::vector<StoredInquiry> list_filtered(db::Connection& connection, std::string_view municipality_id,
                                         const Filter& filter, int limit, int offset) {
    return read_inquiries(connection.query(sql::list_filtered, municipality_id, base::format_utc(filter.from),
                                           base::format_utc(filter.until), filter.place, filter.channel, filter.outcome,
                                           filter.created_by, filter.topic, limit, offset,
                                           recorded_from(filter), places_in(filter), filter.kind, filter.target_group,
                                           filter.asker, filter.e_service, said_in(filter, 0), said_in(filter, 1),
                                           filter.follow_up, filter.receiver));
}

std::int64_t count_filtered(db::Connection& connection, std::string_view municipality_id, const Filter& filter) {
    const db::Rows counted = connection.query(
        sql::count_filtered, municipality_id, base::format_utc(filter.from), base::format_utc(filter.until), filter.place,
        filter.channel, filter.outcome, filter.created_by, filter.topic, recorded_from(filter), places_in(filter), filter.kind,
        filter.target_group, filter.asker, filter.e_service, said_in(filter, 0), said_in(filter, 1), filter.follow_up,
        filter.receiver);
    return counted[0].integer("found");
}

std::vector<StoredInquiry> rows_of_days(db::Connection& connection, std::string_view municipality_id, base::Instant from,
                                        base::Instant until, std::string_view month) {
    return read_inquiries(connection.query(sql::rows_of_days, municipality_id, base::format_utc(from),
                                           base::format_utc(until), month));
}

void insert_change(db::Connection& connection, std::string_view municipality_id, std::string_view id, const Change& change) {
    connection.execute(sql::insert_change, municipality_id, id, base::new_uuid(change.at), base::format_utc(change.at),
                       change.actor, change.action, change.fields, change.reason);
}

std::vector<Change> list_changes(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    std::vector<Change> changes;
    for (const db::Row row : connection.query(sql::list_changes, municipality_id, id)) {
        changes.push_back({instant(row.text("at")), row.text("actor"), row.text("action"), row.text("fields"),
                           row.text("reason")});
    }
    return changes;
}

// Cells come sorted from the map, so two writers on PostgreSQL lock them in the same order and never each other.
void add_counts(db::Connection& connection, std::string_view municipality_id, const Cells& cells) {
    std::vector<std::vector<db::Value>> rows;
    rows.reserve(cells.size());
    std::set<std::string> months;
    for (const auto& [key, value] : cells) {
        if (value == CellValue{}) continue;
        months.insert(key.period.substr(0, 7));
        rows.push_back({std::string(municipality_id), key.grain, key.cut, key.period, key.key_1, key.key_2, value.inquiries,
                        value.minutes, value.answered, value.referred, value.returning_visits, value.timed, value.group_entries,
                        value.counted_groups, value.persons});
    }
    connection.execute_many(sql::add_count, rows);
    std::vector<std::vector<db::Value>> changes;
    for (const auto& month : months) changes.push_back({month, std::string(municipality_id)});
    connection.execute_many(sql::add_month_change, changes);
}

Cells counts_of_month(db::Connection& connection, std::string_view municipality_id, std::string_view month) {
    Cells cells;
    for (const db::Row row : connection.query(sql::counts_of_month, municipality_id, month)) {
        cells[{row.text("grain"), row.text("cut"), row.text("period"), row.text("key_1"), row.text("key_2")}] = {
            row.integer("inquiries"), row.integer("minutes"), row.integer("answered"), row.integer("referred"),
            row.integer("returning_visits"), row.integer("timed"), row.integer("group_entries"),
            row.integer("counted_groups"), row.integer("persons")};
    }
    return cells;
}

bool keys_off(db::Connection& connection, std::string_view municipality_id, std::string_view account_id) {
    const db::Rows rows = connection.query(sql::find_keys_off, municipality_id, account_id);
    const auto row = rows.only();
    return row && row->flag("keys_off");
}

void set_keys_off(db::Connection& connection, std::string_view municipality_id, std::string_view account_id, bool off) {
    connection.execute(sql::set_keys_off, municipality_id, account_id, off);
}

void delete_counts_of_month(db::Connection& connection, std::string_view municipality_id, std::string_view month) {
    connection.execute(sql::delete_counts_of_month, municipality_id, month);
    connection.execute(sql::add_month_change, month, municipality_id);
}

}  // namespace digilots::inquiries::store
