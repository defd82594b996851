#pragma once
// What a certificate and its key make possible; for the loops of connections alone.
#include <boost/asio/ssl.hpp>

namespace digilots::http {

struct Tls {
    boost::asio::ssl::context context{boost::asio::ssl::context::tls_server};
};

}  // namespace digilots::http
