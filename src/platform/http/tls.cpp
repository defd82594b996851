#include "platform/http/tls.h"

#include <stdexcept>

#include "platform/http/io_loop.h"

namespace digilots::http {

namespace asio = boost::asio;

std::shared_ptr<Tls> load_tls(const std::string& certificate_file, const std::string& key_file) {
    if (certificate_file.empty() && key_file.empty()) return nullptr;
    if (certificate_file.empty() || key_file.empty())
        throw std::runtime_error("TLS needs both a certificate and a key file");
    auto tls = std::make_shared<Tls>();
    boost::system::error_code error;
    SSL_CTX_set_min_proto_version(tls->context.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_mode(tls->context.native_handle(), SSL_MODE_RELEASE_BUFFERS);
    tls->context.use_certificate_chain_file(certificate_file, error);
    if (error)
        throw std::runtime_error("cannot read the TLS certificate " + certificate_file + ": " +
                                 error.message());
    tls->context.use_private_key_file(key_file, asio::ssl::context::pem, error);
    if (error) throw std::runtime_error("cannot read the TLS key " + key_file + ": " + error.message());
    return tls;
}

}  // namespace digilots::http
