// Files of a record: each change in the transaction that looks whether the record is there and theirs.
#include "platform/files/files.h"
#include "platform/register/records_implementation.h"
#include "platform/register/store_rows.h"

namespace digilots::register_ {

namespace {

using Added = base::Result<files::File, files::Refused>;

}  // namespace

files::Owner owner_of(const Register& declaration, std::string_view municipality_id, std::string_view id) {
    return {std::string(municipality_id), std::string(declaration.key), std::string(id)};
}

std::vector<files::File> Records::files_of(std::string_view municipality_id, std::string_view id) const {
    return database().read([&](db::Connection& connection) {
        return files::of_owner(connection, owner_of(declaration(), municipality_id, id));
    });
}

Added Records::add_file(const Surroundings& around, std::string_view id, const files::Details& details,
                        const files::Media& media, std::string_view actor) {
    const auto& [declaration, statements, database, clock, links] = *implementation_;
    return database.write(
        [&](db::Connection& connection) -> Added {
            const auto record = implementation_->find(connection, around.municipality_id, id);
            if (!record || !may_change(around, *record))
                return base::failure(files::Refused{
                    TEXT("The record is there no more, or is not yours to change. Nothing is added.")});
            const auto owner = owner_of(declaration, around.municipality_id, id);
            const auto before = files::of_owner(connection, owner).size();
            auto added = files::add(connection, owner, details, media, actor, clock.now());
            const bool is_new = added && files::of_owner(connection, owner).size() > before;
            if (is_new) trace(connection, declaration, around, *record, actor, "file added", "", clock.now());
            return added;
        },
        db::Isolation::deciding);
}

bool Records::with_file(
    const Surroundings& around, std::string_view id, std::string_view file, const base::Seen& seen,
    const std::function<bool(db::Connection&, const Record&, const files::File&)>& work) const {
    return database().write(
        [&](db::Connection& connection) {
            const auto record = implementation_->find(connection, around.municipality_id, id);
            if (!record || !may_change(around, *record)) return false;
            const auto found = files::find(connection, around.municipality_id, file);
            const bool is_its = found && found->owner.kind == declaration().key && found->owner.id == id;
            return is_its && seen.is(found->mark()) && work(connection, *record, *found);
        },
        db::Isolation::deciding);
}

bool Records::change_file(const Surroundings& around, std::string_view id, std::string_view file,
                          const files::Details& details, std::string_view actor, const base::Seen& seen) {
    return with_file(around, id, file, seen,
                     [&](db::Connection& connection, const Record& record, const files::File& found) {
                         if (!files::change(connection, found, details)) return false;
                         trace(connection, declaration(), around, record, actor, "file changed", "", now());
                         return true;
                     });
}

bool Records::remove_file(const Surroundings& around, std::string_view id, std::string_view file,
                          std::string_view actor, const base::Seen& seen) {
    return with_file(around, id, file, seen,
                     [&](db::Connection& connection, const Record& record, const files::File& found) {
                         if (!files::remove(connection, found, now())) return false;
                         trace(connection, declaration(), around, record, actor, "file removed", "", now());
                         return true;
                     });
}

}  // namespace digilots::register_
