#include "inquiries/asked_fields_page.h"
#include "inquiries/desk_page.h"
#include "inquiries/e_service_questions_page.h"
#include "inquiries/follow_ups.h"
#include "inquiries/inquiries_page.h"
#include "inquiries/inquiry_api.h"
#include "inquiries/referral_api.h"
#include "inquiries/referrals_page.h"
#include "inquiries/set_up_view.h"
#include "inquiries/slip_page.h"
#include "inquiries/unmet_page.h"

namespace digilots::inquiries {

http::Routes routes(Inquiries& inquiries, referral::Referral& referral, const std::vector<FollowedKind>& followed) {
    using http::Access, http::Method;
    const auto page = http::handlers_with(Pages{inquiries, referral, followed});
    return {
        {Method::get, "/{municipality}/staff/", Access::guide, page(desk_page)},
        {Method::get, "/{municipality}/staff/set-up", Access::coordinator, page(set_up_page)},
        {Method::get, "/{municipality}/staff/inquiries", Access::guide, page(inquiries_page)},
        {Method::post, "/{municipality}/staff/inquiries", Access::guide, page(log_at_desk)},
        {Method::get, "/{municipality}/staff/inquiries/{id}", Access::guide, page(inquiry_page)},
        {Method::post, "/{municipality}/staff/inquiries/{id}", Access::guide, page(correct_inquiry)},
        {Method::get, "/{municipality}/staff/inquiries/{id}/slip", Access::guide, page(entry_slip_page)},
        {Method::get, "/{municipality}/staff/inquiries/{id}/slip.pdf", Access::guide, page(entry_slip_file), {}, {},
         http::Effort::drawing},
        {Method::post, "/{municipality}/staff/inquiries/{id}/slip", Access::guide, page(entry_slip_page)},
        {Method::post, "/{municipality}/staff/inquiries/{id}/slip.pdf", Access::guide, page(entry_slip_file), {}, {},
         http::Effort::drawing},
        {Method::post, "/{municipality}/staff/inquiries/{id}/followed-up", Access::guide, page(tell_follow_up)},
        {Method::post, "/{municipality}/staff/inquiries/{id}/repeat", Access::guide, page(repeat_inquiry)},
        {Method::post, "/{municipality}/staff/inquiries/{id}/undo", Access::guide, page(undo_inquiry)},
        {Method::get, "/{municipality}/staff/inquiries/{id}/undo", Access::guide, page(back_to_desk)},
        {Method::get, "/{municipality}/staff/e-service-questions", Access::guide, page(e_service_questions_page)},
        {Method::get, "/{municipality}/staff/unmet", Access::coordinator, page(unmet_page)},
        {Method::get, "/{municipality}/staff/unmet.csv", Access::coordinator, page(unmet_table)},
        {Method::get, "/{municipality}/staff/referrals", Access::guide, page(referrals_page)},
        {Method::post, "/{municipality}/staff/referrals/{id}/outcome", Access::guide, page(set_referral_outcome)},
        {Method::post, "/{municipality}/staff/referrals/{id}/onward", Access::guide, page(refer_onward)},
        {Method::post, "/{municipality}/staff/referrals/{id}/onward/undo", Access::guide, page(take_back_onward)},
        {Method::post, "/{municipality}/staff/desk-keys", Access::guide, page(switch_keys)},
        {Method::get, "/{municipality}/staff/settings/log-questions", Access::administrator, page(asked_fields_page)},
        {Method::post, "/{municipality}/staff/settings/log-questions", Access::administrator, page(save_asked_fields)},
        {Method::get, "/{municipality}/staff/inquiries/{id}/delete", Access::guide, page(delete_inquiry_page)},
        {Method::post, "/{municipality}/staff/inquiries/{id}/delete", Access::guide, page(delete_inquiry)},
        {Method::post, "/api/v1/{municipality}/inquiries", Access::token(write_inquiries), page(post_inquiry)},
        {Method::get, "/api/v1/{municipality}/inquiries", Access::token(read_inquiries), page(list_inquiries)},
        {Method::get, "/api/v1/{municipality}/inquiries/{id}", Access::token(read_inquiries), page(get_inquiry)},
        {Method::get, "/api/v1/{municipality}/inquiries/{id}/referral", Access::token(read_inquiries), page(get_referral)},
        {Method::post, "/api/v1/{municipality}/inquiries/{id}/referral", Access::token(write_inquiries), page(tell_referral)},
    };
}

}  // namespace digilots::inquiries
