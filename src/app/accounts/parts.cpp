#include "app/accounts/parts.hpp"

#include "app/accounts/bytes_text.hpp"

namespace heng::app::accounts {

Result<void> erase_sessions(const Records& records, const std::string& tenant,
                            const std::string& account, Batch& batch) {
    return records.sessions(tenant, account).map([&](const std::vector<Kept<Session>>& all) {
        for (const auto& one : all) batch.erase(Kind::session, one.value.id, one.version);
    });
}

Result<void> erase_tokens(const Records& records, const std::string& tenant,
                          const std::string& account, Batch& batch) {
    return records.tokens(tenant, account).map([&](const std::vector<Kept<ApiToken>>& all) {
        for (const auto& one : all) batch.erase(Kind::token, one.value.id, one.version);
    });
}

std::string token_id(const Secrets& secrets, std::string_view token) {
    return ledger::print_digest(secrets.digest(token));
}

std::string make_token(const Secrets& secrets) {
    constexpr std::size_t token_bytes = 32;
    return print_hex(secrets.random(token_bytes));
}

std::string attempts_of_name(std::string_view name) {
    return "name:" + std::string(name);
}
std::string attempts_of_remote(std::string_view remote) {
    return "remote:" + std::string(remote);
}

}  // namespace heng::app::accounts
