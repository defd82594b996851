#pragma once
// Reads and writes the records of one register.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/seen.h"
#include "platform/db/database.h"
#include "platform/files/files.h"
#include "platform/html/page.h"
#include "platform/register/statements.h"

namespace digilots::register_ {

/// Why nothing was saved. Without problems: somebody else has saved meanwhile, or it is gone. With them that may be so, too.
struct Refusal {
    Problems problems = {};
    std::optional<Record> same = {};  // what is there already under the name of the new one
    bool changed_meanwhile() const { return problems.empty(); }
};

struct Listed {
    std::vector<Record> records;
    std::int64_t found = 0;  // at most most_counted
};

/// What a page tells of a record beside its own fields.
struct More {
    struct Part {
        std::string title;
        std::vector<std::string> lines;
    };
    struct Step {
        std::string title, text, button, url;
        bool is_dangerous = true;
        std::string seen = "";  // mark_of(record): sent with it as "seen", so that who comes second is told
    };
    std::vector<html::Link> links = {};          // as others see it
    std::vector<Part> above = {}, below = {};    // of the fields
    std::vector<Step> steps = {};                // each a button of its own
    std::map<std::string, std::string, std::less<>> hints = {};  // of fields
};
using MoreOf = std::function<More(const Record& record, const html::Page& page)>;

/// "ended": in the trail, behind the register's key.
struct Step {
    std::string_view name;
    std::map<std::string, db::Value, std::less<>> columns;
};

/// What belongs to others: links, and the names of who has changed something ("" where they have no account
/// any more).
struct Others {
    LinkSources links = {};
    std::function<std::string(std::string_view account)> name_of = nullptr;
    MoreOf more = nullptr;
    /// Where records belong to a unit of the municipality, which the link "unit" says: a record's, "" for none (else what the
    /// link says), and those whose records somebody may change, nothing where they are not limited.
    std::function<std::string(const Record& record, std::string_view municipality_id)> unit_of = nullptr;
    std::function<std::optional<std::vector<std::string>>(std::string_view municipality_id, const http::Identity&)> limit_of =
        nullptr;
    /// By which ids such records name somebody in their "function" and "person": whoever is named may change one, whatever unit
    /// it is of.
    std::function<std::vector<std::string>(std::string_view municipality_id, const http::Identity&)> named_as = nullptr;
    /// First of all in the transaction that ends or deletes a record: whoever adds to what the four below look at waits for it.
    std::function<void(db::Connection& connection)> hold_still = nullptr;
    /// What belongs to a record, in words ("2 places"): while there is something it is not deleted.
    std::function<std::vector<std::string>(const Record& record, const html::Page& page)> holds = nullptr;
    /// The same in the transaction that is to delete it.
    std::function<bool(db::Connection& connection, std::string_view municipality_id, std::string_view id)> is_held = nullptr;
    /// What has to be seen to before a record ends, in words ("3 people are signed up for 3 December"): while there is
    /// something it does not end.
    std::function<std::vector<std::string>(const Record& record, const html::Page& page)> open_ends = nullptr;
    /// The same in the transaction that is to end it.
    std::function<bool(db::Connection& connection, std::string_view municipality_id, std::string_view id)> has_open_ends =
        nullptr;
    /// What the history says beside a step whose detail names no fields: "session:0192…" → "Thursday 3 December 2026"; without
    /// it, and where it says "", the fields.
    std::function<std::string(std::string_view municipality_id, std::string_view detail, const html::Page& page)> detail_of =
        nullptr;
    /// After how many months a record is to be checked again; without it after half a year.
    std::function<int(std::string_view municipality_id)> checked_every = nullptr;
    /// What the field Register::kept_to_unit says of a record that its unit alone reads.
    std::function<std::vector<std::string>(std::string_view municipality_id)> kept_to_unit = nullptr;
};

class Records {
public:
    static constexpr std::int64_t most_counted = 10'000;

    Records(Register declaration, db::Database& database, const base::Clock& clock, Others others = {});
    ~Records();

    const Register& declaration() const;
    const Statements& statements() const;
    const Others& others() const;
    db::Database& database() const;
    base::Instant now() const;
    /// Of whoever is no page: in English, without links to pages, ordered as in Swedish.
    Surroundings around(std::string_view municipality_id) const;
    /// Says in `around` what is kept from them; nothing from who works in no unit, and from administrators.
    void keep_apart(Surroundings& around, const http::Identity& identity) const;

    std::optional<Record> find(std::string_view municipality_id, std::string_view id) const;
    /// As whoever asks may read it.
    std::optional<Record> find(const Surroundings& around, std::string_view id) const;
    bool may_read(const Surroundings& around, const Record& record) const;
    /// Of a register of few: all, in their order.
    std::vector<Record> all(std::string_view municipality_id) const;
    static std::vector<Record> all(db::Connection& connection, const Statements& statements,
                                   const Register& declaration, std::string_view municipality_id);
    Listed list(const Surroundings& around, const ListQuery& query, std::int64_t limit,
                std::int64_t offset) const;
    /// Those that a table holds, `limit` at a time by id.
    std::vector<Record> after(const Surroundings& around, const ListQuery& query, std::string_view id,
                              std::int64_t limit) const;

    /// False where it may not be read, or belongs to a unit that is none of `around.units` and names nobody of `around.named`:
    /// nothing below changes it then.
    bool may_change(const Surroundings& around, const Record& record) const;
    /// The same of a change: who is limited to a unit neither takes from another nor gives away. nullptr: it is new.
    void check_unit(const Surroundings& around, const Record* before, const Record& after, Problems& problems) const;

    /// What no two records may say alike, and what they may not say beside each other, held against what stands. nullptr: it is
    /// new.
    void check_same(const Surroundings& around, const Record* before, const Record& record, Problems& problems) const;

    /// Whether any record says itself that it belongs to a unit; false where none can.
    bool has_any_of_unit(db::Connection& connection, std::string_view municipality_id, std::string_view unit) const;

    /// As a form shows it.
    Draft draft_of(const Record& record, const Surroundings& around) const;
    /// Of all that is in it, for forms (base::Seen).
    std::string mark_of(const Record& record) const;

    /// With a "form_key" in the draft (base/form_key.h) the same content is added once, however often it is sent.
    base::Result<Record, Refusal> add(const Surroundings& around, const Draft& draft, std::string_view actor);
    base::Result<Record, Refusal> change(const Surroundings& around, std::string_view id, const Draft& draft,
                                         std::string_view actor, const base::Seen& seen);
    enum class Use { ended, in_use };
    /// False: somebody else has saved meanwhile, or it is gone.
    bool set_use(const Surroundings& around, std::string_view id, Use use, std::string_view actor,
                 const base::Seen& seen);
    /// Columns past the form: a step of the slice's own. False where the record is gone.
    bool take_step(const Surroundings& around, std::string_view id, const Step& step, std::string_view actor);
    /// All of it was looked at today. False where it is gone.
    bool verify(const Surroundings& around, std::string_view id, std::string_view actor);
    bool remove(const Surroundings& around, std::string_view id, std::string_view actor,
                const base::Seen& seen);

    // Where the register has attachments: the record's files, the first added first.
    std::vector<files::File> files_of(std::string_view municipality_id, std::string_view id) const;
    base::Result<files::File, files::Refused> add_file(const Surroundings& around, std::string_view id,
                                                       const files::Details& details,
                                                       const files::Media& media, std::string_view actor);
    /// False: somebody else has changed it meanwhile, or it is gone.
    bool change_file(const Surroundings& around, std::string_view id, std::string_view file, const files::Details& details,
                     std::string_view actor, const base::Seen& seen);
    bool remove_file(const Surroundings& around, std::string_view id, std::string_view file, std::string_view actor,
                     const base::Seen& seen);

    /// Inside the caller's transaction, which is `deciding`: for several at once. Call read() before it: what can be
    /// chosen is then known in `around`.
    base::Result<Record, Refusal> add_in(db::Connection& connection, const Surroundings& around,
                                         const Draft& draft, std::string_view actor);
    base::Result<Record, Refusal> change_in(db::Connection& connection, const Surroundings& around,
                                            std::string_view id, const Draft& draft, std::string_view actor,
                                            const base::Seen& seen);

    /// The same for a record that a slice's own code made, column by column: nobody was asked, so only what no two may
    /// have alike is checked. Adds it where there is none with its id; "" is a new one.
    base::Result<Record, Refusal> put_in(db::Connection& connection, const Surroundings& around,
                                         Record record, std::string_view actor, const base::Seen& seen);

    /// What was typed as a record, without storing it; `before` is what stands.
    Record read(const Surroundings& around, const Draft& draft, const Record& before,
                Problems& problems) const;

private:
    bool with_file(const Surroundings& around, std::string_view id, std::string_view file, const base::Seen& seen,
                   const std::function<bool(db::Connection&, const Record&, const files::File&)>& work) const;
    /// What can be chosen is asked before a transaction, which waits for nobody else.
    void prepare(const Surroundings& around) const;
    void check_links(db::Connection& connection, const Surroundings& around, const Record* before, const Record& after,
                     Problems& problems) const;
    void check_against(const Writing& writing, const Record& record, Problems& problems) const;
    std::optional<Record> find_same(db::Connection& connection, const Surroundings& around,
                                    const Draft& draft, const Record& added) const;

    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

bool is_changed(const Field& field, const Record& before, const Record& after);
/// As a form that says nothing makes it.
Record blank_record(const Register& declaration, const Surroundings& around);
/// As it is, past the form, its rules and its trace: for a slice's own import. Adds it where it is not there.
void store_record(db::Connection& connection, const Register& declaration, const Statements& statements,
                  const Surroundings& around, const Record& record);
/// Its place in the language and what is searched, of rows that a migration moved into the table. How many.
std::int64_t derive_missing(db::Connection& connection, const Register& declaration,
                            const Statements& statements, const Surroundings& around);

/// The row of a SELECT of Statements.
Record record_of(const Register& declaration, const db::Row& row);
/// "1" is the first place.
std::optional<std::int64_t> typed_position(const Draft& draft);

}  // namespace digilots::register_
