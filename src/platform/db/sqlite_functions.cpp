#include "platform/db/sqlite_functions.h"

#include <sqlite3.h>

#include "platform/base/base64.h"

namespace digilots::db {

namespace {

void bytes_of_base64(sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
    try {
        const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
        const auto bytes = base::from_base64({text ? text : "", text ? size : 0});
        if (!bytes) return sqlite3_result_error(context, "from_base64: the text is no base64", -1);
        sqlite3_result_blob64(context, bytes->data(), bytes->size(), SQLITE_TRANSIENT);
    } catch (...) {
        sqlite3_result_error_nomem(context);
    }
}

}  // namespace

void add_functions(sqlite3* handle) {
    sqlite3_create_function_v2(handle, "from_base64", 1,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                               bytes_of_base64, nullptr, nullptr, nullptr);
}

}  // namespace digilots::db
