#include "app/api_description.h"

#include "platform/base/embedded.h"

namespace digilots::app {

http::Route api_description() {
    return {http::Method::get, "/api/openapi.json", http::Access::anyone, [](const http::Request&) {
                return http::json(std::string(base::embedded_file("data/openapi.json").value()));
            }};
}

}  // namespace digilots::app
