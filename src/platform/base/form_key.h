#pragma once
// The key of a form that adds: the same content sent with it again is the same record, another content is another one.
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/clock.h"

namespace digilots::base {

/// What stands in the form: the key that it brought along, so that it stays while something is mended, else a new one.
std::string form_key_for(std::string_view brought, Instant now);

/// The id of what the form adds. The same for the same key and content, whoever asks and how often; a new one without a key.
/// `content` names the municipality and the kind too: no two records share an id.
std::string id_from_form(std::string_view form_key, std::string_view content, Instant now);

/// What all ids that a key makes begin with; "" without a key.
std::string beginning_of_ids(std::string_view form_key);
/// The key of what has no form, such as a table that a command takes in: the same for the same content.
std::string form_key_of(std::string_view content);

/// The key that a program without a token brings as Idempotency-Key, as it is kept: a random UUID (RFC 9562, version 4), which is
/// read without regard to case. "" where it brings none; nothing where it is no such UUID.
std::optional<std::string> random_key_of(std::string_view header);

}  // namespace digilots::base
