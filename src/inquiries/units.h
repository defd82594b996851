#pragma once
// Entries belong to the unit of their place.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inquiries/implementation.h"
#include "inquiries/inquiry_form.h"
#include "inquiries/stored_inquiry.h"
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/http/request.h"
#include "platform/register/unit_rule.h"

namespace digilots::inquiries {

/// In the address of a list or a question: those that say nothing there, such as entries of no unit.
inline constexpr std::string_view nothing_stated = "-";

/// Where somebody is limited to a unit: its places; they see and correct the entries of those, and their own.
std::optional<std::vector<std::string>> places_within_limit(const Service& service, const http::Request& request);

/// At one of them, or elsewhere than at any; nothing where all are meant.
struct PlacesWanted {
    std::optional<std::vector<std::string>> places = {};
    bool is_elsewhere = false;
};
PlacesWanted places_of_unit(const Service& service, std::string_view municipality_id, const register_::UnitWanted& unit);

/// What a list is asked for, or opens with, by the rule of all lists of units.
register_::UnitWanted unit_wanted(const Service& service, const http::Request& request);
/// Its places, "" for what is at none, of these what the reader may see; nothing where all are meant.
std::optional<std::vector<std::string>> places_asked_for(const Service& service, const http::Request& request);
/// To choose it; without a name where the municipality has no units.
html::components::Field unit_asked_for(const Service& service, const html::Page& page);
/// "&unit=…", for links to what else is of the unit that a list shows; "" where it shows all.
std::string unit_in_address(const Service& service, const http::Request& request);

/// The unit that a question concerns, to choose it; without a name where the municipality has no units.
html::components::Field unit_concerned_field(const Service& service, const html::Page& page, const FormInput& input);
/// "e_service:apply=unit contact:switchboard=unit": whose each is that has a unit, by ids.
std::string units_of_targets(const Service& service, const http::Tenant& tenant);
/// Of the e-service that it is about, else of whom it refers to, where nobody says otherwise and it is asked there.
void fill_unit(Inquiry& inquiry, const Service& service, const http::Tenant& tenant);

/// Figures by and of units, from those of places.
std::vector<measures::Row> figures_of_units(Service& service, std::string_view column, const measures::Query& query);
/// The question about places that one about units is answered with.
measures::Query about_places(const measures::Query& query);
bool asks_for_units(const measures::Query& query);

}  // namespace digilots::inquiries
