#pragma once
// The directory's URLs, one function each; routes.cpp lists them.
#include "directory/directory.h"
#include "directory/renewal.h"

namespace digilots::directory {

/// What every page may use.
struct Pages {
    const Directory& directory;
    db::Database& database;
    const municipality::Municipalities& municipalities;
    const base::Clock& clock;
    MapTiles tiles;
    RenewalsOf renewals_of = nullptr;
};

http::Response find_place_page(const Pages& pages, const http::Request& request);
http::Response show_place_page(const Pages& pages, const http::Request& request);
http::Response leaflet_page(const Pages& pages, const http::Request& request);
http::Response leaflet_file(const Pages& pages, const http::Request& request);
http::Response leaflet_to_change(const Pages& pages, const http::Request& request);
/// What is to come at a place, for calendars: stops, and days with other hours than usual.
http::Response place_calendar_page(const Pages& pages, const http::Request& request);
http::Response find_e_service_page(const Pages& pages, const http::Request& request);
http::Response show_e_service_page(const Pages& pages, const http::Request& request);
http::Response show_service_page(const Pages& pages, const http::Request& request);
http::Response show_contact_page(const Pages& pages, const http::Request& request);
http::Response show_contact_to_staff(const Pages& pages, const http::Request& request);

http::Response list_places(const Pages& pages, const http::Request& request);
http::Response show_place(const Pages& pages, const http::Request& request);
http::Response list_e_services(const Pages& pages, const http::Request& request);
http::Response show_e_service(const Pages& pages, const http::Request& request);

http::Response manage_directory_page(const Pages& pages, const http::Request& request);
http::Response to_complete_page(const Pages& pages, const http::Request& request);
http::Response mark_verified(const Pages& pages, const http::Request& request);
http::Response phone_list_page(const Pages& pages, const http::Request& request);
http::Response phone_list_file(const Pages& pages, const http::Request& request);
http::Response phone_list_to_change(const Pages& pages, const http::Request& request);
http::Response slip_page(const Pages& pages, const http::Request& request);
http::Response slip_file(const Pages& pages, const http::Request& request);
http::Response end_contact(const Pages& pages, const http::Request& request);

}  // namespace digilots::directory
