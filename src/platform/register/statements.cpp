#include "platform/register/statements.h"

#include <algorithm>
#include <set>

#include "platform/base/ensure.h"
#include "platform/base/text.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t most_search_words = 6, longest_search_word = 40, longest_search_text = 2000,
                      longest_ordered = 80;

/// What pages and programs ask for by themselves.
constexpr std::string_view inputs_of_pages[] = {
    "q",    "sort",    "page", "size", "ended",   "limit",   "cursor",     "rows",
    "file", "checked", "seen", "shown",   "sure",    "differs", "form_of", "csrf_token",
    "places", "form_key", "is_another", "all_checked", "asked_about"};

bool is_name(std::string_view name) {
    return !name.empty() && name.size() < 60 && std::ranges::all_of(name, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    });
}

/// Nothing but names becomes a part of a statement.
void require_sound(const Register& declaration) {
    ENSURE(is_name(declaration.key) && is_name(declaration.table) && !declaration.fields.empty());
    std::set<std::string> names{"municipality_id", "id",       "version",  "created_at",
                                "changed_at",      "ended_at", "position", "search_text"};
    for (const auto& column : declaration.columns())
        ENSURE(is_name(column.name) && names.insert(column.name).second);
    ENSURE(declaration.size == Size::many || !declaration.ends());
    ENSURE(declaration.size == Size::few || declaration.endings != Endings::removed);
    ENSURE(declaration.published.empty() || declaration.find(declaration.published) != nullptr);
    const bool is_for_everyone =
        !declaration.interface.path.empty() && declaration.interface.access == http::Access::anyone;
    ENSURE(!is_for_everyone || !declaration.published.empty());
    for (const auto& field : declaration.fields)
        for (const auto& input : field.type->inputs(field))
            ENSURE(std::ranges::find(inputs_of_pages, input) == std::end(inputs_of_pages));
    ENSURE(declaration.verified.empty() || declaration.find(declaration.verified) != nullptr);
    if (!declaration.kept_to_unit.empty())
        ENSURE(declaration.size == Size::many && declaration.find(declaration.kept_to_unit) && declaration.find("unit"));
    ENSURE(!declaration.may_be_same || declaration.fields.front().is_searched);
    for (const auto& field : declaration.fields) {
        ENSURE(!field.is_filter || field.type->has_filter());
        if (field.is_sorted && field.type->is_ordered_by_language())
            ENSURE(names.insert(std::string(field.name) + "_order").second);
    }
}

std::string order_column(const Field& field) {
    return std::string(field.name) + (field.type->is_ordered_by_language() ? "_order" : "");
}

/// What is written beside the columns of the fields.
std::vector<std::string> derived_columns(const Register& declaration) {
    std::vector<std::string> names;
    for (const auto& field : declaration.fields)
        if (field.is_sorted && field.type->is_ordered_by_language()) names.push_back(order_column(field));
    if (declaration.is_searched()) names.emplace_back("search_text");
    return names;
}

std::vector<std::string> written_columns(const Register& declaration) {
    std::vector<std::string> names;
    for (const auto& column : declaration.columns()) names.push_back(column.name);
    for (auto& name : derived_columns(declaration)) names.push_back(std::move(name));
    return names;
}

std::string parameter(std::size_t number) {
    return "$" + std::to_string(number);
}

std::string insert_text(const Register& declaration) {
    std::string names = "municipality_id, id, version, created_at, changed_at", values = "$1, $2, 1, $3, $3";
    std::size_t next = 4;
    const auto add = [&](const std::string& name) {
        names += ", " + name;
        values += ", " + parameter(next++);
    };
    if (declaration.is_ordered_by_hand()) add("position");
    if (declaration.ends()) {
        names += ", ended_at";
        values += ", ''";
    }
    for (const auto& name : written_columns(declaration)) add(name);
    return "INSERT INTO " + std::string(declaration.table) + " (" + names + ") VALUES (" + values + ")";
}

constexpr std::string_view this_version = " WHERE municipality_id = $1 AND id = $2 AND version = $3";

std::string update_text(const Register& declaration, const std::vector<std::string>& columns) {
    std::string text =
        "UPDATE " + std::string(declaration.table) + " SET version = version + 1, changed_at = $4";
    std::size_t next = 5;
    for (const auto& name : columns) text += ", " + name + " = " + parameter(next++);
    return text + std::string(this_version);
}

std::string derive_text(const Register& declaration, const std::vector<std::string>& columns) {
    std::string set;
    std::size_t next = 3;
    for (const auto& name : columns) set += (set.empty() ? "" : ", ") + name + " = " + parameter(next++);
    return "UPDATE " + std::string(declaration.table) + " SET " + set +
           " WHERE municipality_id = $1 AND id = $2";
}

/// "?" becomes the next $n.
void append(BoundSql& bound, const Condition& condition) {
    bound.sql.text += " AND (";
    auto value = condition.values.begin();
    for (const char letter : condition.sql) {
        if (letter != '?') {
            bound.sql.text += letter;
            continue;
        }
        ENSURE(value != condition.values.end());
        bound.values.push_back(*value++);
        bound.sql.text += parameter(bound.values.size());
    }
    bound.sql.text += ")";
}

Condition what_is_read(const Surroundings::KeptApart& apart, std::string_view by) {
    auto kept = is_one_of(by, apart.levels);
    const auto own = is_one_of("unit", apart.units);
    kept.values.insert(kept.values.end(), own.values.begin(), own.values.end());
    return {"unit = '' OR NOT (" + kept.sql + ") OR " + own.sql, std::move(kept.values)};
}

std::string bind(BoundSql& bound, db::Value value) {
    bound.values.push_back(std::move(value));
    return parameter(bound.values.size());
}

}  // namespace

Statements::Statements(const Register& declaration) : declaration_(declaration) {
    require_sound(declaration);
    const std::string key(declaration.key), table(declaration.table);
    columns_ = "id, version, created_at, changed_at";
    if (declaration.is_ordered_by_hand()) columns_ += ", position";
    if (declaration.ends()) columns_ += ", ended_at";
    for (const auto& column : declaration.columns()) columns_ += ", " + column.name;
    from_ = " FROM " + table + " WHERE municipality_id = $1";
    find = {key + "/find", "SELECT " + columns_ + from_ + " AND id = $2"};
    all = {key + "/all", "SELECT " + columns_ + from_ + (declaration.size == Size::many ? " ORDER BY id" : order({}))};
    const std::string hour = "SUBSTR(created_at, 1, 13)";
    const auto* unit = declaration.find("unit");
    const bool has_unit = unit && !unit->source.empty();
    added = {key + "/added", "SELECT " + hour + " AS hour, " + (has_unit ? "unit" : "''") + " AS unit, COUNT(*) AS number" +
                                 from_ + " AND created_at >= $2 AND created_at < $3 GROUP BY " + hour +
                                 (has_unit ? ", unit" : "")};
    insert = {key + "/insert", insert_text(declaration)};
    update = {key + "/update", update_text(declaration, written_columns(declaration))};
    end = {key + "/end", update_text(declaration, {"ended_at"})};
    remove = {key + "/remove", "DELETE FROM " + table + std::string(this_version)};
    move = {key + "/move", "UPDATE " + table +
                               " SET version = version + 1, position = $3"
                               " WHERE municipality_id = $1 AND id = $2 AND position <> $3"};
    if (const auto derived = derived_columns(declaration); !derived.empty()) {
        derive = {key + "/derive", derive_text(declaration, derived)};
        std::string none;
        for (const auto& name : derived) none += " AND " + name + " = ''";
        underived = {key + "/underived", "SELECT " + columns_ + from_ + none + " ORDER BY id"};
    }
    if (has_unit) of_unit = {key + "/of_unit", "SELECT id" + from_ + " AND unit = $2 LIMIT 1"};
    for (const auto& field : declaration.fields)
        if (field.is_unique)
            same.emplace_back(field.name, Sql{key + "/same_" + std::string(field.name),
                                              "SELECT id" + from_ + " AND " + std::string(field.name) +
                                                  " = $2 AND id <> $3 LIMIT 1"});
}

BoundSql Statements::where(const ListQuery& query, const Surroundings& around) const {
    BoundSql bound{{std::string(declaration_.key) + "/list", from_}, {around.municipality_id}};
    if (query.finds_nothing) bound.sql.text += " AND 1 = 0";
    if (declaration_.ends() && !query.with_ended) bound.sql.text += " AND ended_at = ''";
    if (query.only_published) bound.sql.text += " AND " + std::string(declaration_.published) + " = 1";
    if (around.kept_apart && !declaration_.kept_to_unit.empty())
        append(bound, what_is_read(*around.kept_apart, declaration_.kept_to_unit));
    for (const auto& [name, chosen] : query.filters) {
        const auto* field = declaration_.find(name);
        ENSURE(field != nullptr && field->is_filter);
        append(bound, field->type->where(*field, chosen, around));
    }
    if (!declaration_.is_searched()) return bound;
    // Words hold letters and digits alone: none is a sign of LIKE.
    for (const auto& word : searched_words(query.search))
        append(bound, {"search_text LIKE ?", {"%" + word + "%"}});
    return bound;
}

std::string Statements::order(const ListQuery& query) const {
    const auto& fields = declaration_.fields;
    auto sorted = std::ranges::find_if(
        fields, [&](const Field& field) { return field.is_sorted && field.name == query.sort; });
    if (sorted == fields.end()) sorted = std::ranges::find_if(fields, &Field::is_sorted);
    const std::string direction = query.is_descending ? " DESC" : "";
    if (sorted == fields.end())
        return " ORDER BY " + std::string(declaration_.is_ordered_by_hand() ? "position, " : "") + "id" +
               direction;
    // Both engines put what is unknown first, and last where the order is turned round.
    const bool may_be_null = sorted->type->columns(*sorted).front().storage != Storage::text;
    const std::string nulls = !may_be_null ? "" : query.is_descending ? " NULLS LAST" : " NULLS FIRST";
    return " ORDER BY " + order_column(*sorted) + direction + nulls + ", id" + direction;
}

BoundSql Statements::list(const ListQuery& query, const Surroundings& around, std::int64_t limit,
                          std::int64_t offset, Hits hits) const {
    auto bound = where(query, around);
    if (hits == Hits::few) bound.sql.text = from_ + " AND id IN (SELECT id" + bound.sql.text + ")";
    const std::string rest = order(query) + " LIMIT " + bind(bound, limit);
    bound.sql.text = "SELECT " + columns_ + bound.sql.text + rest + " OFFSET " + bind(bound, offset);
    return bound;
}

BoundSql Statements::count(const ListQuery& query, const Surroundings& around, std::int64_t most) const {
    auto bound = where(query, around);
    bound.sql.text =
        "SELECT COUNT(*) AS n FROM (SELECT 1" + bound.sql.text + " LIMIT " + bind(bound, most) + ") AS found";
    return bound;
}

BoundSql Statements::after(const ListQuery& query, const Surroundings& around, std::string_view id,
                           std::int64_t limit) const {
    auto bound = where(query, around);
    append(bound, {"id > ?", {std::string(id)}});
    bound.sql.text = "SELECT " + columns_ + bound.sql.text + " ORDER BY id LIMIT " + bind(bound, limit);
    return bound;
}

std::string searched_text(const Register& declaration, const Record& record, const Surroundings& around) {
    std::string all;
    for (const auto& field : declaration.fields) {
        if (!field.is_searched) continue;
        for (const auto& line : field.type->show(field, record, around).lines)
            all += (all.empty() ? "" : " ") + line;
    }
    std::string folded;
    for (const auto& word : base::words(base::fold(base::cut(all, longest_search_text))))
        folded += (folded.empty() ? "" : " ") + word;
    return folded;
}

std::vector<std::string> searched_words(std::string_view typed) {
    auto words = base::words(base::fold(base::cut(base::clean(typed.substr(0, 2000)), 400)));
    if (words.size() > most_search_words) words.resize(most_search_words);
    for (auto& word : words) word = base::cut(word, longest_search_word);
    return words;
}

std::string order_of(std::string_view text, std::string_view language) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : base::collation_key(base::cut(text, longest_ordered), language)) {
        hex += digits[byte / 16];
        hex += digits[byte % 16];
    }
    return hex;
}

}  // namespace digilots::register_
