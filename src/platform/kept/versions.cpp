#include "platform/kept/versions.h"

#include <map>

#include "platform/base/mutex.h"
#include "platform/kept/sql.h"

namespace digilots::kept {
namespace {

struct Named {
    Counter all{0};
    std::map<std::string, Counter, std::less<>> by_owner;  // nodes stay where they are
};

}  // namespace

std::string Stamp::text() const {
    std::string text;
    for (const auto& part : parts_) text += (text.empty() ? "" : ".") + std::to_string(part.seen);
    return text;
}

struct Versions::Implementation {
    base::Mutex mutex;
    std::map<std::string, Named, std::less<>> names GUARDED_BY(mutex);

    Named& named(std::string_view name) REQUIRES(mutex) {
        const auto found = names.find(name);
        return found != names.end() ? found->second : names.try_emplace(std::string(name)).first->second;
    }

    Counter& counter_of_all(std::string_view name) {
        const base::Lock lock(mutex);
        return named(name).all;
    }

    Counter& counter(std::string_view name, std::string_view owner) {
        const base::Lock lock(mutex);
        auto& owners = named(name).by_owner;
        const auto found = owners.find(owner);
        return found != owners.end() ? found->second : owners.try_emplace(std::string(owner), 0).first->second;
    }

    /// Numbers only grow: what two writers made known in the wrong order ends at the later one.
    void grow(std::string_view name, std::string_view owner, std::int64_t version) {
        auto& own = counter(name, owner);
        auto known = own.load();
        while (known < version && !own.compare_exchange_weak(known, version)) {}
        if (known < version) counter_of_all(name).fetch_add(1);
    }
};

void raise(db::Connection& connection, std::string_view name, std::string_view owner) {
    const auto rows = connection.query(sql::raise_version, name, owner);
    connection.announce({std::string(name), std::string(owner), rows[0].integer("version")});
}

Versions::Versions() : implementation_(std::make_unique<Implementation>()) {}

Versions::Versions(db::Database& database) : database_(&database), implementation_(std::make_unique<Implementation>()) {
    database_->on_announced([this](const std::vector<db::Announcement>& announced) { hear(announced); });
    refresh();
}

void Versions::hear(const std::vector<db::Announcement>& announced) {
    for (const auto& one : announced) implementation_->grow(one.name, one.owner, one.number);
}

Versions::~Versions() {
    if (database_ != nullptr) database_->on_announced(nullptr);
}

void Stamp::take_all(const Versions& versions, const Dependences& dependences, std::string_view tenant_id) {
    for (const auto& one : dependences)
        take(one.of == Dependence::Of::tenant ? versions.of(one.name, tenant_id) : versions.of_all(one.name));
}

const Counter& Versions::of(std::string_view name, std::string_view owner) const {
    return implementation_->counter(name, owner);
}

const Counter& Versions::of_all(std::string_view name) const { return implementation_->counter_of_all(name); }

void Versions::refresh() const {
    if (database_ == nullptr) return;
    const auto rows = database_->read([](db::Connection& connection) { return connection.query(sql::load_versions); });
    for (const auto row : rows) implementation_->grow(row.text("name"), row.text("owner"), row.integer("version"));
}

}  // namespace digilots::kept
