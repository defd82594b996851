#include "platform/register/program_key.h"

#include "platform/base/form_key.h"
#include "platform/http/coded_problem.h"
#include "platform/i18n/translator.h"
#include "platform/register/planned_store.h"
#include "platform/register/steps.h"

namespace digilots::register_ {

std::string form_key_with(std::string_view key, std::string_view content) {
    return key.empty() ? "" : base::id_from_form(key, content, base::Instant{});
}

OfKey look_up_key(db::Connection& connection, const Records& records, const Surroundings& around, const Draft& draft) {
    const auto beginning = base::beginning_of_ids(typed(draft, "form_key"));
    if (beginning.empty()) return {};
    if (auto before = find_in(connection, records, around.municipality_id, id_of_draft(records, around, draft)))
        return {std::move(before), false};
    const auto next = records.statements().after({.with_ended = true}, around, beginning, 1);
    const auto rows = connection.run(next.sql.statement(), next.values);
    const auto row = rows.only();
    return {std::nullopt, row && row->text("id").starts_with(beginning)};
}

base::Result<AddedByKey, NotAdded> add_with_key(Records& records, const Surroundings& around, Draft draft, std::string_view key,
                                                std::string_view actor) {
    if (!key.empty()) draft["form_key"] = {std::string(key)};
    // What can be chosen is asked before a transaction, which waits for nobody else.
    Problems unread;
    records.read(around, draft, {}, unread);
    using Added = base::Result<AddedByKey, NotAdded>;
    return records.database().write(
        [&](db::Connection& connection) -> Added {
            auto known = look_up_key(connection, records, around, draft);
            if (known.before) return AddedByKey{*std::move(known.before), true};
            if (known.is_reused) return base::failure(NotAdded{.is_key_reused = true});
            auto added = records.add_in(connection, around, draft, actor);
            if (!added) return base::failure(NotAdded{.refusal = std::move(added.error())});
            return AddedByKey{*std::move(added), false};
        },
        db::Isolation::deciding);
}

http::Response unusable_key(const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    return http::problem(400, words.t(TEXT("The Idempotency-Key cannot be used")),
                         words.t(TEXT("Send a random UUID (version 4), a new one for each thing that you add.")));
}

http::Response key_reused(const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    return http::coded_problem(409, words.t(TEXT("This Idempotency-Key was sent with another body")),
                               words.t(TEXT("Send a new key for something new.")), "key_reused");
}

void mark_replayed(http::Response& response) { response.headers.emplace_back("Idempotency-Replayed", "true"); }

}  // namespace digilots::register_
