// What people call a kind of place in English and Arabic; Swedish and Norwegian stand beside each kind.
#include "taxonomy/term_rows.h"

namespace digilots::taxonomy {
namespace {

constexpr EverydayRow place_kind_words[] = {
    {"activity_house", "en", "activity house|activity centre|activity center"},
    {"adult_education_campus", "en", "adult education campus|adult education|adult school"},
    {"association", "en", "pensioners association|local association"},
    {"citizens_office", "en", "citizens office|citizen office|citizen service|citizens service|citizen service office"},
    {"civic_orientation", "en", "civic orientation"},
    {"contact_centre", "en", "contact centre|contact center|customer service|customer centre|customer center"},
    {"day_centre", "en", "day centre|day center"},
    {"digidelcenter", "en", "digidelcenter|digital help centre|digital help center|digital centre|digital center"},
    {"elderly_meeting_place", "en", "meeting place for older people|meeting place for seniors|seniors centre|senior center"},
    {"integration_unit", "en", "integration unit|integration office"},
    {"labour_market_centre", "en", "labour market centre|labor market center|job centre|job center"},
    {"learning_centre", "en", "learning centre|learning center"},
    {"library", "en", "library|libraries|main library|public library|city library"},
    {"library_branch", "en", "library|libraries|branch library|local library"},
    {"library_digidelcenter", "en", "library|libraries|public library"},
    {"meeting_place", "en", "meeting place|community centre|community center"},
    {"mobile_library", "en", "book bus|bookmobile|mobile library|library bus|bus stop|bus stops|book bus stop"},
    {"mobile_vehicle", "en", "mobile service"},
    {"municipal_company", "en", "municipal company|housing company|municipal housing company"},
    {"municipal_service_centre", "en",
     "municipal service centre|municipal service center|service centre|service center|municipality office|municipal office"},
    {"reception", "en", "reception|front desk|information desk|help desk"},
    {"recycling_centre", "en", "recycling centre|recycling center|recycling station|waste tip"},
    {"residential_home", "en", "residential home|nursing home|care home|retirement home"},
    {"resource_centre", "en", "resource centre|resource center"},
    {"state_office", "en", "state agency|government agency|government office"},
    {"state_service_office", "en",
     "state service office|government service centre|government service center|state service centre"},
    {"study_centre", "en", "study centre|study center"},
    {"switchboard", "en", "switchboard|telephone exchange"},
    {"town_hall", "en", "town hall|city hall"},
    {"work_practice_place", "en", "work practice place|internship place"},

    {"activity_house", "ar", "مركز أنشطة|بيت الأنشطة"},
    {"adult_education_campus", "ar", "مدرسة الكبار|تعليم الكبار"},
    {"citizens_office", "ar", "مكتب المواطنين|مكتب خدمة المواطنين|خدمة المواطنين"},
    {"contact_centre", "ar", "مركز الاتصال|مركز اتصال|خدمة العملاء"},
    {"elderly_meeting_place", "ar", "ملتقى كبار السن|مركز كبار السن"},
    {"learning_centre", "ar", "مركز التعلم|مركز تعليمي"},
    {"library", "ar", "مكتبة|مكتبات|المكتبة العامة|مكتبة عامة"},
    {"library_branch", "ar", "مكتبة|مكتبات|مكتبة فرعية"},
    {"library_digidelcenter", "ar", "مكتبة|مكتبات"},
    {"meeting_place", "ar", "مكان لقاء|ملتقى"},
    {"mobile_library", "ar", "مكتبة متنقلة|حافلة الكتب|موقف حافلة|موقف حافلة الكتب|موقف الحافلة"},
    {"municipal_service_centre", "ar", "مركز خدمات البلدية|مركز الخدمات|مكتب البلدية"},
    {"reception", "ar", "استقبال|مكتب الاستقبال|مكتب المعلومات"},
    {"recycling_centre", "ar", "مركز إعادة التدوير|محطة إعادة التدوير"},
    {"residential_home", "ar", "دار المسنين|دار رعاية"},
    {"state_service_office", "ar", "مركز الخدمات الحكومية|مكتب الخدمات الحكومية"},
    {"town_hall", "ar", "دار البلدية|مبنى البلدية"},
};

}  // namespace

std::span<const EverydayRow> everyday_place_kind_rows() { return place_kind_words; }

}  // namespace digilots::taxonomy
