#pragma once
// What the pages of this slice need.
#include "collections/collections.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace digilots::collections {

struct Kinds {
    const inquiries::LogRows log;
    register_::Records collections, columns;
    Kinds(db::Database& database, const base::Clock& clock, const register_::Others& others, inquiries::Inquiries& inquiries);
};

/// In the order of the table.
std::vector<register_::Record> columns_of(const register_::Records& columns, std::string_view municipality_id,
                                          std::string_view collection);

/// "…/staff/outside-collections/{id}/try": ten entries of a period in its columns, what is left empty, the files.
http::Response try_page(const std::shared_ptr<Kinds>& kinds, const http::Request& request);
/// All entries of the period: "…/rows.csv", "…/rows.xlsx" with a sheet that says what is left empty.
http::Response rows_csv(const std::shared_ptr<Kinds>& kinds, const http::Request& request);
http::Response rows_xlsx(const std::shared_ptr<Kinds>& kinds, const http::Request& request);

}  // namespace digilots::collections
