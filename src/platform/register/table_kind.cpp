#include "platform/register/table_kind.h"

#include <algorithm>

#include "platform/base/form_key.h"
#include "platform/http/may.h"
#include "platform/register/page_parts.h"
#include "platform/tables/xlsx_writer.h"

namespace digilots::register_ {

namespace {

class RegisterTable final : public TableKind {
public:
    explicit RegisterTable(Records& records) : records_(records) {}

    std::string_view key() const override { return records_.declaration().key; }
    i18n::Text title() const override { return records_.declaration().names.many; }
    std::string_view path() const override { return records_.declaration().path; }
    std::vector<std::pair<i18n::Text, std::string_view>> above() const override {
        return records_.declaration().above;
    }
    http::Role change() const override { return records_.declaration().change; }
    const FromJson* from_json() const override {
        const auto& read = records_.declaration().from_json;
        return read ? &read : nullptr;
    }
    base::Instant now() const override { return records_.now(); }

    Surroundings around(const http::Tenant& tenant, const i18n::Translator& words,
                        const http::Identity* identity) const override {
        auto around = surroundings_of(tenant, words, records_.now());
        around.links = &records_.others().links;
        if (identity) around.account = identity->account_id;
        around.may_remove = !identity || http::may(*identity, records_.declaration().remove, tenant.id);
        const bool is_limited = identity && identity->only_unit && records_.others().limit_of;
        if (is_limited) around.units = records_.others().limit_of(tenant.id, *identity);
        if (is_limited && records_.others().named_as) around.named = records_.others().named_as(tenant.id, *identity);
        if (identity) records_.keep_apart(around, *identity);
        return around;
    }
    void write(const Surroundings& around, const http::Fields& query, const Lines& lines) const override {
        write_lines(records_, list_request(records_, query, around).query, around, lines);
    }
    Plan plan(const tables::Table& table, const Surroundings& around, const Looking& looking) const override {
        return plan_import(records_, table, around, looking);
    }
    CarriedOut carry_out(const Plan& plan, const Surroundings& around, std::string_view actor,
                         std::string_view form_key, Refused refused, Progress* progress) override {
        return register_::carry_out(records_, plan, around, actor, form_key, refused, progress);
    }

private:
    Records& records_;
};

}  // namespace

Surroundings surroundings_of(const http::Tenant& tenant, const i18n::Translator& words, base::Instant now) {
    Surroundings around;
    around.municipality_id = tenant.id;
    around.words = &words;
    if (!tenant.languages.empty()) around.language = tenant.languages.front();
    around.zone = tenant.zone;
    around.country = tenant.country;
    around.slug = tenant.slug;
    around.today = base::to_civil(now, tenant.zone).date;
    return around;
}

std::string TableKind::key_of(const tables::Table&, const Surroundings& around) const {
    return base::form_key_of("table\n" + std::string(key()) + "\n" + around.municipality_id);
}

std::string_view word_for(const TableKind& kind) {
    return kind.path().substr(kind.path().rfind('/') + 1);
}

bool is_called(const TableKind& kind, std::string_view name) {
    return name == word_for(kind) || name == kind.key();
}

std::string csv_of(const TableKind& kind, const Surroundings& around, const http::Fields& query) {
    tables::CsvWriter csv;
    kind.write(around, query, [&](const tables::Row& row) { csv.line(row); });
    return std::move(csv).take();
}

std::string xlsx_of(const TableKind& kind, const Surroundings& around, const http::Fields& query) {
    tables::XlsxWriter sheet(around.t(kind.title()));
    kind.write(around, query, [&](const tables::Row& row) { sheet.line(row); });
    return std::move(sheet).take();
}

std::unique_ptr<TableKind> table_kind_of(Records& records) {
    if (records.declaration().size == Size::one) return nullptr;
    return std::make_unique<RegisterTable>(records);
}

}  // namespace digilots::register_
