#include "taxonomy/term_rows.h"

namespace digilots::taxonomy {
namespace {

constexpr Row channels[] = {
    {"visit", TEXT("Visit")},
    {"drop_in", TEXT("Drop-in")},
    {"phone", TEXT("Phone")},
    {"switchboard", TEXT("Switchboard")},
    {"booked", TEXT("Booked appointment")},
    {"email", TEXT("E-mail")},
    {"post", TEXT("Letter")},
    {"chat", TEXT("Chat")},
    {"web_form", TEXT("Web form")},
    {"social_media", TEXT("Social media")},
    {"e_service", TEXT("E-service")},
    {"book_bus", TEXT("Book bus")},
    {"outreach", TEXT("Outreach")},
    {"home_visit", TEXT("Home visit")},
    {"digital_assistant", TEXT("Digital assistant")},
    {"app", TEXT("The municipality's app")},
};

constexpr Row support_givens[] = {
    {"information", TEXT("Information")},
    {"referral", TEXT("Referral")},
    {"guidance", TEXT("Guidance")},
    {"coaching", TEXT("Coaching")},
    {"done_together", TEXT("Done together")},
    {"done_for", TEXT("Done for the person")},
    {"interpretation", TEXT("Explained a decision")},
};

constexpr Row outcomes[] = {
    {"answered", TEXT("Answered at first contact")},
    {"referred", TEXT("Referred")},
    {"booked", TEXT("Appointment booked")},
    {"not_solved", TEXT("Not solved")},
    {"call_back", TEXT("To be called back")},
    {"left", TEXT("The person left")},
};

constexpr Row barriers[] = {
    {"no_device", TEXT("No device")},
    {"no_e_id", TEXT("No e-identification")},
    {"no_connection", TEXT("No internet connection")},
    {"cost", TEXT("Cost")},
    {"distance", TEXT("Distance or transport")},
    {"no_skill", TEXT("Lacks the skill")},
    {"hard_language", TEXT("Hard to understand the text")},
    {"other_language", TEXT("Speaks another language")},
    {"wrong_format", TEXT("Form or file in the wrong format")},
    {"fear_of_fraud", TEXT("Fear of fraud")},
    {"fear_of_technology", TEXT("Fear of technology")},
    {"privacy", TEXT("Privacy")},
    {"low_motivation", TEXT("Does not want to")},
    {"no_network", TEXT("Nobody to ask")},
    {"disability", TEXT("Disability")},
    {"e_service_fault", TEXT("The e-service does not work")},
};

constexpr Row bodys[] = {
    {"municipality", TEXT("The municipality")},
    {"region", TEXT("Region or county")},
    {"health_care", TEXT("Health care")},
    {"social_insurance", TEXT("Försäkringskassan or Nav")},
    {"tax", TEXT("Skatteverket or Skatteetaten")},
    {"employment_service", TEXT("Arbetsförmedlingen or Nav")},
    {"pension", TEXT("Pensionsmyndigheten or Nav")},
    {"migration", TEXT("Migrationsverket or UDI")},
    {"police", TEXT("The police")},
    {"transport", TEXT("Transportstyrelsen or Statens vegvesen")},
    {"study_support", TEXT("CSN or Lånekassen")},
    {"enforcement", TEXT("Kronofogden or Namsmannen")},
    {"state_service", TEXT("Statens servicecenter or another state office")},
    {"land_registry", TEXT("Lantmäteriet or Kartverket")},
    {"court", TEXT("Court")},
    {"bank", TEXT("Bank")},
    {"pharmacy", TEXT("Pharmacy")},
    {"e_id_issuer", TEXT("Issuer of e-identification")},
    {"company", TEXT("Other company")},
    {"association", TEXT("Association")},
    {"none", TEXT("No one in particular")},
    {"other", TEXT("Other")},
};

constexpr Row languages[] = {
    {"sv", TEXT("Swedish")},
    {"nb", TEXT("Norwegian")},
    {"en", TEXT("English")},
    {"ar", TEXT("Arabic")},
    {"so", TEXT("Somali")},
    {"ti", TEXT("Tigrinya")},
    {"fa", TEXT("Persian or Dari")},
    {"uk", TEXT("Ukrainian")},
    {"ru", TEXT("Russian")},
    {"pl", TEXT("Polish")},
    {"fi", TEXT("Finnish")},
    {"se", TEXT("Sami")},
    {"fit", TEXT("Meänkieli")},
    {"kv", TEXT("Kven")},
    {"rom", TEXT("Romani")},
    {"ku", TEXT("Kurdish")},
    {"tr", TEXT("Turkish")},
    {"th", TEXT("Thai")},
    {"es", TEXT("Spanish")},
    {"fr", TEXT("French")},
    {"de", TEXT("German")},
    {"lt", TEXT("Lithuanian")},
    {"sign", TEXT("Sign language")},
    {"other", TEXT("Another language")},
};

constexpr Row age_bands[] = {
    {"under_18", TEXT("Under 18")},
    {"18_29", TEXT("18–29")},
    {"30_44", TEXT("30–44")},
    {"45_64", TEXT("45–64")},
    {"65_79", TEXT("65–79")},
    {"80_plus", TEXT("80 or older")},
    {"not_stated", TEXT("Not stated")},
};

constexpr Row genders[] = {
    {"women", TEXT("Women")},
    {"men", TEXT("Men")},
    {"girls", TEXT("Girls")},
    {"boys", TEXT("Boys")},
    {"other", TEXT("Another gender")},
    {"not_stated", TEXT("Not stated")},
};

constexpr Row target_groups[] = {
    {"children_young", TEXT("Children and young people")},
    {"older", TEXT("Older people")},
    {"foreign_born", TEXT("Born abroad")},
    {"newly_arrived", TEXT("Newly arrived")},
    {"low_income", TEXT("Low income")},
    {"intellectual_disability", TEXT("Intellectual disability")},
    {"cognitive_disability", TEXT("Cognitive disability")},
    {"neuropsychiatric_disability", TEXT("Neuropsychiatric disability")},
    {"dyslexia", TEXT("Dyslexia")},
    {"aphasia", TEXT("Aphasia")},
    {"other_disability", TEXT("Another disability")},
    {"job_seekers", TEXT("Job seekers")},
    {"guardians", TEXT("Parents and guardians")},
    {"adult_students", TEXT("Adults in education")},
    {"entrepreneurs", TEXT("Entrepreneurs")},
    {"staff", TEXT("Staff")},
    {"support_persons", TEXT("Relatives and support persons")},
};

constexpr Row entry_kinds[] = {
    {"visit", TEXT("One matter")},
    {"tally", TEXT("Counted only")},
    {"group", TEXT("Pair or group")},
};

constexpr Row askers[] = {
    {"resident", TEXT("Resident")},
    {"employee", TEXT("Employee")},
    {"partner", TEXT("Partner")},
};

}  // namespace

std::span<const Row> channel_rows() { return channels; }
std::span<const Row> support_given_rows() { return support_givens; }
std::span<const Row> outcome_rows() { return outcomes; }
std::span<const Row> barrier_rows() { return barriers; }
std::span<const Row> body_rows() { return bodys; }
std::span<const Row> language_rows() { return languages; }
std::span<const Row> age_band_rows() { return age_bands; }
std::span<const Row> gender_rows() { return genders; }
std::span<const Row> target_group_rows() { return target_groups; }
std::span<const Row> entry_kind_rows() { return entry_kinds; }
std::span<const Row> asker_rows() { return askers; }

}  // namespace digilots::taxonomy
