#include "platform/print/qr.h"

#include <qrencode.h>

#include <memory>
#include <string>

#include "platform/base/ensure.h"

namespace digilots::print {

QrCode qr_code(std::string_view text) {
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    ENSURE(code != nullptr);
    QrCode drawn{code->width};
    for (int module = 0; module < code->width * code->width; ++module)
        drawn.dark.push_back((code->data[module] & 1) != 0);
    return drawn;
}

std::string path_of(const QrCode& code) {
    std::string path;
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size; ++x) {
            if (code.is_dark(x, y)) path += "M" + std::to_string(x) + " " + std::to_string(y) + "h1v1h-1z";
        }
    }
    return path;
}

}  // namespace digilots::print
