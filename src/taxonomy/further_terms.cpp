// Code lists of what few entries say.
#include "taxonomy/term_rows.h"

namespace digilots::taxonomy {

namespace {

constexpr Row problem_terms[] = {
    {"tool", TEXT("The device or the program")},
    {"e_service", TEXT("The e-service itself")},
    {"language", TEXT("Language or understanding")},
    {"form", TEXT("Form or attachment")},
    {"identification", TEXT("Identification")},
    {"motivation", TEXT("Motivation or fear")},
};

constexpr Row interpreter_terms[] = {
    {"not_needed", TEXT("None needed")},
    {"used", TEXT("Needed and used")},
    {"missing", TEXT("Needed and missing")},
};

constexpr Row found_us_terms[] = {
    {"knew", TEXT("Knew of us already")},
    {"friends", TEXT("Friends or family")},
    {"municipality", TEXT("Another part of the municipality")},
    {"authority", TEXT("An authority or health care")},
    {"web", TEXT("The web or social media")},
    {"paper", TEXT("Leaflet, poster or newspaper")},
    {"passed_by", TEXT("Passed by")},
    {"other", TEXT("In another way")},
};

constexpr Row device_terms[] = {
    {"own_phone", TEXT("Own phone")},
    {"own_tablet", TEXT("Own tablet")},
    {"own_computer", TEXT("Own computer")},
    {"public", TEXT("One that all may use")},
    {"none", TEXT("No device")},
};

constexpr Row identity_proof_terms[] = {
    {"e_id", TEXT("E-identification")},
    {"id_card", TEXT("Identity card")},
    {"passport", TEXT("Passport")},
    {"driving_licence", TEXT("Driving licence")},
    {"certifier", TEXT("Certified by somebody else")},
    {"none", TEXT("None shown")},
};

constexpr Row assisted_role_terms[] = {
    {"guide", TEXT("Guide or librarian")},
    {"school", TEXT("School staff")},
    {"care", TEXT("Care or social services staff")},
    {"other_staff", TEXT("Other staff")},
};

constexpr Row feedback_terms[] = {
    {"view", TEXT("View or proposal")},
    {"complaint", TEXT("Complaint")},
    {"praise", TEXT("Praise")},
};

constexpr Row feedback_status_terms[] = {
    {"new", TEXT("New")},
    {"passed_on", TEXT("Passed on")},
    {"answered", TEXT("Answered")},
    {"no_action", TEXT("No action")},
};

constexpr Row handover_terms[] = {
    {"warm", TEXT("Went along or rang ahead")},
    {"cold", TEXT("Told where to go")},
};

constexpr Row referral_reason_terms[] = {
    {"not_our_task", TEXT("Not our task")},
    {"equipment", TEXT("Equipment missing")},
    {"competence", TEXT("Needs other knowledge")},
    {"time", TEXT("No time")},
    {"opening_hours", TEXT("Not open then")},
};

constexpr Row followed_up_terms[] = {
    {"solved", TEXT("It worked out")},
    {"not_solved", TEXT("It did not work out")},
    {"not_known", TEXT("Nobody could find out")},
};

}  // namespace

std::span<const Row> problem_rows() { return problem_terms; }
std::span<const Row> interpreter_rows() { return interpreter_terms; }
std::span<const Row> found_us_rows() { return found_us_terms; }
std::span<const Row> device_rows() { return device_terms; }
std::span<const Row> identity_proof_rows() { return identity_proof_terms; }
std::span<const Row> assisted_role_rows() { return assisted_role_terms; }
std::span<const Row> feedback_rows() { return feedback_terms; }
std::span<const Row> feedback_status_rows() { return feedback_status_terms; }
std::span<const Row> handover_rows() { return handover_terms; }
std::span<const Row> referral_reason_rows() { return referral_reason_terms; }
std::span<const Row> followed_up_rows() { return followed_up_terms; }

}  // namespace digilots::taxonomy
