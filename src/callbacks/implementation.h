#pragma once
// What Callbacks holds; for the files of this folder.
#include "callbacks/callbacks.h"
#include "callbacks/registers.h"
#include "platform/kept/kept.h"

namespace digilots::callbacks {

enum class Event { opened, taken, tried, handed_over, closed, reopened };
std::string_view word_of(Event event);

/// What happened on a day, or is taken back (-1).
struct Happened {
    int opened = 0, ended = 0, in_time = 0, not_reached = 0;
};
/// A closed call-back as it counts: 1, or -1 where it is opened again.
Happened ending_of(const register_::Record& call_back, int sign);

/// A note that goes with a step, for whoever writes what happened.
void put_note(register_::Record& call_back, const std::string& note);

struct Callbacks::Implementation {
    db::Database& database;
    const kept::Versions& versions;
    const base::Clock& clock;
    const Neighbours neighbours;
    PeriodOf period_of = nullptr;
    register_::Records records;
    kept::Kept<Waiting> waiting;

    Implementation(db::Database& opened, const kept::Versions& known, const base::Clock& time, Neighbours others);

    /// Of what no page asks: the municipality's own language and zone.
    register_::Surroundings around(std::string_view municipality_id) const;
    std::string day_of(std::string_view municipality_id, base::Instant instant) const;
    OfficeHours office_hours(std::string_view municipality_id) const;
    std::string topic_label(std::string_view municipality_id, std::string_view topic, const i18n::Translator& words) const;
    /// The name of what a link leads to; "" for none.
    std::string name_of_link(const char* source, const std::string& id, const register_::Surroundings& around) const;
    /// "Digital guide, taken by Anna": whose it is.
    std::string owner_in_words(const register_::Record& call_back, const register_::Surroundings& around) const;
    std::optional<Contact> contact_of(std::string_view municipality_id, std::string_view id) const;
    std::optional<Period> period(std::string_view municipality_id, std::string_view rule) const;
    std::optional<register_::Record> of_entry(std::string_view municipality_id, std::string_view entry) const;
    std::shared_ptr<const Waiting> load_waiting(std::string_view municipality_id) const;

    void promise_what_is_wished(const register_::Writing& writing, register_::Record& call_back) const;
    void complete(const register_::Writing& writing, register_::Record& call_back) const;
    /// The way to reach the person, what happened, and what is counted of it.
    void write_beside(const register_::Writing& writing, const register_::Record& call_back) const;
    register_::More more_of(const register_::Record& call_back, const html::Page& page) const;

    void follow(db::Connection& connection, const http::Tenant& tenant, const inquiries::Inquiry& entry, std::string_view actor);
    void forget(db::Connection& connection, const http::Tenant& tenant, const inquiries::Inquiry& entry,
                std::string_view actor) const;
    /// What is promised to an employee or a partner is in no figure; it follows what the entry says now.
    void count_by_asker(db::Connection& connection, const http::Tenant& tenant, const inquiries::Inquiry& entry) const;
    std::optional<inquiries::Companion::Line> line_beside(const html::Page& page, const inquiries::Inquiry& entry) const;
    std::vector<std::string> promised(const html::Page& page, const inquiries::Inquiry& entry) const;
    /// Somebody works with it, or said how the person is reached: it stays when the entry goes.
    std::optional<html::Link> stays(const html::Page& page, const inquiries::Inquiry& entry) const;
};

/// The way in for the files of this slice.
struct Inside {
    static Callbacks::Implementation& of(const Callbacks& callbacks) { return *callbacks.implementation_; }
};

std::vector<DutyKind> duty_kinds(Callbacks& callbacks);
std::vector<OngoingKind> ongoing_kinds(const Callbacks& callbacks);
void load_demo(Callbacks& callbacks, const Demo& demo);

}  // namespace digilots::callbacks
