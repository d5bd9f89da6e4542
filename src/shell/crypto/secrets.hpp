#pragma once
/// @file
/// What accounts need of cryptography, in the form that app/accounts/secrets.hpp describes.
#include "app/accounts/secrets.hpp"
#include "app/settings.hpp"
#include "shell/crypto/passwords.hpp"
#include "shell/crypto/vault.hpp"

namespace heng::crypto {

/// How passwords are hashed where the setting password.hash says so.
PasswordCost cost_of(app::PasswordHash passwords);

app::accounts::Secrets make_secrets(Vault vault, const PasswordCost& cost);

}  // namespace heng::crypto
