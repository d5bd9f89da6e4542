#pragma once
/// @file
/// The office's signature: SM2 (GB/T 32918.2) on the curve sm2p256v1 with SM3 and the usual
/// identity. Keys and signatures are texts, so that they can stand in files and lines.
#include "core/base/result.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace heng::app {

/// The identity that every party of a signature must agree on; GM/T 0009-2012 names this default.
inline constexpr std::string_view signing_identity = "1234567812345678";

struct Signing {
    /// A new private key in PEM (PKCS 8). @returns `algorithm_unavailable`
    std::function<Result<std::string>()> make_key;
    /// The public key, 04 and both coordinates, as 130 hexadecimal digits. @returns `key_unusable`
    std::function<Result<std::string>(const std::string& key_pem)> public_key;
    /// r and s as 128 hexadecimal digits. @returns `key_unusable`
    std::function<Result<std::string>(const std::string& key_pem, std::string_view message)> sign;
    /// Whether the signature is one of this message by this key. False for texts that are none.
    std::function<bool(std::string_view public_key, std::string_view message,
                       std::string_view signature)>
        verify;
};

}  // namespace heng::app
