#include "inquiries/desk_page.h"
#include "inquiries/inquiries_page.h"
#include "inquiries/inquiry_api.h"

namespace digilots::inquiries {

http::Routes routes(Inquiries& inquiries, referral::Referral& referral) {
    using http::Access, http::Method, http::Request;
    const auto of_log = [&inquiries](http::Response (*handler)(Inquiries&, const Request&)) {
        return [&inquiries, handler](const Request& request) { return handler(inquiries, request); };
    };
    const auto of_desk = [&inquiries, &referral](http::Response (*handler)(Inquiries&, referral::Referral&, const Request&)) {
        return [&inquiries, &referral, handler](const Request& request) { return handler(inquiries, referral, request); };
    };
    return {
        {Method::get, "/{municipality}/staff/", Access::guide, of_desk(desk_page)},
        {Method::get, "/{municipality}/staff/inquiries", Access::guide, of_log(inquiries_page)},
        {Method::post, "/{municipality}/staff/inquiries", Access::guide, of_desk(log_at_desk)},
        {Method::get, "/{municipality}/staff/inquiries/{id}", Access::guide, of_log(inquiry_page)},
        {Method::post, "/{municipality}/staff/inquiries/{id}", Access::guide, of_desk(correct_inquiry)},
        {Method::post, "/{municipality}/staff/inquiries/{id}/repeat", Access::guide, of_desk(repeat_inquiry)},
        {Method::post, "/{municipality}/staff/inquiries/{id}/undo", Access::guide, of_desk(undo_inquiry)},
        {Method::post, "/{municipality}/staff/desk-keys", Access::guide, of_log(switch_keys)},
        {Method::get, "/{municipality}/staff/inquiries/{id}/delete", Access::guide, of_log(delete_inquiry_page)},
        {Method::post, "/{municipality}/staff/inquiries/{id}/delete", Access::guide, of_desk(delete_inquiry)},
        {Method::post, "/api/v1/{municipality}/inquiries", Access::token(write_inquiries), of_desk(post_inquiry)},
        {Method::get, "/api/v1/{municipality}/inquiries", Access::token(read_inquiries), of_log(list_inquiries)},
        {Method::get, "/api/v1/{municipality}/inquiries/{id}", Access::token(read_inquiries), of_log(get_inquiry)},
    };
}

}  // namespace digilots::inquiries
