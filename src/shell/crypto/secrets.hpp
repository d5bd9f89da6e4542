#pragma once
/// @file
/// What accounts need of cryptography, in the form that app/accounts/secrets.hpp describes.
#include "app/accounts/secrets.hpp"
#include "shell/crypto/passwords.hpp"
#include "shell/crypto/vault.hpp"

namespace heng::crypto {

app::accounts::Secrets make_secrets(Vault vault, const PasswordCost& cost);

}  // namespace heng::crypto
