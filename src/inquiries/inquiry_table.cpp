#include "inquiries/inquiry_table.h"

#include <algorithm>
#include <exception>

#include "inquiries/further.h"
#include "inquiries/implementation.h"
#include "inquiries/inquiry_columns.h"
#include "inquiries/recording.h"
#include "inquiries/units.h"
#include "inquiries/wanted_entries.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/register/planned_store.h"
#include "platform/tables/read_table.h"

namespace digilots::inquiries {

namespace {

using namespace register_;
constexpr std::string_view taken_in = "table";  // whose keys those of tables are, whoever takes them in
constexpr int entries_at_once = 1000;
constexpr std::size_t told_every = 200;
constexpr std::int64_t before_the_first = -1;

/// The same for the same row of the same table.
std::string id_of_row(const PlannedRow& row, std::string_view form_key) {
    std::string said;
    for (const auto& [input, values] : row.draft) said += "\n" + input + "\n" + base::joined(values, "\n");
    return base::id_from_form(key_of_row(row, form_key), "inquiry" + said, base::Instant{});
}

class InquiryStore final : public PlannedStore {
public:
    explicit InquiryStore(Inquiries& inquiries)
        : inquiries_(inquiries),
          service_(Inside::service(inquiries)),
          declaration_(inquiry_declaration(service_)) {}

    const Register& declaration() const override { return declaration_; }
    Service& service() const { return service_; }

    std::optional<Record> find(const Surroundings& around, std::string_view id) const override {
        const auto stored = service_.database.read(
            [&](db::Connection& connection) { return store::find(connection, around.municipality_id, id); });
        if (!stored || !may_see(around, stored->inquiry.place)) return std::nullopt;
        return record_of(stored->inquiry, service_, around);
    }
    void each(const Surroundings& around, const std::function<void(const Record&)>& take) const override {
        auto place = before_the_first;
        for (auto some = after(around, place); !some.empty(); some = after(around, place)) {
            for (const auto& stored : some)
                if (may_see(around, stored.inquiry.place)) take(record_of(stored.inquiry, service_, around));
            const auto last = service_.database.read([&](db::Connection& connection) {
                return store::place_in_feed(connection, around.municipality_id, some.back().inquiry.id);
            });
            if (!last) return;
            place = *last;
        }
    }
    std::vector<Record> others(const Surroundings&) const override { return {}; }

    void check(const Surroundings& around, const Record* before, const Record& after,
               Problems& problems) const override {
        const auto tenant = service_.municipalities.find_tenant(around.slug);
        if (!tenant || !problems.empty()) return;
        if (!may_see(around, after.text("place")))
            problems.push_back(
                {"place",
                 TEXT("You may only change what belongs to your own unit. Ask an administrator where "
                      "this is to be yours.")});
        const auto inquiry = inquiry_of(after, nullptr, service_, around);
        for (auto& [name, message] : inquiries_.validate(*tenant, inquiry, *around.words)) {
            const std::string column = column_of(name);
            // What was true when it was logged stays, though a place has closed since or two years have gone.
            const bool is_old = before && before->as_text(column) == after.as_text(column);
            const bool may_be_old = column == "date" || column == "place" || column == "referred_to" ||
                                   column == "e_service" || column == unit_concerned;
            if (!is_old || !may_be_old) problems.push_back({.input = column, .in_words = std::move(message)});
        }
    }

    /// What was taken back since stays so.
    std::optional<base::Instant> sent_at(const Surroundings& around, const PlannedRow& row,
                                         std::string_view form_key) const override {
        return service_.database.read([&](db::Connection& connection) {
            return store::recorded_at(connection, around.municipality_id, id_of_row(row, form_key));
        });
    }

private:
    std::vector<StoredInquiry> after(const Surroundings& around, std::int64_t place) const {
        return service_.database.read([&](db::Connection& connection) {
            return store::list_recorded(connection, around.municipality_id, place, base::Instant{},
                                        entries_at_once);
        });
    }
    bool may_see(const Surroundings& around, std::string_view place) const {
        if (!around.units) return true;
        return std::ranges::any_of(*around.units, [&](const std::string& unit) {
            const auto places = places_of_unit(service_, around.municipality_id, register_::read_unit(unit)).places;
            return places && std::ranges::find(*places, place) != places->end();
        });
    }

    Inquiries& inquiries_;
    Service& service_;
    const Register declaration_;
};

/// Ends the transaction: nothing of it is kept.
struct NotLogged : std::exception {
    int line;
    explicit NotLogged(int of_row) : line(of_row) {}
};

class InquiryTable final : public TableKind {
public:
    InquiryTable(Inquiries& inquiries, referral::Referral& referral)
        : store_(inquiries), referral_(referral) {}

    std::string_view key() const override { return "inquiries"; }
    i18n::Text title() const override { return store_.declaration().names.many; }
    std::string_view path() const override { return store_.declaration().path; }
    bool holds_people() const override { return true; }
    http::Role change() const override { return store_.declaration().change; }
    base::Instant now() const override { return store_.service().clock.now(); }
    Surroundings around(const http::Tenant& tenant, const i18n::Translator& words,
                        const http::Identity* identity) const override {
        auto around = surroundings_of(tenant, words, now());
        if (identity)
            around.units = organisation::limit_of(*store_.service().organisation.units(tenant.id), *identity);
        return around;
    }
    void write(const Surroundings& around, const http::Fields& query, const Lines& lines) const override {
        write_lines(store_, around, entries_wanted(store_.service(), query, around), lines);
    }
    /// Of the whole table: the next one may rightly have rows that say the same.
    std::string key_of(const tables::Table& table, const Surroundings& around) const override {
        return base::form_key_of(TableKind::key_of(table, around) + "\n" + tables::typed_text_of(table));
    }
    Plan plan(const tables::Table& table, const Surroundings& around, const Looking& looking) const override {
        const auto beginning = base::beginning_of_ids(looking.form_key);
        const bool is_known = !beginning.empty() && store_.service().database.read([&](db::Connection& connection) {
            return store::is_any_recorded(connection, around.municipality_id, beginning);
        });
        return plan_import(store_, table, around, {looking.progress, is_known ? looking.form_key : ""});
    }

    CarriedOut carry_out(const Plan& plan, const Surroundings& around, std::string_view actor,
                         std::string_view form_key, Refused refused, Progress* progress) override {
        if (refused == Refused::stop && plan.count(PlannedRow::Kind::refused) > 0) return {};
        const auto tenant = store_.service().municipalities.find_tenant(around.slug);
        if (!tenant) return {};
        try {
            store_.service().database.write([&](db::Connection& connection) {
                Writing writing{connection, *tenant, around, actor, form_key};
                for (std::size_t i = 0; i < plan.rows.size(); ++i) {
                    do_row(writing, plan.rows[i]);
                    if (progress && (i + 1) % told_every == 0)
                        progress->at(Progress::Doing::writing, i + 1, plan.rows.size());
                }
                // Once for all of them: thousands of rows count in the same cells. The feed comes last.
                if (!writing.cells.empty()) store::add_counts(connection, tenant->id, writing.cells);
                for (const auto& id : writing.added) store::append_to_feed(connection, tenant->id, id);
            });
            return {.is_done = true};
        } catch (const NotLogged& stopped) {
            return {.line = stopped.line};
        }
    }

private:
    struct Writing {
        db::Connection& connection;
        const http::Tenant& tenant;
        const Surroundings& around;
        std::string_view actor, form_key;
        Cells cells = {};
        std::vector<std::string> added = {};
    };

    Record read(const PlannedRow& row, const Record& before, const Surroundings& around) const {
        Problems problems;
        auto record = read_fields(store_.declaration(), around, row.draft, before, problems);
        if (!problems.empty()) throw NotLogged(row.line);
        return record;
    }

    void do_row(Writing& writing, const PlannedRow& row) const {
        if (row.kind == PlannedRow::Kind::added) add(writing, row);
        if (row.kind == PlannedRow::Kind::changed) correct(writing, row);
    }

    void add(Writing& writing, const PlannedRow& row) const {
        auto& service = store_.service();
        const auto record = read(row, {}, writing.around);
        auto inquiry = inquiry_of(record, nullptr, service, writing.around);
        const auto hash = inquiries::mark_of(inquiry);
        const auto key = writing.form_key.empty() ? std::string() : key_of_row(row, writing.form_key) + " " + hash;
        const auto along = recording(referral_, service, writing.tenant, inquiry, *writing.around.words);
        auto stored = to_be_stored(service, writing.tenant, std::move(inquiry), writing.actor);
        if (!key.empty()) {
            stored.inquiry.id = id_of_row(row, writing.form_key);
            if (store::recorded_at(writing.connection, writing.tenant.id, stored.inquiry.id)) return;
        }
        // Whoever takes in the same at the same moment, too.
        const auto logged = log_in(writing.connection, service, writing.tenant, stored,
                                   {writing.tenant.id, taken_in, key, hash}, along);
        if (!logged) throw NotLogged(row.line);
        if (logged->repeated) return;
        add_to_cells(writing.cells, stored);
        writing.added.push_back(stored.inquiry.id);
    }

    void correct(Writing& writing, const PlannedRow& row) const {
        auto& service = store_.service();
        if (!store::lock(writing.connection, writing.tenant.id, row.id)) throw NotLogged(row.line);
        const auto stored = store::find(writing.connection, writing.tenant.id, row.id);
        if (!stored) throw NotLogged(row.line);
        const auto before = record_of(stored->inquiry, service, writing.around);
        if (register_::mark_of(store_.declaration(), before) != row.mark) throw NotLogged(row.line);
        const auto inquiry =
            as_kept(service, writing.tenant,
                    inquiry_of(read(row, before, writing.around), &stored->inquiry, service, writing.around));
        const auto along = correcting(referral_, service, writing.tenant, inquiry, *writing.around.words);
        if (!correct_in(writing.connection, service, writing.tenant, inquiry, writing.actor,
                        base::Seen::anything(), along, writing.cells))
            throw NotLogged(row.line);
    }

    const InquiryStore store_;
    referral::Referral& referral_;
};

}  // namespace

std::shared_ptr<TableKind> inquiry_table(Inquiries& inquiries, referral::Referral& referral) {
    return std::make_shared<InquiryTable>(inquiries, referral);
}

}  // namespace digilots::inquiries
