#include "taxonomy/term_rows.h"

namespace digilots::taxonomy {
namespace {

constexpr Row supports[] = {
    {"advice", TEXT("Gives advice")},
    {"authority_contacts", TEXT("Helps with contacts with authorities")},
    {"authority_matters", TEXT("Helps with authorities' matters")},
    {"authority_navigation", TEXT("Finds the right authority")},
    {"booking_help", TEXT("Helps to book an appointment")},
    {"case_specific_help", TEXT("Helps with your own case")},
    {"coaching", TEXT("Digital coaching")},
    {"course", TEXT("Courses")},
    {"cv_and_job_application", TEXT("Helps with CV and job applications")},
    {"device_skills", TEXT("Helps with phone, tablet and computer")},
    {"digital_salong", TEXT("Digital Salong")},
    {"digital_services", TEXT("Helps with digital services")},
    {"direct_answers", TEXT("Answers at once")},
    {"drop_in_it_guidance", TEXT("Drop-in IT guidance")},
    {"errands", TEXT("Helps with errands")},
    {"form_filling", TEXT("Helps to fill in forms")},
    {"guidance_in_e_service", TEXT("Guides you in e-services")},
    {"guidance_own_speciality", TEXT("Guides in its own field")},
    {"information", TEXT("Gives information")},
    {"interpretation_of_decision", TEXT("Explains decisions")},
    {"other_bodies_e_services", TEXT("Helps with other bodies' e-services")},
    {"own_agencies", TEXT("Helps with its own agencies' matters")},
    {"referral", TEXT("Refers you to the right place")},
    {"scanning_attaching", TEXT("Helps to scan and attach")},
    {"self_service_equipment", TEXT("Equipment for self-service")},
    {"student_support", TEXT("Support for students")},
    {"support_and_help", TEXT("Support and help")},
    {"tutoring", TEXT("Individual guidance")},
};

constexpr Row limitations[] = {
    {"equipment_own_errands_only", TEXT("Equipment only for errands with its own agencies")},
    {"if_time_allows", TEXT("Help depends on how busy it is")},
    {"locked_doors", TEXT("Staff behind locked doors")},
    {"member_agencies_only", TEXT("Only its member agencies' questions")},
    {"no_hands_on_help", TEXT("Refers on, no hands-on help")},
    {"no_printing", TEXT("No printing")},
    {"no_wifi", TEXT("No public wifi")},
    {"own_questions_only", TEXT("Answers only questions about its own field")},
    {"refers_authority_questions_on", TEXT("Refers questions about authorities on")},
    {"uneven_competence", TEXT("What help you get varies with who is there")},
    {"unofficial_support", TEXT("Helps although it is not its official task")},
    {"very_limited_hours", TEXT("Very limited opening hours")},
};

}  // namespace

std::span<const Row> support_rows() { return supports; }
std::span<const Row> limitation_rows() { return limitations; }

}  // namespace digilots::taxonomy
