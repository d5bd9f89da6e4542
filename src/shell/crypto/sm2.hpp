#pragma once
/// @file
/// SM2 signatures with SM3 by OpenSSL 3, in the form that app/signing.hpp describes.
#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace heng::crypto {

[[nodiscard]] Result<std::string> make_sm2_key();
[[nodiscard]] Result<std::string> sm2_public_key(const std::string& key_pem);
/// @param identity  of the signer, as both sides must have it.
[[nodiscard]] Result<std::string> sm2_sign(const std::string& key_pem, std::string_view identity,
                                           std::string_view message);
bool sm2_verify(std::string_view public_key, std::string_view identity, std::string_view message,
                std::string_view signature);

}  // namespace heng::crypto
