#pragma once
// The code lists as they are written down: one row a term, several words in one text between bars.
#include <span>

#include "platform/i18n/translator.h"

namespace digilots::taxonomy {

struct Row {
    const char* key;
    i18n::Text label;
    const char* parent = "";
    const char* words = "";       // "skriva ut|utskrift|printa"
    const char* supports = "";    // in falling weight
    bool sensitive = false;
};

/// What people say every day: everyday_nordic.cpp, everyday_english.cpp, everyday_arabic.cpp, everyday_place_kinds.cpp.
struct EverydayRow {
    const char* key;              // of a topic or of a kind of place
    const char* language;
    const char* words;            // between bars
};
std::span<const EverydayRow> nordic_everyday_rows();
std::span<const EverydayRow> english_everyday_rows();
std::span<const EverydayRow> arabic_everyday_rows();
std::span<const EverydayRow> everyday_place_kind_rows();

std::span<const Row> tools_and_authorities_rows();
std::span<const Row> municipal_and_everyday_rows();
std::span<const Row> channel_rows();
std::span<const Row> place_kind_rows();
std::span<const Row> aid_rows();
std::span<const Row> support_rows();
std::span<const Row> limitation_rows();
std::span<const Row> support_given_rows();
std::span<const Row> outcome_rows();
std::span<const Row> barrier_rows();
std::span<const Row> body_rows();
std::span<const Row> language_rows();
std::span<const Row> age_band_rows();
std::span<const Row> gender_rows();
std::span<const Row> activity_kind_rows();
std::span<const Row> target_group_rows();
std::span<const Row> entry_kind_rows();
std::span<const Row> asker_rows();
std::span<const Row> problem_rows();
std::span<const Row> interpreter_rows();
std::span<const Row> found_us_rows();
std::span<const Row> device_rows();
std::span<const Row> identity_proof_rows();
std::span<const Row> assisted_role_rows();
std::span<const Row> feedback_rows();
std::span<const Row> feedback_status_rows();
std::span<const Row> handover_rows();
std::span<const Row> referral_reason_rows();
std::span<const Row> followed_up_rows();

}  // namespace digilots::taxonomy
