#pragma once
// A register with every kind of question, its table, and two of few.
#include <memory>
#include <string>

#include "platform/db/migrations.h"
#include "platform/register/check_table.h"
#include "platform/register/pages.h"
#include "platform/testing/database.h"
#include "platform/testing/html_form.h"
#include "platform/testing/page_server.h"

namespace digilots::register_ {

inline constexpr const char* sundsvall = "2281";
inline constexpr const char* harnosand = "2280";

inline constexpr const char* partner_list = "/sundsvall/staff/partners";

inline constexpr const char* partner_table = R"(CREATE TABLE partner (
    municipality_id TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, ended_at TEXT NOT NULL, search_text TEXT NOT NULL,
    name TEXT NOT NULL, name_order TEXT NOT NULL, about TEXT NOT NULL, other_names TEXT NOT NULL, staff INTEGER, rate INTEGER,
    met_on TEXT NOT NULL, starts TEXT NOT NULL, stops TEXT NOT NULL, has_contract INTEGER, kind TEXT NOT NULL,
    themes TEXT NOT NULL, contact TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, site TEXT NOT NULL,
    colour TEXT NOT NULL, consent INTEGER NOT NULL,
    share INTEGER, grade INTEGER, spot_latitude INTEGER, spot_longitude INTEGER, links TEXT NOT NULL, story TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT)";

inline constexpr const char* ring_table = R"(CREATE TABLE ring (
    municipality_id TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT)";

inline Choices partner_kinds() {
    return fixed_terms({{"school", i18n::Text{"School"}},
                        {"company", i18n::Text{"Company"}},
                        {"study_circle", i18n::Text{"Study circle"}}});
}

inline void check_partner(const Checked& checked, Problems& problems) {
    if (checked.record.text("name") == "Ingen")
        problems.push_back({"name", i18n::Text{"Nobody is called that."}});
}

/// Of one address alone.
inline std::optional<Point> point_of_address(const Surroundings&, std::string_view address) {
    return address == "Storgatan 1" ? std::optional(Point{62.5, 17.25}) : std::nullopt;
}

inline Register partner_register() {
    return {.key = "partner",
            .table = "partner",
            .names = {i18n::Text{"Partners"}, i18n::Text{"Partner"}},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/partners",
            .published = "consent",
            .interface = {"/partners", http::Access::anyone},
            .fields = {text("name", i18n::Text{"Name"}, 100)
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .unique(i18n::Text{"There is one with that name."})
                           .open(),
                       long_text("about", i18n::Text{"About"}).searched(),
                       lines("other_names", i18n::Text{"Other names"}),
                       whole_number("staff", i18n::Text{"People"}, 1, 5000).listed().sorted(),
                       money("rate", i18n::Text{"Hourly rate"}).listed().sorted(),
                       date("met_on", i18n::Text{"Met on"}).filter().sorted(),
                       period("starts", "stops", i18n::Text{"Agreement"}).filter(),
                       yes_no_unknown("has_contract", i18n::Text{"Written agreement"}).filter(),
                       term("kind", i18n::Text{"Kind"}, partner_kinds())
                           .required()
                           .listed()
                           .filter()
                           .open()
                           .section(i18n::Text{"What they do"}),
                       terms("themes", i18n::Text{"Themes"}, partner_kinds()).filter(),
                       link("contact", i18n::Text{"Contact"}, "contact").filter(),
                       phone("phone", i18n::Text{"Phone"}), e_mail("email", i18n::Text{"E-mail"}),
                       web_address("site", i18n::Text{"Address on the web"}),
                       colour("colour", i18n::Text{"Colour"}),
                       flag("consent", i18n::Text{"May be shown"}).filter(),
                       percentage("share", i18n::Text{"Share"}).listed().sorted(),
                       decimal("grade", i18n::Text{"Grade"}, {.decimals = 2, .least = -5, .most = 5}),
                       point("spot", i18n::Text{"Point"}, {"about", point_of_address}).filter(),
                       web_links("links", i18n::Text{"Links"}, 3),
                       formatted_text("story", i18n::Text{"Story"}, 2000).searched()},
            .rules = check_partner};
}

inline constexpr http::Scope read_totals{"totals:read", i18n::Text{"read totals"}};

/// The same for programs with a key: everything.
inline Register partners_behind_a_key() {
    auto declaration = partner_register();
    declaration.published = "";
    declaration.interface = {"/partners", http::Access::token(read_totals)};
    return declaration;
}

inline Register ring_register() {
    return {.key = "ring",
            .table = "ring",
            .names = {i18n::Text{"Rings"}, i18n::Text{"Ring"}},
            .change = http::Role::administrator,
            .path = "/staff/rings",
            .fields = {text("title", i18n::Text{"Title"}, 60).required().listed()},
            .size = Size::few,
            .at_most = 4,
            .endings = Endings::none};
}

inline void make_table(db::Database& database, const char* text) {
    const auto postgres = db::to_postgres_types(text);
    database.write([&](db::Connection& connection) {
        connection.execute(db::Statement{"test", text, postgres.c_str()});
    });
}

inline Others contacts() {
    Others others;
    others.links["contact"] = {[](const Surroundings& around) -> std::vector<Choice> {
                                   if (around.municipality_id == sundsvall)
                                       return {{"c1", "Bibliotekschefen"}, {"c2", "Kulturchefen"}};
                                   return {{"c9", "Rektorn"}};
                               },
                               "/staff/contacts/"};
    others.name_of = [](std::string_view account) { return account == "anna" ? "Anna" : ""; };
    return others;
}

struct RegisterWorld {
    base::TestClock clock{testing::at("2026-11-26T10:00:00Z")};
    testing::DatabasePlace place{testing::Schema::migrated};
    std::unique_ptr<db::Database> database = make();
    Records partners{partner_register(), *database, clock, contacts()};
    Records rings{ring_register(), *database, clock};

    Surroundings around(const char* municipality = sundsvall) const { return partners.around(municipality); }
    Record add(Draft draft, const char* municipality = sundsvall) {
        if (!draft.contains("kind")) draft["kind"] = {"school"};
        return partners.add(around(municipality), draft, "anna").value();
    }

private:
    std::unique_ptr<db::Database> make() const {
        auto opened = db::open(place.options());
        make_table(*opened, partner_table);
        make_table(*opened, ring_table);
        return opened;
    }
};

inline Draft full_partner() {
    return {{"name", {"Åsa Folkhögskola"}},
            {"about", {"Kurser\nför alla"}},
            {"other_names", {"ÅFH\nFolkis"}},
            {"staff", {"12"}},
            {"rate", {"1 250,50"}},
            {"met_on", {"2026-03-04"}},
            {"starts", {"2026-01-01"}},
            {"stops", {"2026-12-31"}},
            {"has_contract", {"no"}},
            {"kind", {"school"}},
            {"themes", {"study_circle", "company"}},
            {"contact", {"c1"}},
            {"phone", {"060-19 10 00"}},
            {"email", {"hej@folkis.example"}},
            {"site", {"https://folkis.example/kurser"}},
            {"colour", {"#05b"}},
            {"consent", {"1"}},
            {"share", {"12,5 %"}},
            {"grade", {"-0,25"}},
            {"spot", {"62.39, 17.31"}},
            {"links", {"Boka tid: https://folkis.example/boka\nhttps://folkis.example/"}},
            {"story", {"# Om oss\n\nVi *hjälper* [alla](https://folkis.example/hjalp)."}}};
}

}  // namespace digilots::register_
