#pragma once
// Each kind of record, said once: its table, its questions (platform/register).
#include <string>

#include "directory/directory.h"
#include "platform/html/page.h"
#include "platform/register/statements.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory {

/// Alive as long as the program.
const register_::Register& register_of(RecordKind kind);
const register_::Statements& statements_of(RecordKind kind);
/// "place", "service", "e_service", "contact".
std::string_view name_of(RecordKind kind);
std::optional<RecordKind> kind_named(std::string_view name);
/// "/staff/directory/places"
std::string path_of(RecordKind kind);

enum class Order { by_label, as_listed };
register_::Choices terms_of(taxonomy::List list, Order order = Order::by_label);
std::string status_label(std::string_view status, const i18n::Translator& words);

/// "Checked since then: Phone, Opening hours (23 November 2026)."; "" where nothing was that residents see.
std::string checked_since(const Snapshot& snapshot, RecordKind kind, std::string_view id, const html::Page& page);

}  // namespace digilots::directory
