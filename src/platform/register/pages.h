#pragma once
// The pages of a register, made from its declaration.
#include "platform/http/route.h"
#include "platform/register/records.h"

namespace digilots::register_ {

/// All addresses of a register below "/{municipality}" + its path, each with the role that opens it:
///   many: GET path, new, {id}, {id}/change, table, table.xlsx, import; POST new, {id}/change, {id}/end, {id}/use,
///   {id}/delete, import; where the form opens (Opens::form) {id} is what {id}/change is; POST verified
///   few:  GET path, {id}, table, table.xlsx, import; POST path (adds), {id}, import; where they are added on a page GET
///         and POST new;
///         where they are removed POST {id}/remove
///   one:  GET path; POST path
///   with attachments: GET {id}/files/new, {id}/files/{file}, {id}/files/{file}/{name} (its bytes); POST {id}/files/new,
///         {id}/files/{file}, {id}/files/{file}/remove
/// And of its JSON, where it has an interface. `records` lives as long as the routes.
http::Routes register_routes(Records& records);

/// GET /{municipality}/files/{id}/{name}: for everyone, those files that are shown, of records that residents see. One address
/// for all registers.
http::Routes shown_file_routes(const std::vector<Records*>& registers);
/// Those files of a record that residents see.
std::vector<files::File> shown_files(const Records& records, std::string_view municipality_id, std::string_view id);
/// The bytes of a record's file, for those who may see all of them: below its own address.
std::string staff_file_url(const Records& records, const files::File& file, const html::Page& page);

/// The form for a new one of many, filled with what a slice's own page proposes; it is sent to the register's own address.
/// `hints` of fields stand instead of theirs.
http::Response new_page_filled(const Records& records, const http::Request& request, const Draft& draft,
                               std::map<std::string, std::string, std::less<>> hints = {});

/// The request's municipality, in its reader's language.
Surroundings around_of(const Records& records, const http::Request& request);

}  // namespace digilots::register_
