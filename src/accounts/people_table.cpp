#include "accounts/people_table.h"

#include <algorithm>
#include <exception>
#include <map>

#include "accounts/invitation.h"
#include "accounts/pages.h"
#include "accounts/people_form.h"
#include "municipality/municipality.h"
#include "platform/register/planned_store.h"
#include "platform/register/types.h"

namespace digilots::accounts {

namespace {

using namespace register_;

/// Each takes a twentieth of a second: passwords are hashed slowly on purpose.
constexpr std::size_t most_invited = 100;

constexpr i18n::Text taken = TEXT("There is already an account with this e-mail address.");
constexpr i18n::Text not_by_table =
    TEXT("A table changes roles and units. What a person is called and signs in with stays as it is.");

std::vector<Choice> roles(const Surroundings& around) {
    std::vector<Choice> choices;
    for (const auto role : all_roles)
        choices.push_back({.key = std::string(role_key(role)), .label = around.t(role_name(role))});
    return choices;
}

Choices units_of(Service& service) {
    return [&service](const Surroundings& around) {
        std::vector<Choice> choices;
        const auto units = service.units(around.municipality_id);
        for (const auto& unit : *units)
            choices.push_back({.key = unit.id, .label = organisation::full_name(*units, unit.id)});
        return choices;
    };
}

void check_person(const Checked& checked, Problems& problems) {
    if (checked.record.flag("only_unit") && checked.record.text("unit").empty())
        problems.push_back({"unit", no_unit_to_be_limited_to});
}

Register people_declaration(Service& service) {
    return {.key = "person",
            .table = "",
            .names = {TEXT("People"), TEXT("Person")},
            .see = http::Role::administrator,
            .change = http::Role::administrator,
            .path = "/staff/people",
            .above = {{TEXT("Settings"), "/staff/settings"}},
            .fields = {e_mail("email", TEXT("E-mail address")).required().unique(taken),
                       text("name", TEXT("Name"), longest_name).not_asked_about(),
                       term("role", TEXT("Role"), roles).required().when_missing(TEXT("Choose a role.")),
                       term("unit", TEXT("Unit"), units_of(service)).when_wrong(no_such_unit),
                       flag("only_unit", TEXT("Changes only what belongs to this unit")),
                       flag("sees_privacy", TEXT("Sees to privacy"))},
            .rules = check_person};
}

Record record_of(const Account& account) {
    Record record;
    record.id = account.id;
    record.columns = {{"email", account.email},
                      {"name", account.name},
                      {"role", account.role ? std::string(role_key(*account.role)) : ""},
                      {"unit", account.unit},
                      {"only_unit", std::int64_t{account.only_unit}},
                      {"sees_privacy", std::int64_t{account.sees_privacy}}};
    return record;
}

class PeopleStore final : public PlannedStore {
public:
    explicit PeopleStore(Service& service) : service_(service), declaration_(people_declaration(service)) {}

    const Register& declaration() const override { return declaration_; }
    std::optional<Record> find(const Surroundings& around, std::string_view id) const override {
        const auto account = service_.find(around.municipality_id, id);
        return account && !account->disabled ? std::optional(record_of(*account)) : std::nullopt;
    }
    void each(const Surroundings& around, const std::function<void(const Record&)>& take) const override {
        for (const auto& account : service_.list(around.municipality_id))
            if (!account.disabled) take(record_of(account));
    }
    std::vector<Record> others(const Surroundings&) const override { return {}; }
    void check(const Surroundings&, const Record* before, const Record& after,
               Problems& problems) const override {
        if (before) {
            for (const char* name : {"email", "name"})
                if (before->text(name) != after.text(name)) problems.push_back({name, not_by_table});
        } else if (!after.text("email").empty() && service_.find_by_email(after.text("email"))) {
            problems.push_back({"email", taken});
        }
    }

    /// An address has one account: the same is who has it and may do the same.
    std::optional<base::Instant> sent_at(const Surroundings& around, const PlannedRow& row, std::string_view) const override {
        Problems problems;
        const auto wanted = read_fields(declaration_, around, row.draft, {}, problems);
        const auto account = service_.find_by_email(wanted.text("email"));
        if (!account || account->disabled || account->municipality_id != around.municipality_id) return std::nullopt;
        const auto there = record_of(*account);
        const bool is_same = std::ranges::none_of(
            declaration_.fields, [&](const Field& field) { return is_changed(field, wanted, there); });
        return is_same ? std::optional(account->created_at) : std::nullopt;
    }

private:
    Service& service_;
    const Register declaration_;
};

/// Ends the transaction: nothing of it is kept.
struct NotTaken : std::exception {
    int line;
    std::optional<i18n::Text> why;
    NotTaken(int of_row, std::optional<i18n::Text> fault) : line(of_row), why(fault) {}
};

class PeopleTable final : public TableKind {
public:
    PeopleTable(Service& service, const municipality::Municipalities& municipalities)
        : service_(service), municipalities_(municipalities), store_(service) {}

    std::string_view key() const override { return "people"; }
    i18n::Text title() const override { return store_.declaration().names.many; }
    std::string_view path() const override { return store_.declaration().path; }
    std::vector<std::pair<i18n::Text, std::string_view>> above() const override {
        return store_.declaration().above;
    }
    bool holds_people() const override { return true; }
    http::Role change() const override { return store_.declaration().change; }
    base::Instant now() const override { return service_.clock().now(); }
    Surroundings around(const http::Tenant& tenant, const i18n::Translator& words,
                        const http::Identity*) const override {
        return surroundings_of(tenant, words, now());
    }
    void write(const Surroundings& around, const http::Fields& query, const Lines& lines) const override {
        const auto units = service_.units(around.municipality_id);
        const auto wanted = [&](const Record& person) { return works_in(*units, query.get("unit"), person.text("unit")); };
        write_lines(store_, around, wanted, lines);
    }

    Plan plan(const tables::Table& table, const Surroundings& around, const Looking& looking) const override {
        auto plan = plan_import(store_, table, around, looking);
        if (plan.count(PlannedRow::Kind::added) <= most_invited) return plan;
        return {.fault = around.words->t(TEXT("Invite at most {n} new people at a time."),
                                         {{"n", around.words->number(most_invited)}}),
                .rows = {}};
    }

    CarriedOut carry_out(const Plan& plan, const Surroundings& around, std::string_view actor,
                         std::string_view, Refused refused, Progress* progress) override {
        if (refused == Refused::stop && plan.count(PlannedRow::Kind::refused) > 0) return {};
        CarriedOut out;
        try {
            const auto invited = invite_all(plan, around, progress);
            service_.database().write(
                [&](db::Connection& connection) {
                    out.to_hand_out.clear();  // what a tried transaction made is over
                    for (const auto& row : plan.rows) do_row(connection, row, around, actor, invited, out.to_hand_out);
                },
                db::Isolation::deciding);
            out.is_done = true;
        } catch (const NotTaken& stopped) {
            out.to_hand_out.clear();
            out.line = stopped.line;
            if (stopped.why) out.why.push_back({"", around.t(*stopped.why)});
        }
        return out;
    }

private:
    using Invitations = std::map<int, Invited>;

    std::string name_of(std::string_view municipality_id) const {
        const auto municipality = municipalities_.about(municipality_id);
        return municipality ? municipality->name : "";
    }

    Record after(const PlannedRow& row, const Record& before, const Surroundings& around) const {
        Problems problems;
        auto record = read_fields(store_.declaration(), around, row.draft, before, problems);
        if (!problems.empty()) throw NotTaken(row.line, std::nullopt);
        return record;
    }

    /// Before the transaction: nobody waits for a slow hash with the database in hand.
    Invitations invite_all(const Plan& plan, const Surroundings& around, Progress* progress) {
        Invitations invited;
        for (const auto& row : plan.rows) {
            if (row.kind != PlannedRow::Kind::added) continue;
            const auto record = after(row, {}, around);
            NewAccount wanted;
            wanted.municipality_id = around.municipality_id;
            wanted.email = record.text("email");
            wanted.role = read_role(record.text("role"));
            wanted.name = record.text("name");
            wanted.unit = record.text("unit");
            wanted.only_unit = record.flag("only_unit");
            wanted.sees_privacy = record.flag("sees_privacy");
            auto invitation = invite(service_, std::move(wanted));
            if (!invitation) throw NotTaken(row.line, invitation.error());
            invited.emplace(row.line, *std::move(invitation));
            if (progress)
                progress->at(Progress::Doing::writing, invited.size(), plan.count(PlannedRow::Kind::added));
        }
        return invited;
    }

    void do_row(db::Connection& connection, const PlannedRow& row, const Surroundings& around,
                std::string_view actor, const Invitations& invited, std::vector<ToHandOut>& to_hand_out) {
        if (row.kind == PlannedRow::Kind::added) {
            const auto& invitation = invited.at(row.line);
            const auto link = store_in(connection, service_, invitation, actor,
                                       {"", around.language, name_of(around.municipality_id)});
            if (!link) throw NotTaken(row.line, link.error());
            if (!link->empty()) to_hand_out.push_back({invitation.account.email, *link});
        } else if (row.kind == PlannedRow::Kind::changed) {
            const auto account = store::find_account(connection, around.municipality_id, row.id);
            if (!account || account->disabled) throw NotTaken(row.line, std::nullopt);
            const auto before = record_of(*account);
            if (register_::mark_of(store_.declaration(), before) != row.mark)
                throw NotTaken(row.line, std::nullopt);
            const auto record = after(row, before, around);
            const StaffAccess access{read_role(record.text("role")).value_or(http::Role::guide),
                                     record.text("unit"), record.flag("only_unit"), record.flag("sees_privacy")};
            const auto changed = service_.change_access_in(connection, around.municipality_id, row.id, access,
                                                           actor, base::Seen::anything());
            if (!changed) throw NotTaken(row.line, changed.error());
        }
    }

    Service& service_;
    const municipality::Municipalities& municipalities_;
    const PeopleStore store_;
};

}  // namespace

std::shared_ptr<TableKind> people_table(Service& service, const municipality::Municipalities& municipalities) {
    return std::make_shared<PeopleTable>(service, municipalities);
}

}  // namespace digilots::accounts
