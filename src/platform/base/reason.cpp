#include "platform/base/reason.h"

#include <cxxabi.h>

#include <exception>
#include <typeinfo>

namespace digilots::base {

std::string reason_of_current_exception() noexcept {
    try {
        throw;
    } catch (const std::exception& exception) {
        return exception.what();
    } catch (const std::string& text) {
        return text;
    } catch (const char* text) {
        return text;
    } catch (...) {
        const std::type_info* type = abi::__cxa_current_exception_type();
        return std::string("an exception of the type ") + (type ? type->name() : "that nobody knows");
    }
}

}  // namespace digilots::base
